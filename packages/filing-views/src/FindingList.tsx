import { type FilingContent, fieldLabel, type Finding, sourceText } from '@icp/domain'
import { Banner, StatusMark, type Tone, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { FindingBasis } from './RuleLink.js'
import { viewWords } from './words.js'

const tones: Readonly<Record<Finding['severity'], Tone>> = { block: 'bad', reviewer: 'warn', warn: 'neutral' }
const order = ['block', 'reviewer', 'warn'] as const

interface FindingListProps {
  readonly findings: readonly Finding[]
  readonly content: FilingContent
  /** What leads to where a finding is mended; undefined where there is no such place. */
  readonly wayTo?: (finding: Finding) => (() => void) | undefined
}

/** What the rules say about a filing, the gravest first: which field, what is wrong, how to fix it, which rule. */
export function FindingList({ findings, content, wayTo }: FindingListProps) {
  const say = useSay()
  const format = useFormat()
  if (findings.length === 0) return <Banner tone="good" title={say(viewWords.noFindings)} />
  const sorted = [...findings].sort((left, right) => order.indexOf(left.severity) - order.indexOf(right.severity))
  return (
    <Box component="ul" aria-label={say(viewWords.findings)} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
      {sorted.map((finding, index) => (
        <Box component="li" key={`${finding.rule}-${finding.path}-${index}`} sx={{ borderInlineStart: 3, borderColor: 'divider', pl: 1.5 }}>
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
            <StatusMark tone={tones[finding.severity]} text={say(viewWords[finding.severity])} />
            <Place name={say(fieldLabel(finding.path, content))} onGo={wayTo?.(finding)} />
          </Box>
          <Typography sx={{ mt: 0.5 }}>{format.sentences(say(finding.text), say(finding.fix))}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}><FindingBasis finding={finding} /></Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{format.labelled(say(viewWords.source), say(sourceText(finding.source)))}</Typography>
        </Box>
      ))}
    </Box>
  )
}

const Place = ({ name, onGo }: { readonly name: string; readonly onGo: (() => void) | undefined }) => (onGo
  ? <Link component="button" type="button" onClick={onGo} sx={{ fontWeight: 600, fontSize: 'inherit', textAlign: 'start' }}>{name}</Link>
  : <Typography component="span" sx={{ fontWeight: 600 }}>{name}</Typography>)
