import { addDays, daysOff, holidayNames, isWeekend, type YearEntry } from '@icp/domain'
import { tones, useFormat, useSay, useUiLanguage, visuallyHidden } from '@icp/ui'
import Box from '@mui/material/Box'
import { useConsoleText } from '../text.js'
import { monthName, shortDay, weekdayNames } from './year-words.js'

/** Weeks of a month from Monday to Sunday; '' where the week belongs to another month. */
const weeksOf = (year: number, month: number): string[][] => {
  const prefix = `${year}-${String(month).padStart(2, '0')}`
  const weeks: string[][] = []
  for (let day = `${prefix}-01`, place = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7; day.startsWith(prefix); day = addDays(day, 1), place = (place + 1) % 7) {
    if (weeks.length === 0 || place === 0) weeks.push(Array.from({ length: 7 }, () => ''))
    weeks.at(-1)![place] = day
  }
  return weeks
}

type Face = 'off' | 'work' | 'weekend' | 'weekday'

/** Each by its frame and its word too, so that nobody needs to tell colours apart. */
const faces = {
  off: { backgroundColor: tones.good.wash, border: `2px solid ${tones.good.line}`, color: tones.good.word, fontWeight: 600 },
  work: { backgroundColor: tones.warn.wash, border: `2px dashed ${tones.warn.line}`, color: tones.warn.word, fontWeight: 600 },
  weekend: { backgroundColor: tones.neutral.wash, border: '2px solid transparent', color: tones.neutral.word },
  weekday: { border: '2px solid transparent' },
} as const

interface YearCalendarProps {
  readonly year: number
  /** Left out where nothing is published: weekends only. */
  readonly entry?: YearEntry | undefined
}

/** A year at a glance: its twelve months, what is off and what is made up for, and the holidays by name. */
export function YearCalendar({ year, entry }: YearCalendarProps) {
  const t = useConsoleText()
  const language = useUiLanguage()
  const off = new Set(entry ? daysOff(entry) : [])
  const worked = new Set(entry?.makeUpDays ?? [])
  const faceOf = (day: string): Face => (worked.has(day) ? 'work' : off.has(day) ? 'off' : isWeekend(day) ? 'weekend' : 'weekday')
  return (
    <>
      <Legend />
      <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 270px), 1fr))', mb: 2.5 }}>
        {Array.from({ length: 12 }, (_, at) => at + 1).map((month) => (
          <Box
            key={month} component="table"
            sx={{
              width: '100%', tableLayout: 'fixed', borderCollapse: 'separate', borderSpacing: '2px', alignSelf: 'start', '& caption': { textAlign: 'start', fontWeight: 600, pb: 0.5 },
              '& th': { fontWeight: 400, fontSize: '.84rem', color: 'text.secondary', p: 0 }, '& td': { textAlign: 'center', p: 0, height: 44, verticalAlign: 'top', borderRadius: '4px', lineHeight: 1.25, pt: '3px' },
            }}
          >
            <caption>{monthName(year, month, language)}</caption>
            <thead><tr>{weekdayNames(language).map(({ short, long }) => <th key={long} scope="col"><span aria-hidden="true">{short}</span><Box component="span" sx={visuallyHidden}>{long}</Box></th>)}</tr></thead>
            <tbody>
              {weeksOf(year, month).map((week) => (
                <tr key={week.find((day) => day !== '')}>
                  {week.map((day, place) => (day === '' ? <Box key={place} component="td" /> : <Day key={day} day={day} face={faceOf(day)} />))}
                </tr>
              ))}
            </tbody>
          </Box>
        ))}
      </Box>
      {entry ? <Periods entry={entry} /> : <Box component="p" sx={{ m: 0, color: 'text.secondary' }}>{t('ruleData.years.noneMeans')}</Box>}
    </>
  )
}

function Day({ day, face }: { readonly day: string; readonly face: Face }) {
  const t = useConsoleText()
  return (
    <Box component="td" sx={faces[face]}>
      {Number(day.slice(8))}
      {(face === 'off' || face === 'work') && <Box component="span" sx={{ display: 'block', fontSize: '.75rem', lineHeight: 1.1 }}>{t(`ruleData.years.marks.${face}`)}</Box>}
    </Box>
  )
}

function Legend() {
  const t = useConsoleText()
  return (
    <Box component="ul" aria-label={t('ruleData.years.legend')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, m: 0, p: 0, mb: 2, listStyle: 'none', fontSize: '.92rem' }}>
      {(['off', 'work', 'weekend'] as const).map((face) => (
        <Box key={face} component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Box aria-hidden="true" sx={{ ...faces[face], minWidth: 46, height: 26, borderRadius: '4px', display: 'grid', placeItems: 'center', fontSize: '.75rem' }}>{face === 'weekend' ? '' : t(`ruleData.years.marks.${face}`)}</Box>
          {t(`ruleData.years.faces.${face}`)}
        </Box>
      ))}
    </Box>
  )
}

function Periods({ entry: { periods, makeUpDays } }: { readonly entry: YearEntry }) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const language = useUiLanguage()
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'max-content 1fr' }, columnGap: 3, rowGap: { xs: 0.25, sm: 0.75 }, m: 0, '& dt': { fontWeight: 600 }, '& dd': { m: 0, mb: { xs: 1, sm: 0 } } }}>
      {[...periods].sort((one, next) => one.from.localeCompare(next.from)).map(({ holiday, from, to }) => {
        const name = holidayNames.find(({ id }) => id === holiday)
        return [<dt key={`${from} name`}>{name ? say(name) : holiday}</dt>, <dd key={from}>{from === to ? shortDay(from, language) : t('ruleData.years.span', { from: shortDay(from, language), to: shortDay(to, language) })}</dd>]
      })}
      <dt>{t('ruleData.years.makeUpDays')}</dt>
      <dd>{makeUpDays.length === 0 ? t('ruleData.years.noMakeUp') : format.list([...makeUpDays].sort().map((day) => shortDay(day, language)))}</dd>
    </Box>
  )
}
