import type { ParameterShape } from '@icp/domain'
import { FieldGroup, LabelledText, Tick } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useConsoleText } from '../text.js'
import type { TypedEntry } from './typed-entry.js'
import { ValueField } from './ValueField.js'

const most = 10

const idOf = (index: number | string, part: string) => `entry-other-${index}-${part}`

/** The id of the input that a path names, if it is one of these. */
export const idOfOther = (path: string): string | undefined => {
  const [of, index, part] = path.split('.')
  return of === 'others' && index !== undefined && part !== undefined ? idOf(index, part) : undefined
}

interface OtherSourcesProps {
  readonly shape: ParameterShape
  readonly value: TypedEntry['others']
  readonly onChange: (value: TypedEntry['others']) => void
  readonly errorOf: (path: string) => { readonly error?: string }
}

/** What other sources say: kept beside the value that applies, and not applied. */
export function OtherSources({ shape, value, onChange, errorOf }: OtherSourcesProps) {
  const t = useConsoleText()
  const put = (index: number, part: Partial<TypedEntry['others'][number]>) => onChange(value.map((other, at) => (at === index ? { ...other, ...part } : other)))
  return (
    <FieldGroup id="entry-others" label={t('ruleData.others')} hint={t('ruleData.othersHint')}>
      {value.map((other, index) => {
        const number = index + 1
        return (
          <Box key={index} role="group" aria-label={t('ruleData.otherNumber', { number })} sx={{ display: 'grid', gap: 1.5, borderInlineStart: 3, borderColor: 'divider', pl: 2, my: 1.5 }}>
            <ValueField id={idOf(index, 'value')} label={t('ruleData.otherValue', { number })} required shape={shape} value={other.value} onChange={(next) => put(index, { value: next })} {...errorOf(`others.${index}.value`)} />
            <LabelledText id={idOf(index, 'source')} label={t('ruleData.otherSource', { number })} required value={other.source} maxLength={300} onChange={(source) => put(index, { source })} {...errorOf(`others.${index}.source`)} />
            <Tick id={idOf(index, 'confirmed')} label={t('ruleData.confirmedTick')} value={other.confirmed} onChange={(confirmed) => put(index, { confirmed })} />
            <Button variant="text" color="error" sx={{ justifySelf: 'start' }} onClick={() => onChange(value.filter((_, at) => at !== index))}>{t('ruleData.otherRemove', { number })}</Button>
          </Box>
        )
      })}
      {value.length < most && <Button variant="outlined" size="small" sx={{ mt: 1 }} onClick={() => onChange([...value, { value: '', source: '', confirmed: false }])}>{t('ruleData.otherAdd')}</Button>}
    </FieldGroup>
  )
}
