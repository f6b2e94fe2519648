import { calendarOn, daysOff, type RuleData, shanghaiDay, sourceText, standingYear, type StandingYear, workingDayCount, yearsShown } from '@icp/domain'
import { useFreshRuleData, useRuleData } from '@icp/filing-views'
import { DataRows, LabelledSelect, PageHeading, Panel, StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { paths, ruleChangePath } from '../paths.js'
import { useConsoleText } from '../text.js'
import { ChangePanels } from './ChangePanels.js'
import { YearCalendar } from './YearCalendar.js'
import { YearWindow } from './YearWindow.js'

interface YearRow {
  readonly year: number
  readonly standing: StandingYear | undefined
  readonly working: number
}

const rowsOf = (data: RuleData, today: string): YearRow[] =>
  yearsShown(data, today).toReversed().map((year) => ({ year, standing: standingYear(data, year, today), working: workingDayCount(year, calendarOn(data, today)) }))

/** The working days: each year with what it is counted by, one of them as a calendar, and what was published by whom. */
export function WorkingDaysPage() {
  const t = useConsoleText()
  const navigate = useNavigate()
  const { year: asked } = useSearch({ strict: false }) as { year?: number }
  useFreshRuleData()
  const data = useRuleData()
  const [changing, setChanging] = useState<number | null>(null)
  const today = shanghaiDay(new Date().toISOString())
  const thisYear = Number(today.slice(0, 4))
  const rows = rowsOf(data, today)
  const shown = rows.find(({ year }) => year === asked) ?? rows.find(({ year }) => year === thisYear)
  if (!shown) return null
  const actOf = ({ year, standing }: YearRow) => t(standing ? 'ruleData.years.changeOf' : 'ruleData.years.enterOf', { year })
  return (
    <>
      <PageHeading lead={t('ruleData.years.lead')} actions={<Button variant="contained" onClick={() => setChanging(thisYear + 1)}>{actOf(rows.find(({ year }) => year === thisYear + 1) ?? shown)}</Button>}>{t('ruleData.years.title')}</PageHeading>
      <Panel title={t('ruleData.years.calendarOf', { year: shown.year })} actions={<StateOf row={shown} />}>
        <Box sx={{ mb: 2.5, maxWidth: 240 }}>
          <LabelledSelect
            id="calendar-year" label={t('ruleData.years.year')} value={String(shown.year)} options={rows.map(({ year }) => ({ value: String(year), text: String(year) }))}
            onChange={(year) => void navigate({ to: '.', search: { year: Number(year) } as never, replace: true })}
          />
        </Box>
        <YearCalendar year={shown.year} entry={shown.standing?.entry} />
      </Panel>
      <Panel title={t('ruleData.years.list')}><Years rows={rows} lastYear={thisYear + 1} actOf={actOf} onChange={setChanging} /></Panel>
      <ChangePanels about="year" today={today} />
      {changing !== null && <YearWindow year={changing} onClose={() => setChanging(null)} onDone={({ id }) => void navigate({ to: ruleChangePath(id) })} />}
    </>
  )
}

function StateOf({ row: { standing } }: { readonly row: YearRow }) {
  const t = useConsoleText()
  if (!standing) return <StatusMark tone="warn" text={t('ruleData.years.provisional')} />
  return <StatusMark tone={standing.version > 0 ? 'good' : 'neutral'} text={t(standing.version > 0 ? 'ruleData.years.published' : 'ruleData.years.shipped')} />
}

interface YearsProps {
  readonly rows: readonly YearRow[]
  /** The last year whose notice can be there. */
  readonly lastYear: number
  readonly actOf: (row: YearRow) => string
  readonly onChange: (year: number) => void
}

function Years({ rows, lastYear, actOf, onChange }: YearsProps) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  return (
    <DataRows
      caption={t('ruleData.years.list')} rows={rows} rowKey={({ year }) => String(year)} cardsBelow={900}
      columns={[
        { id: 'year', heading: t('ruleData.years.year'), main: true, cell: ({ year }) => <Link to={paths.workingDays} search={{ year } as never}>{year}</Link> },
        { id: 'state', heading: t('ruleData.codes.state'), whole: true, cell: (row) => <StateOf row={row} /> },
        { id: 'off', heading: t('ruleData.years.off'), numeric: true, cell: ({ standing }) => (standing ? format.number(daysOff(standing.entry).length) : '') },
        { id: 'makeUp', heading: t('ruleData.years.makeUpDays'), numeric: true, cell: ({ standing }) => (standing ? format.number(standing.entry.makeUpDays.length) : '') },
        { id: 'working', heading: t('ruleData.years.working'), numeric: true, cell: ({ working }) => format.number(working) },
        {
          id: 'source', heading: t('ruleData.source'), minWidth: 140, cell: ({ standing }) => standing && (
            <Box sx={{ display: 'grid', gap: 0.75, justifyItems: 'start', overflowWrap: 'anywhere' }}><span>{say(sourceText(standing.entry.source))}</span>{!standing.entry.confirmed && <StatusMark tone="warn" text={t('ruleData.unconfirmed')} />}</Box>
          ),
        },
        { id: 'since', heading: t('ruleData.since'), whole: true, cell: ({ standing }) => (!standing ? '' : standing.version > 0 ? format.isoDay(standing.entry.from) : t('ruleData.always')) },
        {
          id: 'act', heading: t('ruleData.act'), cell: (row) => row.year <= lastYear && (
            <Button size="small" variant="outlined" aria-label={actOf(row)} onClick={() => onChange(row.year)}>{t(row.standing ? 'ruleData.change' : 'ruleData.years.enter')}</Button>
          ),
        },
      ]}
    />
  )
}
