import { answering } from '@icp/app-shell/testing'
import type { RuleChange } from '@icp/contract'
import { addDays, type DivisionEntry, shanghaiDay } from '@icp/domain'
import { expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole, operator } from '../open-console.fixture.js'

const id = '88888888-8888-4888-8888-888888888888'
const today = shanghaiDay(new Date().toISOString())
const entry = (given: Partial<DivisionEntry> = {}): DivisionEntry => ({
  of: 'division', id: 'divisions', code: '330115', zh: '示例区', en: 'Shili', exists: true, successors: [], from: today, to: '', source: '国函〔2026〕1号', confirmed: false, ...given,
})
const change = (given: Partial<DivisionEntry> = {}, parts: Partial<RuleChange> = {}): RuleChange =>
  ({ id, state: 'draft', version: 1, draftedBy: 'operator-1', draftedAt: `${today}T02:00:00.000Z`, published: null, entry: entry(given), ...parts })
const stands = {
  ...answering('getMe', operator), ...answering('getRuleData', { version: 0, published: [] }), ...answering('listRuleChanges', { rows: [], total: 0, next: null }),
  ...answering('previewRuleChange', { day: today, total: 0, judged: 0, changed: 0, rows: [], rules: [], dueDays: [] }, { id }),
}
const hangzhou = '/code-tables?table=divisions&province=330000&city=330100'
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const postedTo = (calls: readonly { readonly to: string; readonly body?: unknown }[]) => calls.find(({ to }) => to === 'POST /administration/rule-changes')?.body

test('the operator finds the counties of a city, the ended ones with where they went and by which source', async () => {
  openConsole('/code-tables', stands)
  fireEvent.change(await screen.findByLabelText('Table'), { target: { value: 'divisions' } })
  fireEvent.change(await screen.findByLabelText('Province'), { target: { value: '330000' } })
  expect(await screen.findByRole('row', { name: /Ningbo/ })).toHaveTextContent(/330200.*Exists.*Not recorded/)
  fireEvent.change(screen.getByLabelText('City'), { target: { value: '330100' } })
  expect(await screen.findByRole('row', { name: /Jianggan/ })).toHaveTextContent(/330104.*Ended.*Now Shangcheng \(上城区\), Qiantang \(钱塘区\).*国函〔2021〕29号.*2021-04-09/)
  expect(screen.getByRole('row', { name: /Linping/ })).toHaveTextContent(/330113.*Exists.*2021-04-09/)
  fireEvent.change(screen.getByLabelText('Province'), { target: { value: '310000' } })
  fireEvent.change(await screen.findByRole('combobox', { name: 'City' }), { target: { value: '310100' } })
  expect(await screen.findByRole('row', { name: /Nanhui/ })).toHaveTextContent('Not confirmed')
})

test('a county is added under its city; what its code and names lack is said before anything is sent', async () => {
  const { calls } = openConsole(hangzhou, { ...stands, ...answering('draftRuleChange', change()), ...answering('getRuleChange', change(), { id }) })
  await screen.findByRole('row', { name: /Jianggan/ })
  await userEvent.click(screen.getByRole('button', { name: 'Add a division' }))
  const dialog = await screen.findByRole('dialog', { name: 'Divisions of Hangzhou (杭州市)' })
  expect(within(dialog).getByLabelText('Code')).toHaveValue('3301')
  type('Chinese name', 'Shili')
  type('Source', '国函〔2026〕1号')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save draft' }))
  for (const label of ['Code', 'Chinese name', 'Name in letters']) expect(within(dialog).getByLabelText(label)).toHaveAttribute('aria-invalid', 'true')
  expect(within(dialog).queryByLabelText('End date (optional)')).not.toBeInTheDocument()
  expect(postedTo(calls)).toBeUndefined()
  type('Code', '339902')
  type('Chinese name', '示例区')
  type('Name in letters', 'Shili')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save draft' }))
  expect(within(dialog).getByLabelText('Code')).toHaveAccessibleDescription(/no division that this code would lie in/)
  type('Code', '330115')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save draft' }))
  expect(await screen.findByText('Shili (示例区) (Exists)')).toBeInTheDocument()
  expect(screen.getByText('No such code yet')).toBeInTheDocument()
  expect(postedTo(calls)).toEqual({ entry: entry() })
}, 60_000)

test('a county ends only with a successor that is chosen by name', async () => {
  const gone = entry({ code: '330102', zh: '上城区', en: 'Shangcheng', exists: false, successors: [{ code: '330106', zh: '西湖区', en: 'Xihu (西湖区)' }, { code: '330206', zh: '宁波市北仑区', en: 'Beilun (北仑区), Ningbo (宁波市)' }] })
  const { calls } = openConsole(hangzhou, { ...stands, ...answering('draftRuleChange', change(gone)), ...answering('getRuleChange', change(gone), { id }) })
  await userEvent.click(await screen.findByRole('button', { name: 'Change “Shangcheng (上城区)”' }))
  const dialog = await screen.findByRole('dialog')
  type('Source', '国函〔2026〕1号')
  await userEvent.click(within(dialog).getByRole('radio', { name: 'Ended' }))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save draft' }))
  expect(within(dialog).getByLabelText('Successor 1')).toHaveAccessibleDescription(/No successor is chosen/)
  type('Successor 1', '330106')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add a successor' }))
  type('Successor 2', '330206')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save draft' }))
  expect(await screen.findByText('Shangcheng (上城区) ends, now Xihu (西湖区), Beilun (北仑区), Ningbo (宁波市)')).toBeInTheDocument()
  expect(screen.getByText('Shangcheng (上城区) (Exists)')).toBeInTheDocument()
  expect(postedTo(calls)).toEqual({ entry: gone })
}, 60_000)

test('what was published stands in the table from its day on', async () => {
  const published = [{ version: 1, entry: entry({ from: today }) }, { version: 2, entry: entry({ code: '330116', zh: '样本区', en: 'Yangben', from: addDays(today, 2) }) }]
  openConsole(hangzhou, { ...stands, ...answering('getRuleData', { version: 2, published }) })
  expect(await screen.findByRole('row', { name: /Shili/ })).toHaveTextContent(/330115.*Exists.*Not confirmed/)
  await waitFor(() => expect(screen.queryByRole('row', { name: /Yangben/ })).not.toBeInTheDocument())
})
