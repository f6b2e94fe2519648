import { useFormat, useText } from '@icp/app-shell'
import type { RegisterSubjectView } from '@icp/contract'
import { wayToObject } from '@icp/domain'
import { useForcedReason, useSay } from '@icp/filing-views'
import { Banner } from '@icp/ui'
import Box from '@mui/material/Box'

type End = NonNullable<RegisterSubjectView['byForce']>

/** What of a record its administration has cancelled by force: the subject once with all that fell with it, and what fell at another time and on another ground. */
export function ForcedEnds({ record }: { readonly record: RegisterSubjectView }) {
  const parts = [record, ...record.services.filter(({ byForce }) => byForce?.at !== record.byForce?.at)]
    .flatMap(({ name, number, byForce }) => (byForce ? [{ name, number, end: byForce }] : []))
  return parts.map((part) => <ForcedEnd key={part.number} {...part} />)
}

/** When, why, on what ground, and how its owner objects. */
function ForcedEnd({ name, number, end }: { readonly name: string; readonly number: string; readonly end: End }) {
  const t = useText()
  const say = useSay()
  const format = useFormat()
  const reasonText = useForcedReason()
  return (
    <Banner tone="bad" title={t('start.forced.title', { name, number })}>
      <Box sx={{ overflowWrap: 'anywhere' }}>{format.sentences(t('start.forced.when', { at: format.dayAndTime(end.at) }), t('start.forced.why', { reason: reasonText(end.reason) }), t('start.forced.ground', { ground: end.ground }))}</Box>
      <Box sx={{ mt: 1 }}>{say(wayToObject)}</Box>
    </Banner>
  )
}
