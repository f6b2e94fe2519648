import { applicabilityInWords, type CataloguedRule, FilingKind, findDemands, findRules, kindWords, rulesCovering, sourceText } from '@icp/domain'
import { EmptyState, LabelledText, PageHeading, Panel, StatusMark, type Tone, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { DemandsPanel } from './DemandsPanel.js'
import { PapersPanel } from './PapersPanel.js'
import { filled, viewWords } from './words.js'

const tones: Readonly<Record<CataloguedRule['severity'], Tone>> = { block: 'bad', reviewer: 'warn', warn: 'neutral' }

const toldBy = { register: viewWords.toldByRegister, correction: viewWords.toldByCorrection, person: viewWords.toldByPerson } as const

export interface RulesPageProps {
  /** What is looked for; portals keep it in the address, so that a finding can lead to its rule. */
  readonly query: string
  readonly onQuery: (query: string) => void
}

/** All rules over filings with their sources, to be searched. */
export function RulesPage({ query, onQuery }: RulesPageProps) {
  const say = useSay()
  const demands = findDemands(query)
  const rules = demands.length > 0 ? rulesCovering(demands) : findRules(query)
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
            {rules.map((rule) => <RuleItem key={rule.id} rule={rule} />)}
          </Box>
        </Panel>
      )}
      <PapersPanel />
    </>
  )
}

function RuleItem({ rule }: { readonly rule: CataloguedRule }) {
  const say = useSay()
  const format = useFormat()
  const kinds = rule.kinds.length === FilingKind.options.length ? say(viewWords.everyKind) : format.list(rule.kinds.map((kind) => say(kindWords[kind])))
  const only = applicabilityInWords(rule)
  return (
    <Box component="li" id={rule.id} sx={{ scrollMarginTop: 96, '&:not(:last-of-type)': { borderBottom: 1, borderColor: 'divider', pb: 2 } }}>
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'baseline' }}>
        <Box component="code" sx={{ fontWeight: 600 }}>{rule.id}</Box>
        <Typography component="span" sx={{ fontWeight: 600 }}>{say(rule.title)}</Typography>
        <StatusMark tone={tones[rule.severity]} text={say(viewWords[rule.severity])} />
      </Box>
      <Typography variant="body2" sx={{ mt: 0.5 }}>{format.labelled(say(viewWords.appliesTo), kinds)}{rule.toldBy === 'content' ? '' : ` · ${say(toldBy[rule.toldBy])}`}</Typography>
      {only && <Typography variant="body2">{format.labelled(say(viewWords.only), say(only))}</Typography>}
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{format.labelled(say(viewWords.source), say(sourceText(rule.source)))}</Typography>
    </Box>
  )
}
