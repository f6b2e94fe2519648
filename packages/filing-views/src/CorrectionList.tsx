import type { CorrectionView } from '@icp/contract'
import { DiffRows, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { filled, viewWords } from './words.js'

type Shown = Pick<CorrectionView, 'id' | 'provider' | 'by' | 'at' | 'reason' | 'changes' | 'revision'>

/** Each correction since finish: who, when, why, and every changed field before and after. */
export function CorrectionList({ corrections }: { readonly corrections: readonly Shown[] }) {
  const say = useSay()
  const format = useFormat()
  return (
    <Box component="ol" aria-label={say(viewWords.corrections)} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {corrections.map((correction) => (
        <Box component="li" key={correction.id} sx={{ '&:not(:last-of-type)': { mb: 3 }, '& > :last-child': { mb: 0 } }}>
          <Typography sx={{ fontWeight: 600 }}>
            {filled(say(viewWords.correctionBy), { provider: correction.provider.name, by: correction.by, at: format.dayAndTime(correction.at) })}
          </Typography>
          <Typography sx={{ mb: 1 }}>{format.labelled(say(viewWords.reason), correction.reason)} · {filled(say(viewWords.version), { n: correction.revision })}</Typography>
          <DiffRows
            caption={say(viewWords.corrections)} emptyText={say(viewWords.empty)}
            headings={{ label: say(viewWords.field), before: say(viewWords.before), after: say(viewWords.after) }}
            rows={correction.changes.map((change) => ({ label: say(change.label), before: change.before, after: change.after }))}
          />
        </Box>
      ))}
    </Box>
  )
}
