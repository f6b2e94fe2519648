import type { Texts } from '@icp/app-shell'
import { board } from './en/board.js'
import { cuts } from './en/cuts.js'
import { filings } from './en/filings.js'
import { lostPhones } from './en/lost-phones.js'
import { served } from './en/served.js'
import { team } from './en/team.js'
import { workbench } from './en/workbench.js'
import type { zhCN } from './zh-CN.js'

export const en: Texts<typeof zhCN> = { board, cuts, filings, lostPhones, served, team, workbench }
