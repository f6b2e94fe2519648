import { type ParameterEntry, type ParameterId, sourceText } from '@icp/domain'
import { StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import { useConsoleText } from '../text.js'
import { useValueText } from './use-value-text.js'

/** Where a value comes from, whether that was read at its origin, and what other sources say instead. */
export function SourceText({ id, entry }: { readonly id: ParameterId; readonly entry: Pick<ParameterEntry, 'source' | 'confirmed' | 'others'> }) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const text = useValueText()
  return (
    <Box sx={{ display: 'grid', gap: 0.75, justifyItems: 'start', overflowWrap: 'anywhere' }}>
      <span>{say(sourceText(entry.source))}</span>
      {!entry.confirmed && <StatusMark tone="warn" text={t('ruleData.unconfirmed')} />}
      {entry.others.length > 0 && (
        <Box component="ul" aria-label={t('ruleData.others')} sx={{ m: 0, p: 0, listStyle: 'none', color: 'text.secondary', fontSize: '.92rem' }}>
          {entry.others.map((other, index) => (
            <li key={index}>{t('ruleData.otherSays', { source: say(sourceText(other.source)), value: other.confirmed ? text(id, other.value) : format.aside(text(id, other.value), t('ruleData.unconfirmed')) })}</li>
          ))}
        </Box>
      )}
    </Box>
  )
}
