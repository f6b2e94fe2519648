import type { CodeSent } from '@icp/contract'
import { Banner, useFormat } from '@icp/ui'
import Box from '@mui/material/Box'
import { useShellText } from '../language/use-text.js'

interface SentCodeProps {
  readonly sent: CodeSent
  readonly testId: string
  /** Which code it is, where there are two. */
  readonly title?: string
}

/** Where a code went; while the SMS platform is off, the code itself with the reason. */
export function SentCode({ sent, testId, title }: SentCodeProps) {
  const t = useShellText()
  const targets = [sent.mobile, sent.email].filter(Boolean)
  const where = targets.length === 2 ? t('own.code.sent', { mobile: sent.mobile, email: sent.email }) : t('own.code.sentTo', { target: targets[0] ?? '' })
  const format = useFormat()
  const named = (text: string) => (title ? format.labelled(title, text) : text)
  if (!sent.onScreen) return <Banner tone="good" live="status" title={named(where)} />
  return (
    <Banner tone="warn" live="status" title={named(t('own.code.onScreenTitle'))}>
      <Box>{t('own.code.onScreenWhy')}</Box>
      <Box component="code" data-testid={testId} sx={{ display: 'inline-block', mt: 1, fontSize: '1.25rem', fontWeight: 700, letterSpacing: '.15em' }}>{sent.onScreen.code}</Box>
    </Banner>
  )
}
