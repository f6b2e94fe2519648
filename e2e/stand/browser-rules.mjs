// What the portals ask while somebody types, as one script for a page: the rules and what a browser tells them of the world. Bundled by src/same-findings.
import { findingsFor, normaliseContent } from '@icp/domain'
import { browserRuleContext } from '@icp/filing-forms'

globalThis.findingsInBrowser = (kind, content, today, ruleData) => findingsFor(kind, normaliseContent(content), { ...browserRuleContext(), today, ruleData })
