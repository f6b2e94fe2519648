import { useFormat, useText } from '@icp/app-shell'
import { blocking, type Finding } from '@icp/domain'
import { FindingList } from '@icp/filing-views'
import { Banner } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { draftSearch, type EntryStep, stepPaths } from '../shared/draft-path.js'
import { stepsOf, subjectFindings, websiteFindings } from './draft-findings.js'
import { placeToRedo } from './redo-marks.js'
import type { Draft } from './use-draft.js'

const focusOn = (ids: readonly string[]) => requestAnimationFrame(() => {
  const place = ids.map((id) => document.getElementById(id)).find((element) => element !== null)
  place?.scrollIntoView?.({ block: 'center' })
  place?.focus()
})

/** Above every step: what was in order when the draft was left, and is not any more. Each line leads to its field, or to what opens it, also on another step, and goes as soon as it is mended. */
export function RedoBanner({ draft, redo }: { readonly draft: Draft; readonly redo: NonNullable<Draft['redo']> }) {
  const t = useText()
  const format = useFormat()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const since = format.dayAndTime(redo.since)
  const parts = [['subject', subjectFindings(redo.findings)], ['websites', websiteFindings(redo.findings)]] as const
  // The websites are closed while the subject has something that stops them.
  const isOpen = (step: EntryStep) => stepsOf(draft.kind).includes(step) && (step === 'subject' || !stepsOf(draft.kind).includes('subject') || blocking(subjectFindings(draft.findings)).length === 0)
  const elsewhere = parts.filter(([step, findings]) => findings.length > 0 && isOpen(step) && pathname !== stepPaths[step])
  const wayTo = (finding: Finding) => {
    const place = placeToRedo(draft.kind, finding)
    if (!place || !isOpen(place.step)) return undefined
    const to = stepPaths[place.step]
    return () => void (pathname === to ? Promise.resolve() : navigate({ to, search: draftSearch(draft) as never })).then(() => focusOn(place.ids))
  }
  return (
    <Banner
      tone="warn" title={t(redo.rulesChanged ? 'entry.redo.rules' : 'entry.redo.time', { count: redo.findings.length })}
      actions={elsewhere.map(([step]) => (
        <Button key={step} variant="outlined" component={Link} to={stepPaths[step]} search={draftSearch(draft) as never}>{t(`entry.redo.${step}`)}</Button>
      ))}
    >
      <Typography sx={{ mb: 1.5 }}>{t(redo.rulesChanged ? 'entry.redo.leadRules' : 'entry.redo.leadTime', { since })}</Typography>
      <Box><FindingList findings={redo.findings} content={draft.content} wayTo={wayTo} /></Box>
    </Banner>
  )
}
