import type { ParameterShape } from '@icp/domain'
import { type FieldWords, LabelledRadios, LabelledText, useFormat, useSay } from '@icp/ui'
import { useConsoleText } from '../text.js'
import type { TypedValue } from './typed-entry.js'

interface ValueFieldProps extends FieldWords {
  readonly shape: ParameterShape
  readonly value: TypedValue
  readonly onChange: (value: TypedValue) => void
}

/** The input that a parameter's value asks for. */
export function ValueField({ shape, value, onChange, ...words }: ValueFieldProps) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  switch (shape.type) {
    case 'number': return (
      <LabelledText {...words} hint={format.aside(say(shape.unit), `${shape.min}–${shape.max}`)} value={value} onChange={onChange} inputMode="numeric" maxLength={9} characters={9} autoComplete="off" />
    )
    case 'flag': return <LabelledRadios {...words} inline value={value} onChange={onChange} options={(['yes', 'no'] as const).map((one) => ({ value: one, text: t(`ruleData.${one}`) }))} />
    case 'choice': return <LabelledRadios {...words} value={value} onChange={onChange} options={shape.options.map((one) => ({ value: one.id, text: say(one) }))} />
    case 'words': return <LabelledText {...words} hint={t('ruleData.wordsHint')} multiline rows={5} maxLength={5000} spellCheck={false} lang="zh-CN" value={value} onChange={onChange} />
  }
}
