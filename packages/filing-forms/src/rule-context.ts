import { type RuleContext, type RuleData, shanghaiDay } from '@icp/domain'
import { domainForms, newestRuleData, useRuleData } from '@icp/filing-views'
import { useMemo } from 'react'

const domainToAscii = (host: string): string => domainForms(host).ascii

/** What the rules may ask of a browser, with the newest data that it has. The server asks its own clock and its own data again. */
export const browserRuleContext = (ruleData: RuleData = newestRuleData()): RuleContext => ({ today: shanghaiDay(new Date().toISOString()), domainToAscii, ruleData })

/** The same for a component, which is drawn anew when newer data come. */
export const useRuleContext = (): RuleContext => {
  const ruleData = useRuleData()
  return useMemo(() => browserRuleContext(ruleData), [ruleData])
}
