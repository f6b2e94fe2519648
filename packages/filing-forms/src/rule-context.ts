import { type RuleContext, shanghaiDay } from '@icp/domain'
import { domainForms } from '@icp/filing-views'

const domainToAscii = (host: string): string => domainForms(host).ascii

/** What the rules may ask of a browser. The server asks its own clock again. */
export const browserRuleContext = (): RuleContext => ({ today: shanghaiDay(new Date().toISOString()), domainToAscii })
