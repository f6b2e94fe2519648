import { holidayNames, type YearEntry } from '@icp/domain'
import { FieldGroup, LabelledSelect, LabelledText, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useConsoleText } from '../text.js'

/** As many as an entry holds. */
const most = 20

const idOfPeriod = (index: number | string, part: string) => `entry-period-${index}-${part}`
const idOfMakeUp = (index: number | string) => `entry-make-up-${index}`

/** The id of the input that a path of the entry names, if it is one of these. */
export const idOfYearPath = (path: string): string | undefined => {
  const [of, index, part] = path.split('.')
  if (of === 'periods' && index !== undefined) return idOfPeriod(index, part ?? 'from')
  return of === 'makeUpDays' && index !== undefined ? idOfMakeUp(index) : undefined
}

interface RowsProps<Value> {
  readonly value: Value
  /** `touched`: the paths whose findings are not true any more. */
  readonly onChange: (value: Value, ...touched: string[]) => void
  readonly errorOf: (path: string) => { readonly error?: string }
}

type Periods = YearEntry['periods']

/** Every path of a list: once a row is gone the others stand elsewhere. */
const pathsOf = (of: string, count: number, parts: readonly string[]): string[] => Array.from({ length: count }, (_, index) => parts.map((part) => `${of}.${index}${part}`)).flat()

/** Days off in pieces, each under the name of its holiday. */
export function PeriodRows({ value, onChange, errorOf }: RowsProps<Periods>) {
  const t = useConsoleText()
  const say = useSay()
  const put = (index: number, part: Partial<Periods[number]>, name: string) => onChange(value.map((one, at) => (at === index ? { ...one, ...part } : one)), `periods.${index}.${name}`)
  return (
    <FieldGroup id="entry-periods" label={t('ruleData.years.periods')} hint={t('ruleData.years.periodsHint')} {...errorOf('periods')}>
      {value.map(({ holiday, from, to }, index) => {
        const number = index + 1
        return (
          <Box key={index} role="group" aria-label={t('ruleData.years.period', { number })} sx={{ display: 'grid', gap: 1, borderInlineStart: 3, borderColor: 'divider', pl: 2, my: 2 }}>
            <LabelledSelect
              id={idOfPeriod(index, 'holiday')} label={t('ruleData.years.holiday', { number })} required emptyText={t('keeping.choose')} value={holiday} options={holidayNames.map((one) => ({ value: one.id, text: say(one) }))}
              onChange={(chosen) => put(index, { holiday: chosen }, 'holiday')} {...errorOf(`periods.${index}.holiday`)}
            />
            <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, alignItems: 'end' }}>
              <LabelledText id={idOfPeriod(index, 'from')} type="date" label={t('ruleData.years.first', { number })} required value={from} onChange={(day) => put(index, { from: day }, 'from')} {...errorOf(`periods.${index}.from`)} />
              <LabelledText id={idOfPeriod(index, 'to')} type="date" label={t('ruleData.years.last', { number })} required value={to} onChange={(day) => put(index, { to: day }, 'to')} {...errorOf(`periods.${index}.to`)} />
            </Box>
            <Button
              variant="text" color="error" size="small" sx={{ justifySelf: 'start' }}
              onClick={() => onChange(value.filter((_, at) => at !== index), ...pathsOf('periods', value.length, ['.holiday', '.from', '.to']))}
            >
              {t('ruleData.years.periodRemove', { number })}
            </Button>
          </Box>
        )
      })}
      {value.length < most && <Button variant="outlined" size="small" onClick={() => onChange([...value, { holiday: '', from: '', to: '' }])}>{t('ruleData.years.periodAdd')}</Button>}
    </FieldGroup>
  )
}

/** The Saturdays and Sundays that are worked. */
export function MakeUpRows({ value, onChange, errorOf }: RowsProps<string[]>) {
  const t = useConsoleText()
  return (
    <FieldGroup id="entry-makeUpDays" label={t('ruleData.years.makeUpDays')} hint={t('ruleData.years.makeUpHint')} {...errorOf('makeUpDays')}>
      {value.map((day, index) => {
        const number = index + 1
        return (
          <Box key={index} sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr auto' }, columnGap: 2, alignItems: 'end', justifyItems: 'start', my: 1.5, '& > :first-of-type': { width: '100%' } }}>
            <LabelledText id={idOfMakeUp(index)} type="date" label={t('ruleData.years.makeUpDay', { number })} required value={day} onChange={(typed) => onChange(value.map((one, at) => (at === index ? typed : one)), `makeUpDays.${index}`)} {...errorOf(`makeUpDays.${index}`)} />
            <Button variant="text" color="error" size="small" onClick={() => onChange(value.filter((_, at) => at !== index), ...pathsOf('makeUpDays', value.length, ['']))}>{t('ruleData.years.makeUpRemove', { number })}</Button>
          </Box>
        )
      })}
      {value.length < most && <Button variant="outlined" size="small" onClick={() => onChange([...value, ''])}>{t('ruleData.years.makeUpAdd')}</Button>}
    </FieldGroup>
  )
}
