import { type RuleContext, shanghaiDay } from '@icp/domain'

/** UTS 46 by the platform. Anything that is more than a host name (path, port, user) is none. */
const domainToAscii = (host: string): string => {
  if (host === '' || /[\s/:?#@\\[\]]/.test(host)) return ''
  try {
    return new URL(`http://${host}`).hostname
  } catch {
    return ''
  }
}

/** What the rules may ask of a browser. The server asks its own clock again. */
export const browserRuleContext = (): RuleContext => ({ today: shanghaiDay(new Date().toISOString()), domainToAscii })
