import { LabelledText, type LabelledTextProps, Tick } from '@icp/ui'
import Box from '@mui/material/Box'
import { useSay } from '@icp/filing-views'
import { formWords } from './words.js'

/** A last day of validity, or "long-term". */
export function CertificateEndField(field: LabelledTextProps) {
  const say = useSay()
  const longTerm = field.value === 'long-term'
  return (
    <Box>
      <LabelledText {...field} type="date" value={longTerm ? '' : field.value} disabled={Boolean(field.disabled) || longTerm} characters={14} />
      <Tick id={`${field.id}-long-term`} label={say(formWords.longTerm)} name={say({ zh: `${field.label}：${formWords.longTerm.zh}`, en: `${field.label}: ${formWords.longTerm.en}` })} value={longTerm} disabled={Boolean(field.disabled)} onChange={(ticked) => field.onChange(ticked ? 'long-term' : '')} />
    </Box>
  )
}
