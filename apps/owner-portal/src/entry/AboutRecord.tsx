import { useFormat, useSay } from '@icp/app-shell'
import type { FilingView } from '@icp/contract'
import { kindWords } from '@icp/domain'
import Typography from '@mui/material/Typography'

/** Of which kind the draft is and about which record, over every step of it. */
export function AboutRecord({ filing }: { readonly filing: FilingView }) {
  const say = useSay()
  const format = useFormat()
  const number = filing.content.subjectNumber ?? ''
  return <Typography sx={{ mb: 2, color: 'text.secondary' }}>{format.labelled(say(kindWords[filing.kind]), `${filing.subjectName} · ${number}`)}</Typography>
}
