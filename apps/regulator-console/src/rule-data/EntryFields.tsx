import type { RuleEntry } from '@icp/domain'
import { LabelledText, Tick } from '@icp/ui'
import Box from '@mui/material/Box'
import { useConsoleText } from '../text.js'

type Common = Pick<RuleEntry, 'from' | 'to' | 'source' | 'confirmed'>

interface EntryFieldsProps {
  readonly value: Common
  readonly onChange: (part: Partial<Common>, touched: string) => void
  readonly errorOf: (path: string) => { readonly error?: string }
  /** For what stands until the next change. */
  readonly withoutEnd?: boolean
}

/** What every change says of itself: from when until when, and by which source. */
export function EntryFields({ value: { from, to, source, confirmed }, onChange, errorOf, withoutEnd = false }: EntryFieldsProps) {
  const t = useConsoleText()
  return (
    <>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, alignItems: 'end' }}>
        <LabelledText id="entry-from" type="date" label={t('ruleData.from')} required value={from} onChange={(value) => onChange({ from: value }, 'from')} {...errorOf('from')} />
        {!withoutEnd && <LabelledText id="entry-to" type="date" label={t('ruleData.toField')} value={to} onChange={(value) => onChange({ to: value }, 'to')} {...errorOf('to')} />}
      </Box>
      <LabelledText
        id="entry-source" label={t('ruleData.source')} required hint={t('ruleData.sourceHint')} multiline rows={2} maxLength={300} value={source}
        onChange={(value) => onChange({ source: value.replace(/\s+/g, ' ') }, 'source')} {...errorOf('source')}
      />
      <Tick id="entry-confirmed" label={t('ruleData.confirmedTick')} value={confirmed} onChange={(value) => onChange({ confirmed: value }, 'confirmed')} />
    </>
  )
}
