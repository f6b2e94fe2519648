import { board } from './zh-CN/board.js'
import { filings } from './zh-CN/filings.js'
import { team } from './zh-CN/team.js'
import { workbench } from './zh-CN/workbench.js'

export const zhCN = { board, filings, team, workbench }
