import { audit } from './zh-CN/audit.js'
import { blacklist } from './zh-CN/blacklist.js'
import { certificates } from './zh-CN/certificates.js'
import { conflicts } from './zh-CN/conflicts.js'
import { dashboard } from './zh-CN/dashboard.js'
import { filings } from './zh-CN/filings.js'
import { hollow } from './zh-CN/hollow.js'
import { keeping } from './zh-CN/keeping.js'
import { operation } from './zh-CN/operation.js'
import { organisations } from './zh-CN/organisations.js'
import { review } from './zh-CN/review.js'
import { ruleData } from './zh-CN/rule-data.js'

export const zhCN = { audit, blacklist, certificates, conflicts, dashboard, filings, hollow, keeping, operation, organisations, review, ruleData }
