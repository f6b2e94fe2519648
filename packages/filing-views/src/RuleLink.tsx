import { decidedInWords, type Finding, ruleCatalogue } from '@icp/domain'
import { useFormat, useSay } from '@icp/ui'
import Link from '@mui/material/Link'
import { viewWords } from './words.js'

const listed: ReadonlySet<string> = new Set(ruleCatalogue.map(({ id }) => id))

/** To the page of rules, where the rule stands with its source. Nothing for what is no rule of a filing, such as a code that was mistyped. */
export function RuleLink({ rule }: Pick<Finding, 'rule'>) {
  const say = useSay()
  if (!listed.has(rule)) return null
  return <Link href={`/rules?q=${rule}`} target="_blank" rel="noopener" color="inherit" className="no-print">{say(viewWords.rule)} {rule}</Link>
}

/** What a finding rests on: its rule, and the values that decided it where and since when they apply. */
export function FindingBasis({ finding }: { readonly finding: Finding }) {
  const say = useSay()
  const { rule, decidedBy = [] } = finding
  return <><RuleLink rule={rule} />{decidedBy.map((value) => <span key={value.key}>{listed.has(rule) ? ' · ' : ''}{say(decidedInWords(value))}</span>)}</>
}

/** What is wrong, how to mend it, and what says so. */
export function FindingText({ finding }: { readonly finding: Finding }) {
  const say = useSay()
  const format = useFormat()
  return <>{format.sentences(say(finding.text), say(finding.fix))} <FindingBasis finding={finding} /></>
}
