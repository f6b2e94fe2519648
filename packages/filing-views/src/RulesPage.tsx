import { findDemands, findRules, rulesCovering, shanghaiDay } from '@icp/domain'
import { EmptyState, LabelledText, PageHeading, Panel, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useDeferredValue, useEffect } from 'react'
import { DemandsPanel } from './DemandsPanel.js'
import { PapersPanel } from './PapersPanel.js'
import { RuleItem } from './RuleItem.js'
import { useRuleData } from './rule-data.js'
import { filled, viewWords } from './words.js'

export interface RulesPageProps {
  /** What is looked for; portals keep it in the address, so that a finding can lead to its rule. */
  readonly query: string
  readonly onQuery: (query: string) => void
}

/** All rules over filings with what decides them today and their sources, to be searched; `#S-16` leads to one of them. */
export function RulesPage({ query, onQuery }: RulesPageProps) {
  const say = useSay()
  const ruleData = useRuleData()
  const day = shanghaiDay(new Date().toISOString())
  // Typing does not wait for the list.
  const asked = useDeferredValue(query)
  const demands = findDemands(asked)
  const rules = demands.length > 0 ? rulesCovering(demands) : findRules(asked, day, ruleData)
  useEffect(() => document.getElementById(decodeURIComponent(window.location.hash.slice(1)))?.scrollIntoView(), [])
  return (
    <>
      <PageHeading lead={say(viewWords.rulesLead)}>{say(viewWords.rulesTitle)}</PageHeading>
      <Box role="search" sx={{ maxWidth: 640, mb: 3 }}>
        <LabelledText
          id="rules-search" type="search" label={say(viewWords.rulesSearch)} hint={say(viewWords.rulesHint)} value={query} maxLength={100} onChange={onQuery}
        />
      </Box>
      <Typography role="status" sx={{ mb: 2, color: 'text.secondary' }}>{filled(say(viewWords.rulesCount), { count: rules.length })}</Typography>
      {demands.length > 0 && <DemandsPanel demands={demands} />}
      {rules.length === 0 ? demands.length === 0 && <EmptyState text={say(viewWords.rulesNone)} /> : (
        <Panel>
          <Box component="ul" aria-label={say(viewWords.rulesTitle)} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
            {rules.map((rule) => <RuleItem key={rule.id} rule={rule} ruleData={ruleData} day={day} />)}
          </Box>
        </Panel>
      )}
      <PapersPanel />
    </>
  )
}
