import { useFormat, useText } from '@icp/app-shell'
import type { ReceiptCheck } from '@icp/contract'
import { Banner } from '@icp/ui'
import Box from '@mui/material/Box'

const tones = { unchanged: 'good', corrected: 'warn', 'no-match': 'bad' } as const

/** What was found, in one sentence; who corrected since, and when. */
export function ReceiptVerdict({ check }: { readonly check: ReceiptCheck }) {
  const t = useText()
  const format = useFormat()
  const { verdict, reference, at, corrections } = check
  return (
    <Banner tone={tones[verdict]} live={verdict === 'no-match' ? 'alert' : 'status'} title={t(`receipt.verdicts.${verdict}.title`, { times: corrections.length })}>
      {t(`receipt.verdicts.${verdict}.text`, { reference, at: at ? format.dayAndTime(at) : '' })}
      {corrections.length > 0 && (
        <Box component="ul" sx={{ mb: 0, mt: 1, pl: 3 }}>
          {corrections.map((correction) => <li key={correction.number}>{t('receipt.correctedBy', { provider: correction.provider, at: format.dayAndTime(correction.at) })}</li>)}
        </Box>
      )}
    </Banner>
  )
}
