import type { FilingRow } from '@icp/contract'
import { StatusMark, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import { viewWords } from './words.js'

/** Every provider that the filing names, and whether it has passed. */
export function PassList({ providers }: { readonly providers: FilingRow['providers'] }) {
  const say = useSay()
  return (
    <Box component="ul" aria-label={say(viewWords.providers)} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {providers.map((provider) => (
        <Box component="li" key={provider.id} sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline', '& > :first-of-type': { flex: 'none' } }}>
          <StatusMark tone={provider.state === 'passed' ? 'good' : 'progress'} text={say(provider.state === 'passed' ? viewWords.passed : viewWords.passWaiting)} />
          <span>{provider.name}</span>
        </Box>
      ))}
    </Box>
  )
}
