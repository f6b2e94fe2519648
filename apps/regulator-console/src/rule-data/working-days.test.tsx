import { answering } from '@icp/app-shell/testing'
import type { RuleChange } from '@icp/contract'
import { shanghaiDay, standingYear, shippedRuleData, type YearEntry } from '@icp/domain'
import { expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { openConsole, operator } from '../open-console.fixture.js'

const id = '88888888-8888-4888-8888-888888888888'
const today = shanghaiDay(new Date().toISOString())
/** A shipped year, as somebody would publish it again. */
const shipped = standingYear(shippedRuleData, 2026, today)!.entry
const entry = (given: Partial<YearEntry> = {}): YearEntry => ({ ...shipped, from: today, source: '国办发明电〔2026〕示例号', ...given })
const change = (parts: Partial<RuleChange> = {}): RuleChange => ({ id, state: 'draft', version: 1, entry: entry(), draftedBy: 'operator-1', draftedAt: `${today}T02:00:00.000Z`, published: null, ...parts })
const stands = {
  ...answering('getMe', operator), ...answering('getRuleData', { version: 0, published: [] }), ...answering('listRuleChanges', { rows: [], total: 0, next: null }), ...answering('getRuleChange', () => change(), { id }),
  ...answering('previewRuleChange', {
    day: today, total: 7, judged: 7, changed: 5, rows: [], rules: [], dueDays: [{ kind: 'new-subject', status: 'in-review', judged: 4, later: 2, earlier: 1, settled: 3 }, { kind: 'change', status: 'with-providers', judged: 3, later: 0, earlier: 0, settled: 0 }],
  }, { id }),
}
// The page is wide: looking for a role means reading twelve months, so what stands in one part is looked for there.
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const tableOf = (caption: string): HTMLElement => screen.getByText(caption, { selector: 'caption' }).closest('table')!
const press = (dialog: HTMLElement, name: string) => fireEvent.click(within(dialog).getByRole('button', { name }))
const windowOf = async (label: string): Promise<HTMLElement> => (await screen.findByLabelText(label)).closest<HTMLElement>('[role=dialog]')!
const open = async (button: string) => {
  fireEvent.click((await screen.findAllByLabelText(button))[0]!)
  return windowOf('Make-up day 1')
}

test('a year lies there at a glance: what is off and what is worked for it is said in words, under the names of the holidays', async () => {
  openConsole('/working-days?year=2026', stands)
  expect(await screen.findByText('Calendar of 2026', { selector: 'h2' })).toBeInTheDocument()
  const february = tableOf('February')
  expect(within(february).getAllByRole('columnheader')[0]).toHaveTextContent('Monday')
  for (const name of ['17 off', '14 work', '7']) expect(within(february).getByRole('cell', { name })).toBeInTheDocument()
  expect(document.querySelectorAll('table')).toHaveLength(13)
  expect(screen.getByText('Spring Festival').nextElementSibling).toHaveTextContent('15 Feb (Sun) to 23 Feb (Mon)')
  expect(within(screen.getByLabelText('Legend')).getAllByRole('listitem').map((item) => item.textContent)).toEqual(['offDay off', 'workMake-up day, worked', 'Weekend'])
  expect(within(tableOf('Years')).getByRole('row', { name: /^2026/ })).toHaveTextContent(/2026Shipped.*33.*6.*248.*Not confirmed/)
})

test('a year whose notice nobody has published says that it is provisional, and is entered under the names of its holidays', async () => {
  const next = Number(today.slice(0, 4)) + 1
  openConsole('/working-days', stands)
  fireEvent.change(await screen.findByLabelText('Year'), { target: { value: String(next) } })
  expect(await screen.findByText(/The holidays of this year are not published yet/)).toBeInTheDocument()
  expect(within(tableOf('Years')).getByRole('row', { name: new RegExp(`^${next}`) })).toHaveTextContent('Provisional, weekends only')
  fireEvent.click(within(tableOf('Years')).getByRole('button', { name: `Enter ${next}` }))
  const dialog = await windowOf('Holiday 2')
  expect(within(dialog).getAllByRole('group', { name: /^Days off \d/ })).toHaveLength(7)
  expect(within(dialog).getByLabelText('Holiday 2')).toHaveValue('spring-festival')
})

test('what is wrong with a notice is said at its day before anything is sent, with links that lead there', async () => {
  const { calls } = openConsole('/working-days?year=2026', stands)
  const dialog = await open('Change 2026')
  expect(within(dialog).getByText(/Working days in the year: 248.*as the law gives/)).toBeInTheDocument()
  type('Make-up day 1', '2026-01-05')
  type('Last day 2', '2026-02-01')
  press(dialog, 'Save draft')
  await waitFor(() => expect(within(dialog).getByLabelText('Make-up day 1')).toHaveAccessibleDescription(/That day is worked anyway/))
  expect(within(dialog).getByLabelText('Last day 2')).toHaveAccessibleDescription(/Its last day is before its first/)
  expect(within(dialog).getByLabelText('Source')).toHaveAccessibleDescription(/The source is missing/)
  fireEvent.click(within(dialog).getByText(/^Its last day is before its first/, { selector: 'a' }))
  expect(within(dialog).getByLabelText('Last day 2')).toHaveFocus()
  expect(calls.some(({ to }) => to === 'POST /administration/rule-changes')).toBe(false)
}, 60_000)

test('days are taken out and added, and the draft shows what it would do to due days', async () => {
  const { calls } = openConsole('/working-days?year=2026', { ...stands, ...answering('draftRuleChange', change()) })
  const dialog = await open('Change 2026')
  press(dialog, 'Remove make-up day 1')
  press(dialog, 'Add a make-up day')
  type('Make-up day 6', '2026-01-04')
  type('Source', '国办发明电〔2026〕示例号')
  press(dialog, 'Save draft')
  expect(await screen.findByText(/^Filings counted in working days as of .*: 7\. Due days that move, or are provisional no more: 5\.$/)).toBeInTheDocument()
  const { makeUpDays } = entry()
  expect(calls.find(({ to }) => to === 'POST /administration/rule-changes')?.body).toEqual({ entry: entry({ makeUpDays: [...makeUpDays.slice(1), makeUpDays[0]!] }) })
  expect(within(tableOf('What happens to due days')).getByRole('row', { name: /In review/ })).toHaveTextContent(/4213$/)
}, 60_000)

test('a notice that lacks a holiday, or gives too much rest, is said of its list', async () => {
  openConsole(`/rule-data/changes/${id}`, stands)
  fireEvent.click(await screen.findByText('Edit draft', { selector: 'button' }))
  const dialog = await windowOf('Make-up day 1')
  press(dialog, 'Remove days off 3')
  press(dialog, 'Save draft')
  await waitFor(() => expect(within(dialog).getByRole('group', { name: 'Days off' })).toHaveAccessibleDescription(/Not given, or not at its time of the year: Qingming Festival/))
  expect(within(dialog).getByText(/the law gives 13/)).toBeInTheDocument()
})

test('publishing asks first and says that due days are counted by it', async () => {
  let current = change()
  const { calls } = openConsole(`/rule-data/changes/${id}`, {
    ...stands, ...answering('getRuleChange', () => current, { id }),
    ...answering('publishRuleChange', () => (current = change({ state: 'published', version: 2, published: { number: 3, by: 'operator-2', at: `${today}T03:00:00.000Z` } })), { id }),
  })
  expect(await screen.findByText('October', { selector: 'caption' })).toBeInTheDocument()
  fireEvent.click(await screen.findByText('Publish', { selector: 'button' }))
  const asked = await screen.findByRole('alertdialog', { name: 'Publish' })
  expect(asked).toHaveTextContent(/the due days of all filings in progress are counted by it/)
  press(asked, 'Publish')
  expect(await screen.findByText('Published. Every due day is counted by it from now on.')).toBeInTheDocument()
  await waitFor(() => expect(calls.find(({ to }) => to === `POST /administration/rule-changes/${id}/publish`)?.body).toEqual({ version: 1 }))
})
