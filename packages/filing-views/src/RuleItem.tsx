import { applicabilityInWords, type CataloguedRule, FilingKind, howToMend, kindWords, placesInWords, provinces, provincesAskedIn, type RuleData, rulesInForce, sourceText, standingInWords, valuesInForce } from '@icp/domain'
import { StatusMark, type Tone, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { memo } from 'react'
import { viewWords } from './words.js'

const tones: Readonly<Record<CataloguedRule['severity'] | 'off', Tone>> = { block: 'bad', reviewer: 'warn', warn: 'neutral', off: 'neutral' }

const toldBy = { register: viewWords.toldByRegister, correction: viewWords.toldByCorrection, paper: viewWords.toldByPaper, person: viewWords.toldByPerson } as const

interface RuleItemProps {
  readonly rule: CataloguedRule
  readonly ruleData: RuleData
  /** The day on which it is looked at, `YYYY-MM-DD`. */
  readonly day: string
}

/** A rule with all that decides it today. Kept as it is while others are searched for: the page has more than a hundred. */
export const RuleItem = memo(function RuleItem({ rule, ruleData, day }: RuleItemProps) {
  const say = useSay()
  const format = useFormat()
  const severity = rulesInForce(ruleData, '', day).weigh(rule)
  const kinds = rule.kinds.length === FilingKind.options.length ? say(viewWords.everyKind) : format.list(rule.kinds.map((kind) => say(kindWords[kind])))
  const [only, mend, asked] = [applicabilityInWords(rule), howToMend(rule.id), provincesAskedIn(rule, ruleData, day)]
  return (
    <Box component="li" id={rule.id} sx={{ scrollMarginTop: 96, overflowWrap: 'anywhere', '&:not(:last-of-type)': { borderBottom: 1, borderColor: 'divider', pb: 2 } }}>
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'baseline' }}>
        <Box component="code" sx={{ fontWeight: 600 }}>{rule.id}</Box>
        <Typography component="span" sx={{ fontWeight: 600 }}>{say(rule.title)}</Typography>
        <StatusMark tone={tones[severity]} text={say(viewWords[severity])} />
      </Box>
      {mend && <Typography sx={{ mt: 0.5 }}>{format.labelled(say(viewWords.howToMend), say(mend))}</Typography>}
      <Typography variant="body2" sx={{ mt: 0.5 }}>{format.labelled(say(viewWords.appliesTo), kinds)}{rule.toldBy === 'content' ? '' : ` · ${say(toldBy[rule.toldBy])}`}</Typography>
      {only && <Typography variant="body2">{format.labelled(say(viewWords.only), say(only))}</Typography>}
      {asked.length < provinces.length && <Typography variant="body2">{format.labelled(say(viewWords.askedToday), asked.length === 0 ? say(viewWords.askedNowhere) : say(placesInWords(asked)))}</Typography>}
      <ValuesOf rule={rule.id} ruleData={ruleData} day={day} />
      {rule.disputed && <Disputed sayings={rule.disputed} />}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{format.labelled(say(viewWords.source), say(sourceText(rule.source)))}</Typography>
    </Box>
  )
})

/** What sources say that disagree; the first is what the rule follows. */
function Disputed({ sayings }: { readonly sayings: NonNullable<CataloguedRule['disputed']> }) {
  const say = useSay()
  const format = useFormat()
  return (
    <Box sx={{ my: 0.5 }}>
      <Typography variant="body2">{say(viewWords.disputed)}</Typography>
      <Box component="ul" aria-label={say(viewWords.disputed)} sx={{ m: 0, pl: 2.5, typography: 'body2' }}>
        {sayings.map(({ says, source, confirmed }, at) => (
          <li key={source}>{format.labelled(say(at === 0 ? viewWords.followed : viewWords.notFollowed), say(standingInWords({ value: says, source, confirmed, from: '', to: '' })))}</li>
        ))}
      </Box>
    </Box>
  )
}

/** The values that decide it, the country's first, then those of provinces that differ. */
function ValuesOf({ rule, ruleData, day }: Omit<RuleItemProps, 'rule'> & { readonly rule: string }) {
  const say = useSay()
  const format = useFormat()
  return valuesInForce(rule, ruleData, day).map(({ id, title, values }) => (
    <Box key={id} sx={{ my: 0.5 }}>
      <Typography variant="body2">{say(title)}</Typography>
      <Box component="ul" aria-label={say(title)} sx={{ m: 0, pl: 2.5, typography: 'body2' }}>
        {values.map((value) => (
          <li key={`${value.provinces[0]}-${value.version}-${say(value.value)}`}>
            {format.labelled(say(placesInWords(value.provinces)), say(standingInWords(value)))}
            {value.others.length > 0 && (
              <Box component="ul" aria-label={say(viewWords.otherSources)} sx={{ m: 0, pl: 2.5, color: 'text.secondary' }}>
                {value.others.map((other) => <li key={other.source}>{format.labelled(say(viewWords.otherSources), say(standingInWords({ ...other, from: '', to: '' })))}</li>)}
              </Box>
            )}
          </li>
        ))}
      </Box>
    </Box>
  ))
}
