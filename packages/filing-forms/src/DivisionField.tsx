import { type Bilingual, provinces, type RegistrationContent } from '@icp/domain'
import { useDivisions, useSay } from '@icp/filing-views'
import { LabelledSelect, type LabelledSelectProps } from '@icp/ui'
import { formWords } from './words.js'

interface DivisionFieldProps extends Omit<LabelledSelectProps, 'options' | 'emptyText'> {
  readonly level: 'province' | 'city' | 'county'
  readonly subject: RegistrationContent['subject']
}

/** Province → city → county: each list holds what lies in the choice above it. */
export function DivisionField({ level, subject, ...field }: DivisionFieldProps) {
  const say = useSay()
  const divisions = useDivisions()
  const nameOf = (name: Bilingual | undefined) => (name ? say(name) : undefined)
  const options = level === 'province'
    ? provinces.map((province) => ({ value: province.id, text: say({ zh: province.full, en: province.en }) }))
    : (level === 'city' ? divisions?.cities(subject.province) : divisions?.counties(subject.city))?.map((one) => ({ value: one.code, text: say(one) })) ?? []
  const above = level === 'province' ? '' : level === 'city' ? subject.province : subject.city
  const waiting = level !== 'province' && (above === '' || !divisions)
  const known = options.some((option) => option.value === field.value) || field.value === ''
  const kept = known ? options : [...options, { value: field.value, text: divisions ? nameOf(divisions.divisionName(field.value)) ?? field.value : say(formWords.loading) }]
  return <LabelledSelect {...field} options={kept} emptyText={say(formWords.choose)} disabled={Boolean(field.disabled) || waiting} />
}
