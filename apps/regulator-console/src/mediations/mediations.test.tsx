import { answering, refuse } from '@icp/app-shell/testing'
import type { MediationRow } from '@icp/contract'
import { ids, since } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole } from '../open-console.fixture.js'

const row = (parts: Partial<MediationRow> = {}): MediationRow => ({
  id: ids.request, over: 'domain', rule: 'X-01', domain: 'chenguang.com', reason: '域名已于去年转让给我单位', askedAt: since, state: 'open', outcome: null, answer: null, endedAt: null,
  applicant: { subjectName: '浙江示例有限公司', province: '330000', since },
  holder: { is: 'record', id: ids.next, number: '京ICP备2026000001号', status: 'in-force', subjectName: '北京晨光有限公司', province: '110000', since: '2024-03-01T02:00:00.000Z' },
  holderChangedAt: '2025-03-01T02:00:00.000Z', first: 'holder', mayAnswer: true, holderTold: false, ...parts,
})
const page = (...rows: MediationRow[]) => answering('listMediations', { rows, total: rows.length, next: null })

test('both sides stand beside each other: who asks and why, who has it, since when and who was first', async () => {
  const { calls } = openConsole('/mediations', page(row(), row({ id: ids.other, domain: null, over: 'subject', rule: 'X-03', mayAnswer: false })))
  const table = await screen.findByRole('table', { name: 'Conflicts that were asked about' })
  const [, own, foreign] = within(table).getAllByRole('row')
  for (const said of ['chenguang.com', 'Domain · Rule X-01', '浙江示例有限公司', '域名已于去年转让给我单位', '北京晨光有限公司', /Beijing.*京ICP备2026000001号 · Came first/, 'In force', 'Waiting for the administration']) expect(within(own!).getByText(said)).toBeInTheDocument()
  expect(within(own!).getByRole('link', { name: 'See filings of the other side: 京ICP备2026000001号' })).toHaveAttribute('href', expect.stringMatching(/^\/filings\?q=/))
  expect(foreign).toHaveTextContent('The administration of Beijing answers')
  expect(within(foreign!).queryByRole('button')).not.toBeInTheDocument()
  expect(within(foreign!).queryByRole('link')).not.toBeInTheDocument()
  expect(calls.find(({ to }) => to.startsWith('GET /mediations'))?.query.get('state')).toBe('open')
})

test('an answer needs what follows and words; then the list is asked anew and it is said that it was sent', async () => {
  const user = userEvent.setup()
  const { calls } = openConsole('/mediations', { ...page(row()), ...answering('answerMediation', row({ state: 'answered', outcome: 'holder-asked', answer: '已请对方核对', mayAnswer: false }), { id: ids.request }) })
  await user.click(await screen.findByRole('button', { name: 'Answer the conflict over chenguang.com' }))
  const window = await screen.findByRole('dialog', { name: 'Answer the conflict over chenguang.com' })
  await user.click(within(window).getByRole('button', { name: 'Send the answer' }))
  expect(await within(window).findByText('Choose what follows.')).toBeInTheDocument()
  expect(within(window).getByText('Enter an answer.')).toBeInTheDocument()
  expect(calls.some(({ to }) => to.startsWith('POST'))).toBe(false)
  await user.click(within(window).getByRole('radio', { name: /The other side was asked to cancel or correct/ }))
  await user.type(within(window).getByRole('textbox', { name: /Answer/ }), '已请对方核对')
  await user.click(within(window).getByRole('checkbox', { name: /Ask the other side to check its filing/ }))
  await user.click(within(window).getByRole('button', { name: 'Send the answer' }))
  expect(await screen.findByText('The answer was sent.')).toBeInTheDocument()
  expect(calls.find(({ to }) => to === `POST /mediations/${ids.request}/answer`)?.body).toEqual({ outcome: 'holder-asked', answer: '已请对方核对', tellHolder: true })
})

test('a refused answer says why and keeps what was typed', async () => {
  const user = userEvent.setup()
  openConsole('/mediations', { ...page(row()), [`POST /mediations/${ids.request}/answer`]: () => refuse(409, { code: 'mediation-ended', text: { zh: '已结束', en: 'This request has ended.' } }) })
  await user.click(await screen.findByRole('button', { name: /^Answer the conflict/ }))
  const window = await screen.findByRole('dialog')
  await user.click(within(window).getByRole('radio', { name: /hollow/ }))
  await user.type(within(window).getByRole('textbox', { name: /Answer/ }), '空壳')
  await user.click(within(window).getByRole('button', { name: 'Send the answer' }))
  expect(await within(window).findByText('This request has ended.')).toBeInTheDocument()
  expect(within(window).getByRole('textbox', { name: /Answer/ })).toHaveValue('空壳')
})

test('what is answered stands with its outcome and leads to the hollow records; what is gone has no other side', async () => {
  openConsole('/mediations?state=answered', page(
    row({ state: 'answered', outcome: 'clearing', answer: '将予清理', endedAt: since, mayAnswer: false, holderTold: true }), row({ id: ids.other, state: 'lapsed', holder: null, holderChangedAt: null, mayAnswer: false }),
  ))
  const table = await screen.findByRole('table', { name: 'Conflicts that were asked about' })
  expect(within(table).getByRole('link', { name: 'To the hollow records' })).toHaveAttribute('href', '/hollow')
  for (const said of ['将予清理', 'The other side was asked to check', 'The other side is there no more', 'No longer in conflict']) expect(within(table).getByText(said)).toBeInTheDocument()
})

test('where nobody asks, the page says so', async () => {
  openConsole('/mediations', page())
  expect(await screen.findByText('Nobody asks about a conflict.')).toBeInTheDocument()
})
