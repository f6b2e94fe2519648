import { type DivisionEntry, isCityCode, provinces } from '@icp/domain'
import { useDivisions } from '@icp/filing-views'
import { FieldGroup, LabelledSelect, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useConsoleText } from '../text.js'

type Successors = DivisionEntry['successors']

const most = 10
const idOf = (index: number | string) => `entry-successor-${index}`

/** The id of the input that a path names, if it is one of these. */
export const idOfSuccessor = (path: string): string | undefined => {
  const [of, index] = path.split('.')
  return of === 'successors' ? idOf(index ?? 0) : undefined
}

interface SuccessorRowsProps {
  /** Of the division that ends. */
  readonly code: string
  readonly value: Successors
  readonly onChange: (value: Successors, ...touched: string[]) => void
  readonly errorOf: (path: string) => { readonly error?: string }
}

const none = { code: '', zh: '', en: '' }

/** Where the territory of a division goes: one or several of the same level in its province. */
export function SuccessorRows({ code, value, onChange, errorOf }: SuccessorRowsProps) {
  const t = useConsoleText()
  const say = useSay()
  const divisions = useDivisions()
  const province = provinces.find((one) => one.code.slice(0, 2) === code.slice(0, 2))
  const cities = province ? divisions?.cities(province.code) ?? [] : []
  const places = (isCityCode(code) ? cities : cities.flatMap((city) => divisions?.counties(city.code) ?? [])).filter((place) => place.code !== code)
  const options = places.map((place) => ({ value: place.code, text: say(divisions?.asSuccessor(code, place.code) ?? place) }))
  // At least one is asked for, so a first one stands open.
  const rows = value.length > 0 ? value : [none]
  const put = (index: number, chosen: string) => {
    const named = divisions?.asSuccessor(code, chosen)
    onChange(rows.map((one, at) => (at !== index ? one : named ? { code: named.code, zh: named.zh, en: named.en } : none)), `successors.${index}`)
  }
  return (
    <FieldGroup id="entry-successors" label={t('ruleData.divisions.successors')} hint={t('ruleData.divisions.successorsHint')}>
      {rows.map((successor, index) => {
        const number = index + 1
        const error = errorOf(`successors.${index}`).error ?? (index === 0 ? errorOf('successors').error : undefined)
        const kept = successor.code === '' || options.some(({ value: of }) => of === successor.code) ? options : [...options, { value: successor.code, text: say(successor) }]
        return (
          <Box key={index} sx={{ display: 'grid', gap: 0.5, my: 1.5 }}>
            <LabelledSelect
              id={idOf(index)} label={t('ruleData.divisions.successor', { number })} required emptyText={t('keeping.choose')} value={successor.code} options={kept}
              onChange={(chosen) => put(index, chosen)} {...(error ? { error } : {})}
            />
            {rows.length > 1 && <Button variant="text" color="error" sx={{ justifySelf: 'start' }} onClick={() => onChange(rows.filter((_, at) => at !== index))}>{t('ruleData.divisions.successorRemove', { number })}</Button>}
          </Box>
        )
      })}
      {rows.length < most && <Button variant="outlined" size="small" onClick={() => onChange([...rows, none])}>{t('ruleData.divisions.successorAdd')}</Button>}
    </FieldGroup>
  )
}
