import type { Texts } from '@icp/app-shell'
import { audit } from './en/audit.js'
import { certificates } from './en/certificates.js'
import { dashboard } from './en/dashboard.js'
import { filings } from './en/filings.js'
import { keeping } from './en/keeping.js'
import { operation } from './en/operation.js'
import { organisations } from './en/organisations.js'
import { review } from './en/review.js'
import { ruleData } from './en/rule-data.js'
import type { zhCN } from './zh-CN.js'

export const en: Texts<typeof zhCN> = { audit, certificates, dashboard, filings, keeping, operation, organisations, review, ruleData }
