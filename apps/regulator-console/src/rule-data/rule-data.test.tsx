import { answering, refuse } from '@icp/app-shell/testing'
import type { RuleChange, RulePreview } from '@icp/contract'
import { addDays, erasedUserName, shanghaiDay } from '@icp/domain'
import { expect, test } from '@jest/globals'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole, operator, security } from '../open-console.fixture.js'

const id = '88888888-8888-4888-8888-888888888888'
const today = shanghaiDay(new Date().toISOString())
const change = (parts: Partial<RuleChange> = {}): RuleChange => ({
  id, state: 'draft', version: 1, draftedBy: 'operator-1', draftedAt: `${today}T02:00:00.000Z`, published: null,
  entry: { of: 'parameter', id: 'youngest-individual', province: '440000', value: 18, from: today, to: '', source: '粤通信〔2026〕1号', confirmed: true, others: [{ value: 16, source: 'HW', confirmed: false }] }, ...parts,
})
const published = (number: number): RuleChange['published'] => ({ number, by: 'operator-2', at: `${today}T03:00:00.000Z` })
const preview = (parts: Partial<RulePreview> = {}): RulePreview => ({
  day: today, total: 12, judged: 12, changed: 3, rows: [{ kind: 'new-subject', status: 'draft', judged: 9, gaining: 3, stopped: 0, losing: 0 }, { kind: 'change', status: 'in-review', judged: 3, gaining: 0, stopped: 0, losing: 0 }],
  rules: [{ rule: 'S-16', severity: 'reviewer', gained: 3, lost: 0 }], dueDays: [], ...parts,
})
const none = { rows: [], total: 0, next: null }
const stands = {
  ...answering('getMe', operator), ...answering('getRuleData', { version: 0, published: [] }), ...answering('listRuleChanges', none), ...answering('getRuleChange', () => change(), { id }),
  ...answering('previewRuleChange', preview(), { id }),
}
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const cellsOf = (name: RegExp) => screen.getByRole('row', { name }).textContent

test('the operator sees what applies in the whole country, which provinces differ, and what is not confirmed', async () => {
  openConsole('/rule-data?q=age', stands)
  const row = await screen.findByRole('row', { name: /Youngest age of an individual/ })
  expect(row).toHaveTextContent(/18 years.*Guangdong/)
  fireEvent.change(screen.getByLabelText('Applies in'), { target: { value: '440000' } })
  await waitFor(() => expect(cellsOf(/Youngest age of an individual/)).toMatch(/16 years.*Rule of Guangdong/))
  fireEvent.change(screen.getByLabelText('Find'), { target: { value: 'passport' } })
  await waitFor(() => expect(cellsOf(/Passport of a unit’s person in charge/)).toMatch(/a passport is accepted.*Not confirmed/))
  expect(screen.queryByRole('row', { name: /Youngest/ })).not.toBeInTheDocument()
})

test('sources that disagree stand side by side with the one that applies', async () => {
  openConsole('/rule-data/person-in-charge', stands)
  const row = await screen.findByRole('row', { name: /^Hainan/ })
  expect(row).toHaveTextContent('may be somebody with a letter of authorisation')
  expect(within(row).getByRole('list', { name: 'What other sources say' })).toHaveTextContent('Tencent Cloud’s guide to filing (older): need not be the legal representative')
})

test('a change is drafted from what stands; what is missing or impossible is said at its field before anything is sent', async () => {
  const { calls } = openConsole('/rule-data/youngest-individual', { ...stands, ...answering('draftRuleChange', change()) })
  await userEvent.click(await screen.findByRole('button', { name: 'Change what applies in Guangdong' }))
  const dialog = await screen.findByRole('dialog', { name: 'Youngest age of an individual' })
  expect(within(dialog).getByLabelText('Value')).toHaveValue('16')
  type('Value', 'eighteen')
  type('Valid from', '2020-01-01')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save draft' }))
  expect(within(dialog).getByLabelText('Value')).toHaveAccessibleDescription(/Enter a whole number from 14 to 30/)
  expect(within(dialog).getByLabelText('Valid from')).toHaveAccessibleDescription(/That day has passed/)
  expect(within(dialog).getByLabelText('Source')).toHaveAccessibleDescription(/The source is missing/)
  expect(calls.some(({ to }) => to === 'POST /administration/rule-changes')).toBe(false)
  type('Value', '18')
  type('Valid from', today)
  type('Source', '粤通信〔2026〕1号')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add another source' }))
  type('Value of other source 1', '16')
  type('Origin of other source 1', 'HW')
  await userEvent.click(within(dialog).getAllByRole('checkbox', { name: 'Compared with the original document' })[0]!)
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save draft' }))
  expect(await screen.findByText('Filings in progress judged as of', { exact: false })).toBeInTheDocument()
  expect(calls.find(({ to }) => to === 'POST /administration/rule-changes')?.body).toEqual({ entry: change().entry })
})

test('what a draft lacks and what is refused of it is listed with links that lead to the fields; the list takes the focus and nothing typed is lost', async () => {
  const finding = (path: string, en: string) => ({ rule: 'form', path, severity: 'block' as const, text: { zh: en, en }, fix: { zh: '', en: '' }, source: '' })
  openConsole('/rule-data/youngest-individual', {
    ...stands, 'POST /administration/rule-changes': () => refuse(422, { findings: [finding('entry.source', 'Not in the expected form.'), finding('entry.others.0.source', 'Too long.')] }),
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Change what applies in Guangdong' }))
  const dialog = await screen.findByRole('dialog', { name: 'Youngest age of an individual' })
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add another source' }))
  type('Value of other source 1', '16')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save draft' }))
  const wrong = await within(dialog).findByRole('alert', { name: 'There is a problem' })
  expect(wrong).toHaveFocus()
  expect(within(wrong).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#entry-source', '#entry-other-0-source'])
  await userEvent.click(within(wrong).getAllByRole('link')[1]!)
  expect(within(dialog).getByLabelText('Origin of other source 1')).toHaveFocus()
  type('Origin of other source 1', 'HW')
  expect(within(dialog).getByLabelText('Origin of other source 1')).not.toHaveAccessibleDescription(/missing/)
  type('Source', '粤通信〔2026〕1号')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save draft' }))
  await userEvent.click(await within(dialog).findByRole('link', { name: 'Not in the expected form.' }))
  expect(within(dialog).getByLabelText('Source')).toHaveFocus()
  expect(within(dialog).getByLabelText('Source')).toHaveAccessibleDescription(/Not in the expected form/)
  expect(within(dialog).getByLabelText('Origin of other source 1')).toHaveAccessibleDescription(/Too long/)
  for (const [label, value] of [['Value', '16'], ['Source', '粤通信〔2026〕1号'], ['Value of other source 1', '16'], ['Origin of other source 1', 'HW']] as const) expect(within(dialog).getByLabelText(label)).toHaveValue(value)
}, 60_000)

test('a draft says what it would do to filings in progress; publishing asks first and then says that it applies', async () => {
  let current = change()
  const { calls } = openConsole(`/rule-data/changes/${id}`, {
    ...stands, ...answering('getRuleChange', () => current, { id }), ...answering('publishRuleChange', () => (current = change({ state: 'published', version: 2, published: published(7) })), { id }),
  })
  expect(await screen.findByText(/^Filings in progress judged as of .*: 12\. Judged otherwise: 3\.$/)).toBeInTheDocument()
  expect(cellsOf(/First filing|New subject/)).toMatch(/Draft.*9.*3.*0.*0/)
  expect(screen.queryByRole('row', { name: /In review/ })).not.toBeInTheDocument()
  expect(cellsOf(/^S-16/)).toMatch(/An individual is old enough.*Shown to reviewers.*3/)
  await userEvent.click(screen.getByRole('button', { name: 'Publish' }))
  expect(calls.some(({ to }) => to.startsWith('POST'))).toBe(false)
  await userEvent.click(within(await screen.findByRole('alertdialog', { name: 'Publish' })).getByRole('button', { name: 'Publish' }))
  expect(await screen.findByText(/Published. Forms that stand open are judged by it within seconds/)).toBeInTheDocument()
  expect(await screen.findByText(/operator-2, .*no\. 7/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Publish' })).not.toBeInTheDocument()
  expect(calls.find(({ to }) => to === `POST /administration/rule-changes/${id}/publish`)?.body).toEqual({ version: 1 })
})

test('what somebody else has changed meanwhile is said, and the draft stays', async () => {
  openConsole(`/rule-data/changes/${id}`, { ...stands, [`POST /administration/rule-changes/${id}/publish`]: () => refuse(409) })
  await userEvent.click(await screen.findByRole('button', { name: 'Publish' }))
  const asked = await screen.findByRole('alertdialog', { name: 'Publish' })
  await userEvent.click(within(asked).getByRole('button', { name: 'Publish' }))
  expect(await within(asked).findByRole('alert')).toHaveTextContent('Refused 409')
})

test('a draft is discarded only after a question, and its parameter is shown again', async () => {
  const { calls } = openConsole(`/rule-data/changes/${id}`, { ...stands, ...answering('discardRuleChange', undefined, { id }) })
  await userEvent.click(await screen.findByRole('button', { name: 'Discard draft' }))
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Discard draft' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Youngest age of an individual' })).toBeInTheDocument()
  expect(calls.find(({ to }) => to.endsWith('/discard'))?.body).toEqual({ version: 1 })
})

test('the history says who published what from when, and what does not apply yet', async () => {
  const later = change({ id: '99999999-9999-4999-8999-999999999999', state: 'published', published: published(8), entry: { ...change().entry, from: addDays(today, 3) } })
  openConsole('/rule-data/youngest-individual', {
    ...stands, ...answering('listRuleChanges', ({ query }) => (query.get('state') === 'published' ? { rows: [later], total: 1, next: null } : none)),
  })
  const row = await screen.findByRole('row', { name: /no\. 8/ })
  expect(row).toHaveTextContent(new RegExp(`18 years.*${addDays(today, 3)}.*Not yet.*粤通信.*operator-2`))
})

test('who drafted or published a change and has left since is said to be an erased account, in the lists and on the page of the change', async () => {
  const [drafter, publisher] = ['7a1b2c3d-0000-4000-8000-000000000000', '5e6f7a8b-0000-4000-8000-000000000000'].map((account) => erasedUserName(account)) as [string, string]
  const draft = change({ draftedBy: drafter })
  const { router } = openConsole('/rule-data', { ...stands, ...answering('listRuleChanges', { rows: [draft], total: 1, next: null }), ...answering('getRuleChange', draft, { id }) })
  expect(await screen.findByText('Erased account 7a1b2c3d')).toBeInTheDocument()
  const done = change({ state: 'published', draftedBy: drafter, published: { ...published(8)!, by: publisher } })
  await act(() => router.navigate({ to: '/rule-data/changes/$id', params: { id } } as never))
  expect(await screen.findByText(/Erased account 7a1b2c3d, /)).toBeInTheDocument()
  openConsole('/rule-data/youngest-individual', { ...stands, ...answering('listRuleChanges', ({ query }) => (query.get('state') === 'published' ? { rows: [done], total: 1, next: null } : none)) })
  expect(await screen.findByRole('row', { name: /no\. 8/ })).toHaveTextContent('Erased account 5e6f7a8b')
})

const retired = (parts: Partial<RuleChange> = {}): RuleChange => change({
  entry: { of: 'code', id: 'languages', code: '17', zh: '阿拉伯语', en: 'Arabic', offered: false, from: today, to: '', source: '工信部公告', confirmed: false }, ...parts,
})

test('a code is retired from its row of the table, and the change is shown before and after', async () => {
  const { calls } = openConsole('/code-tables', { ...stands, ...answering('draftRuleChange', retired()), ...answering('getRuleChange', retired(), { id }) })
  await userEvent.click(await screen.findByRole('button', { name: 'Change “Arabic”' }))
  const dialog = await screen.findByRole('dialog', { name: 'Languages of websites' })
  await userEvent.click(within(dialog).getByRole('radio', { name: 'Retired' }))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save draft' }))
  expect(within(dialog).getByLabelText('Source')).toHaveAccessibleDescription(/The source is missing/)
  type('Source', '工信部公告')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save draft' }))
  expect(await screen.findByText('阿拉伯语 · Arabic (In use)')).toBeInTheDocument()
  expect(screen.getByText('阿拉伯语 · Arabic (Retired)')).toBeInTheDocument()
  expect(calls.find(({ to }) => to === 'POST /administration/rule-changes')?.body).toEqual({ entry: retired().entry })
}, 60_000)

test('a code is added to an open table only, with a name in both languages', async () => {
  openConsole('/code-tables?table=languages', stands)
  await userEvent.click(await screen.findByRole('button', { name: 'Add a code' }))
  const dialog = await screen.findByRole('dialog', { name: 'Languages of websites' })
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save draft' }))
  for (const label of ['Code', 'Chinese name', 'English name']) expect(within(dialog).getByLabelText(label)).toHaveAttribute('aria-invalid', 'true')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }))
  fireEvent.change(screen.getByLabelText('Table'), { target: { value: 'natures' } })
  expect(await screen.findByRole('row', { name: /Foundation/ })).toHaveTextContent('Not confirmed')
  expect(screen.queryByRole('button', { name: 'Add a code' })).not.toBeInTheDocument()
})

test('who is not the system administrator is told who can', async () => {
  openConsole('/rule-data', { ...stands, ...answering('getMe', security) })
  expect(await screen.findByRole('main')).toBeInTheDocument()
  expect(screen.queryByLabelText('Applies in')).not.toBeInTheDocument()
})
