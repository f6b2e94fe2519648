import { type FieldRow, fieldAt, type IpRange, type PreApproval, type RegistrationContent, serviceTypes, withFieldAt } from '@icp/domain'
import { otherForm, useRuleData, useSay } from '@icp/filing-views'
import { LabelledChoices, LabelledRadios, LabelledSelect, LabelledText, StatusMark, useFormat } from '@icp/ui'
import Box from '@mui/material/Box'
import { afterChange } from './after-change.js'
import { CertificateEndField } from './CertificateEndField.js'
import { codesOffered } from './codes-offered.js'
import { DivisionField } from './DivisionField.js'
import { CategoryChoice } from './CategoryChoice.js'
import { fieldId } from './field-id.js'
import { hintOf } from './field-hints.js'
import { IpRangeRows } from './IpRangeRows.js'
import { longestText } from './longest-text.js'
import { PreApprovalRows } from './PreApprovalRows.js'
import { ProviderField } from './ProviderField.js'
import { tidied } from './tidied.js'
import { formWords } from './words.js'

export interface FieldInputProps {
  readonly row: FieldRow
  readonly content: RegistrationContent
  /** The whole content with this field changed, and with what no longer fits emptied. */
  readonly onChange: (content: RegistrationContent) => void
  readonly onBlur: () => void
  readonly error?: string | undefined
  /** What the rules advise here; it stops nothing, so the field is not marked as wrong. */
  readonly advice?: string | undefined
  readonly required: boolean
}

const inputs: Readonly<Record<string, { inputMode?: 'tel' | 'email' | 'url'; autoComplete?: string; type?: 'tel' | 'email' }>> = {
  mobile: { inputMode: 'tel', type: 'tel' }, emergencyPhone: { inputMode: 'tel', type: 'tel' }, officePhone: { inputMode: 'tel', type: 'tel' },
  email: { inputMode: 'email', type: 'email' }, homePage: { inputMode: 'url' }, domain: { inputMode: 'url' },
}

/** The input for one field of a filing, chosen by what the field holds; label and order come from the domain's field table. */
export function FieldInput({ row, content, onChange, onBlur, error, advice, required }: FieldInputProps) {
  const say = useSay()
  const format = useFormat()
  const ruleData = useRuleData()
  const hint = hintOf(row, content, ruleData)
  const value = fieldAt(content, row.path)
  const put = (next: unknown) => onChange(afterChange(withFieldAt(content, row.path, next), row.path))
  const text = typeof value === 'string' ? value : ''
  const other = row.value.type === 'domain' ? otherForm(text) : ''
  const twin = other === '' ? '' : format.labelled(say(formWords.alsoWritten), other)
  const prompt = format.sentences(hint ? say(hint) : '', twin)
  const shownHint = advice ? <>{prompt}<Box sx={{ mt: 0.5 }}><StatusMark sentence tone="warn" text={advice} /></Box></> : prompt
  const words = { id: fieldId(row.path), label: say(row.label), required, ...(shownHint === '' ? {} : { hint: shownHint }), ...(error ? { error } : {}), onBlur }
  const tidy = () => {
    const next = tidied(row, text)
    if (next !== text) put(next)
    onBlur()
  }

  if (row.key === 'providerName') {
    const at = row.path.slice(0, row.path.lastIndexOf('.'))
    const chosen = fieldAt(content, `${at}.providerId`)
    const { onBlur: _leave, ...named } = words
    return (
      <ProviderField
        {...named} name={text} chosenId={typeof chosen === 'string' ? chosen : ''}
        onChoose={(provider) => onChange(withFieldAt(withFieldAt(content, `${at}.providerId`, provider.id), row.path, provider.name))}
      />
    )
  }
  switch (row.value.type) {
    case 'code': {
      if (row.key === 'type') {
        return <LabelledRadios {...words} cards value={text} onChange={put} options={serviceTypes.map((type) => ({ value: type.id, text: say(type), hint: say(type.hint) }))} />
      }
      const options = codesOffered(row, content, ruleData).map((code) => ({ value: code.id, text: say(code) }))
      return options.length <= 4 && row.key !== 'certificateType'
        ? <LabelledRadios {...words} value={text} onChange={put} options={options} />
        : <LabelledSelect {...words} value={text} onChange={put} options={options} emptyText={say(formWords.choose)} />
    }
    case 'codes':
      if (row.key === 'categories') return <CategoryChoice {...words} offered={codesOffered(row, content, ruleData)} value={(value as string[] | undefined) ?? []} onChange={put} />
      return <LabelledChoices {...words} value={(value as string[] | undefined) ?? []} onChange={put} options={codesOffered(row, content, ruleData).map((code) => ({ value: code.id, text: say(code) }))} />
    case 'division':
      return <DivisionField {...words} level={row.key as 'province' | 'city' | 'county'} subject={content.subject} value={text} onChange={put} />
    case 'date':
      return row.key === 'certificateValidTo'
        ? <CertificateEndField {...words} value={text} onChange={put} />
        : <LabelledText {...words} type="date" value={text} onChange={put} characters={14} />
    case 'ip-ranges':
      return <IpRangeRows {...words} value={(value as IpRange[] | undefined) ?? []} onChange={put} />
    case 'pre-approvals':
      return <PreApprovalRows {...words} value={(value as PreApproval[] | undefined) ?? []} onChange={put} />
    case 'public-key':
      return <LabelledText {...words} multiline rows={3} value={text} onChange={put} onBlur={tidy} maxLength={longestText(row)} spellCheck={false} />
    case 'long-text':
      return <LabelledText {...words} multiline rows={2} value={text} onChange={put} onBlur={tidy} maxLength={longestText(row)} />
    default:
      return <LabelledText {...words} {...inputs[row.key]} value={text} onChange={put} onBlur={tidy} maxLength={longestText(row)} spellCheck={false} />
  }
}
