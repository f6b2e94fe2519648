import { account } from './zh-CN/account.js'
import { browsing } from './zh-CN/browsing.js'
import { cancellation } from './zh-CN/cancellation.js'
import { certificate, notYet } from './zh-CN/certificate.js'
import { confirm } from './zh-CN/confirm.js'
import { entry } from './zh-CN/entry.js'
import { home } from './zh-CN/home.js'
import { lookUp } from './zh-CN/look-up.js'
import { progress } from './zh-CN/progress.js'
import { registration } from './zh-CN/registration.js'
import { pages, start } from './zh-CN/start.js'
import { verify } from './zh-CN/verify.js'

export const zhCN = { account, browsing, cancellation, certificate, confirm, entry, home, lookUp, notYet, pages, progress, registration, start, verify }
