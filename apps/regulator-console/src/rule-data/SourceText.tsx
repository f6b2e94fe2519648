import { isParameterId, type RuleEntry, sourceText } from '@icp/domain'
import { StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import { useConsoleText } from '../text.js'
import { useValueText } from './use-value-text.js'

/** Where an entry comes from, whether that was read at its origin, and what other sources say instead. */
export function SourceText({ entry }: { readonly entry: RuleEntry }) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const text = useValueText()
  const { id } = entry
  const others = entry.of === 'parameter' && isParameterId(id) ? entry.others.map((other) => ({ ...other, text: text(id, other.value) })) : []
  return (
    <Box sx={{ display: 'grid', gap: 0.75, justifyItems: 'start', overflowWrap: 'anywhere' }}>
      <span>{say(sourceText(entry.source))}</span>
      {!entry.confirmed && <StatusMark tone="warn" text={t('ruleData.unconfirmed')} />}
      {others.length > 0 && (
        <Box component="ul" aria-label={t('ruleData.others')} sx={{ m: 0, p: 0, listStyle: 'none', color: 'text.secondary', fontSize: '.92rem' }}>
          {others.map((other, index) => (
            <li key={index}>{t('ruleData.otherSays', { source: say(sourceText(other.source)), value: other.confirmed ? other.text : format.aside(other.text, t('ruleData.unconfirmed')) })}</li>
          ))}
        </Box>
      )}
    </Box>
  )
}
