import { afterEach, expect, jest, test } from '@jest/globals'
import { answering, refuse } from '@icp/app-shell/testing'
import type { AnswerOf, Closure } from '@icp/contract'
import { erasedAtClosure, keptAfterClosure } from '@icp/domain'
import { sampleFiling, since } from '@icp/filing-views/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { fillIn, openPortal, press, user } from './open-portal.fixture.js'

const id = '88888888-8888-4888-8888-888888888888'
const sent = answering('sendStepUpCode', { way: 'message', mobile: '138****0001', email: 'w***@example.com', expiresAt: since, resendAt: since, triesLeft: 5, onScreen: null })
const closure: Closure = { obstacles: [], drafts: 2, erased: [...erasedAtClosure], kept: [...keptAfterClosure] }
const read = {
  id, at: since, first: since, times: 1, way: 'revealed' as const, reason: 'verify' as const, reader: { zh: '云端网络', en: 'Cloud Network' }, field: { zh: '手机号码', en: 'Mobile number' }, filing: { id, reference: 'BA20261120-000001' }, record: null,
}
const opened = {
  ...read, id: '88888888-8888-4888-8888-888888888889', at: '2026-11-20T09:30:00.000Z', first: '2026-11-20T02:05:00.000Z', times: 3, way: 'opened' as const, reason: null, field: null,
}
const usual = { ...sent, ...answering('listOwnReads', { rows: [read, opened], total: 2, next: null }), ...answering('getClosure', closure) }
const data: AnswerOf<'exportOwnData'> = {
  fileName: 'my-data-2026-11-26', pdf: btoa('%PDF-1.4'),
  data: {
    madeAt: since, acceptances: [], sessions: [], devices: [], logOns: [], lostPhones: [], filings: [], received: [], mediations: [], records: [], notices: [], messages: [], reads: [], acts: [],
    account: { id, userName: 'wang', name: '王小明', certificateType: '2', certificateNumber: '110101199003070016', mobile: '13800000001', email: 'w@example.com', registeredAt: since, lastLogOnAt: null },
  },
}
const part = (name: string) => within(screen.getByRole('region', { name }))

const saved: { name: string; type: string }[] = []
const watchDownloads = () => {
  saved.length = 0
  let type = ''
  Object.assign(URL, { createObjectURL: (blob: Blob) => { ({ type } = blob); return 'blob:x' }, revokeObjectURL: () => {} })
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function note(this: HTMLAnchorElement) { saved.push({ name: this.download, type }) })
}
afterEach(() => {
  jest.restoreAllMocks()
})

test('one code gives both files, and they can be had again', async () => {
  watchDownloads()
  const { calls } = await openPortal('/account/data', { ...usual, ...answering('exportOwnData', data) })
  await screen.findByRole('heading', { level: 1, name: 'My data' })
  await press('Export')
  expect(screen.getByRole('alert', { name: 'There is a problem' })).toHaveTextContent('Enter the code')
  fillIn(part('Get a copy').getByLabelText('Code'), '123456')
  await press('Export')
  expect(await screen.findByText('The files were downloaded.')).toBeInTheDocument()
  expect(saved).toEqual([{ name: 'my-data-2026-11-26.json', type: 'application/json' }, { name: 'my-data-2026-11-26.pdf', type: 'application/pdf' }])
  await press('Download the PDF')
  expect(saved).toHaveLength(3)
  expect(calls.filter((call) => call.to === 'POST /account/data')).toMatchObject([{ body: { code: '123456' } }])
})

test('a wrong code is said at its field', async () => {
  await openPortal('/account/data', {
    ...usual,
    'POST /account/data': () => refuse(422, { findings: [{ rule: 'code', path: 'code', severity: 'block', source: '', text: { zh: '错', en: 'The code is wrong.' }, fix: { zh: '重填', en: 'Try again.' } }] }),
  })
  await screen.findByRole('heading', { level: 1, name: 'My data' })
  const field = part('Get a copy').getByLabelText('Code')
  fillIn(field, '000000')
  await press('Export')
  await waitFor(() => expect(field).toHaveAccessibleDescription(expect.stringContaining('The code is wrong.')))
})

test('who read which field, when and for what stands in a table', async () => {
  await openPortal('/account/data', usual, { language: 'zh-CN' })
  const table = await screen.findByRole('table', { name: '谁看过我的信息' })
  const [, revealed] = within(table).getAllByRole('row')
  for (const text of ['云端网络', '查看未遮挡的内容', '手机号码', '核实备案信息是否真实', 'BA20261120-000001']) expect(within(revealed!).getByText(text)).toBeInTheDocument()
})

test('an organisation that opened a filing several times in a day has one row, with how often, the first and the last time', async () => {
  await openPortal('/account/data', usual)
  const table = await screen.findByRole('table', { name: 'Who read my data' })
  const row = within(table).getAllByRole('row')[2]!
  expect(within(row).getByRole('rowheader')).toHaveTextContent('Cloud Network')
  expect(row).toHaveTextContent(/Opened the filing/)
  expect(row).toHaveTextContent('2026-11-20 17:303 times that day, from 10:05')
  expect(row).not.toHaveTextContent('Mobile number')
})

test('a message to me that an operator read has its purpose and no filing', async () => {
  const message = { ...read, way: 'message' as const, reader: { zh: '系统管理员', en: 'Operator' }, field: null, reason: 'complaint' as const, filing: null }
  await openPortal('/account/data', { ...usual, ...answering('listOwnReads', { rows: [message], total: 1, next: null }) })
  const table = await screen.findByRole('table', { name: 'Who read my data' })
  expect(within(table).getAllByRole('row')[1]).toHaveTextContent(/Operator.*Read a message to you in full.*Following up a complaint/)
})

test('a look at my record in force has its number, and one at my account says that it was opened', async () => {
  const record = { ...opened, way: 'forced' as const, reader: { zh: '北京市通信管理局', en: 'Beijing Communications Administration' }, filing: null, record: '京ICP备2026000001号' }
  const account = { ...opened, id, times: 1, way: 'account' as const, reader: { zh: '安全管理员', en: 'Security administrator' }, filing: null, record: null }
  await openPortal('/account/data', { ...usual, ...answering('listOwnReads', { rows: [record, account], total: 2, next: null }) })
  const [, first, second] = within(await screen.findByRole('table', { name: 'Who read my data' })).getAllByRole('row')
  expect(first).toHaveTextContent(/Beijing Communications Administration.*Looked at what cancelling it by force would end.*京ICP备2026000001号/)
  expect(second).toHaveTextContent(/Security administrator.*Opened your account/)
})

test('nobody has looked: that is said', async () => {
  await openPortal('/account/data', { ...usual, ...answering('listOwnReads', { rows: [], total: 0, next: null }) })
  expect(await screen.findByText('No organisation has read your data so far.')).toBeInTheDocument()
})

test('what stands in the way of closing leads to where it ends; there is no button to close', async () => {
  const running = sampleFiling()
  await openPortal('/account/data', {
    ...usual,
    ...answering('getClosure', { ...closure, obstacles: [{ kind: 'subject', number: '京ICP备2026000001号', name: '晨光书店' }, { kind: 'filing', id: running.id, reference: 'BA20261120-000001', status: 'in-review' }] }),
  })
  expect(await screen.findByRole('link', { name: 'cancel the subject first' })).toHaveAttribute('href', '/filing/cancel-subject')
  expect(screen.getByRole('link', { name: 'look at it or withdraw it' })).toHaveAttribute('href', `/filing/progress/${running.id}`)
  expect(screen.queryByRole('button', { name: 'Close my account' })).not.toBeInTheDocument()
})

test('closing says what goes and what stays, asks for the code and for a tick, and ends on a page that needs no session', async () => {
  const { calls, router } = await openPortal('/account/data', { ...usual, 'POST /account/closure': () => undefined })
  expect(await screen.findByText('Drafts that go with the account: 2.')).toBeInTheDocument()
  for (const { what } of keptAfterClosure) expect(screen.getByText(what.en)).toBeInTheDocument()
  fillIn(screen.getByLabelText('Code for closing'), '654321')
  await press('Close my account')
  const dialog = await screen.findByRole('alertdialog')
  const confirm = within(dialog).getByRole('button', { name: 'Close my account' })
  expect(confirm).toBeDisabled()
  await user.click(within(dialog).getByRole('checkbox', { name: 'I understand that this cannot be undone' }))
  await user.click(confirm)
  expect(await screen.findByRole('heading', { level: 1, name: 'Your account is closed' })).toBeInTheDocument()
  expect(router.state.location.pathname).toBe('/account-closed')
  expect(calls.filter((call) => call.to === 'POST /account/closure')).toMatchObject([{ body: { code: '654321' } }])
})
