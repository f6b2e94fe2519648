import { board } from './zh-CN/board.js'
import { cuts } from './zh-CN/cuts.js'
import { filings } from './zh-CN/filings.js'
import { lostPhones } from './zh-CN/lost-phones.js'
import { served } from './zh-CN/served.js'
import { team } from './zh-CN/team.js'
import { workbench } from './zh-CN/workbench.js'

export const zhCN = { board, cuts, filings, lostPhones, served, team, workbench }
