import { answering, refuse, sampleMe } from '@icp/app-shell/testing'
import type { AuditEntry, Checkpoint, Verification, VerifiedPart } from '@icp/contract'
import { verifiedKinds } from '@icp/contract'
import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole } from '../open-console.fixture.js'

const auditor = sampleMe({ category: 'administration', role: 'audit-administrator', name: '审计员' })
const at = '2026-11-23T02:00:00.000Z'
const id = '99999999-9999-4999-8999-999999999999'
const checkpoint: Checkpoint = {
  format: 'icp-checkpoint/1', number: 12, size: 345, root: 'ab'.repeat(32), at, previous: '0'.repeat(64), keyId: '0123456789abcdef', signature: 'x',
}
const parts = (wrong: Partial<Record<VerifiedPart['kind'], VerifiedPart['first']>> = {}): VerifiedPart[] =>
  verifiedKinds.map((kind) => ({ kind, checked: 7, wrong: wrong[kind] ? 1 : 0, first: wrong[kind] ?? null, skipped: null }))
const done = (found: Parameters<typeof parts>[0] = {}): Verification => ({
  id, state: 'done', askedAt: at, endedAt: at, progress: null,
  result: { whole: Object.keys(found).length === 0, parts: parts(found), entries: 345, checkpoint },
})
const stand = (verification: Verification | null) => ({
  ...answering('getMe', auditor), ...answering('getVerification', { verification }), ...answering('listCheckpoints', { rows: [checkpoint], total: 1, next: null }),
})

test('the audit administrator lands on the last verification, with its checkpoints', async () => {
  openConsole('/', stand(done()))
  expect(await screen.findByText('Everything is as it was signed')).toBeInTheDocument()
  expect(screen.getByText(/Held against checkpoint 12/)).toBeInTheDocument()
  expect(within(await screen.findByRole('table', { name: 'Checkpoints' })).getByText('ab'.repeat(32))).toBeInTheDocument()
  const tree = screen.getByRole('tree', { name: 'Menu' })
  expect(within(tree).getAllByRole('treeitem').map((item) => item.textContent)).toEqual(expect.arrayContaining(['Integrity', 'Audit search', 'Breach scope']))
})

test('the first wrong thing is named by its place and in words', async () => {
  openConsole('/audit/proof', stand(done({ entries: { where: 'filing:1 #4', what: 'changed' }, certificates: { where: '7F3K-9Q2M-XX4P', what: 'signature' } })))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Kinds of records with something wrong: 2')
  expect(alert).toHaveTextContent('Audit entries, first at filing:1 #4: its content was changed')
  const row = screen.getByRole('row', { name: /Certificates/ })
  expect(row).toHaveTextContent('Wrong: 1')
  expect(row).toHaveTextContent('7F3K-9Q2M-XX4P: its signature does not hold')
})

test('a verification is asked for, shows how far it is, and then its result', async () => {
  const user = userEvent.setup()
  let now: Verification | null = null
  const { calls } = openConsole('/audit/proof', {
    ...stand(null), ...answering('getVerification', () => ({ verification: now })),
    ...answering('startVerification', () => {
      now = { id, state: 'running', askedAt: at, endedAt: null, progress: { kind: 'register', done: 40, total: 100 }, result: null }
      return now
    }),
  })
  expect(await screen.findByText(/Nothing was verified yet/)).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Verify now' }))
  expect(await screen.findByText('Looking at: Register. 40% done.')).toBeInTheDocument()
  expect(calls.filter((call) => call.to === 'POST /audit/verifications')).toHaveLength(1)
  now = done()
  expect(await screen.findByText('Everything is as it was signed')).toBeInTheDocument()
})

const entry: AuditEntry = {
  chain: 'filing:1', position: 3, sequence: 88, at, role: 'reviewer', accountId: id, userName: 'reviewer-bj', action: 'filing.approve', filingId: id, objectType: 'filing',
  objectId: id, digest: null, detail: { from: 'in-review', to: 'approved' }, hash: 'cd'.repeat(32),
}

test('entries are searched by actor, object, action and days, through the address', async () => {
  const user = userEvent.setup()
  const { calls, router } = openConsole('/audit/entries', { ...stand(null), ...answering('searchAuditEntries', { rows: [entry], next: null }) })
  const row = await screen.findByRole('row', { name: /filing.approve/ })
  for (const text of ['Reviewer', 'reviewer-bj', 'Approved', 'to: approved', '88']) expect(row).toHaveTextContent(text)
  await user.type(screen.getByLabelText('Actor'), 'reviewer-bj')
  await user.type(screen.getByLabelText('From'), '2026-11-23')
  await user.click(screen.getByRole('button', { name: 'Query' }))
  await waitFor(() => expect(router.state.location.search).toEqual({ actor: 'reviewer-bj', from: '2026-11-23' }))
  await waitFor(() => expect(calls.filter((call) => call.to === 'GET /audit/entries').at(-1)?.query.get('from')).toBe('2026-11-22T16:00:00.000Z'))
})

test('an entry that names a whole page of a list is folded after its first ones and opens', async () => {
  const user = userEvent.setup()
  const objects = Array.from({ length: 50 }, (_, n) => `message:${n}`)
  openConsole('/audit/entries', { ...stand(null), ...answering('searchAuditEntries', { rows: [{ ...entry, detail: { state: 'failed', objects, rows: { event: 'ab', note: 'cd' } } }], next: null }) })
  const row = await screen.findByRole('row', { name: /filing.approve/ })
  expect(row).toHaveTextContent('objects: message:0, message:1, message:2')
  expect(within(row).getByText('event ab, note cd')).not.toBeVisible()
  await user.click(within(row).getByText('rows (2)'))
  expect(within(row).getByText('event ab, note cd')).toBeVisible()
  expect(within(row).getByText(/message:49/)).not.toBeVisible()
  await user.click(within(row).getByText('47 more'))
  expect(within(row).getByText(/message:49/)).toBeVisible()
})

test('the breach scope asks for account and days, lists what was seen, and says when there is no such account', async () => {
  const user = userEvent.setup()
  const rows = [{ object: `filing:${id}`, reference: 'BA20261123-000001', reads: 3, acts: 1, actions: ['filing.open', 'filing.pass'], first: at, last: at }]
  const { answer, calls } = openConsole('/audit/breach-scope', {
    ...stand(null), ...answering('getBreachScope', { account: { id, userName: 'mallory', role: 'provider' }, entries: 4, rows }),
  })
  await user.click(await screen.findByRole('button', { name: 'List' }))
  expect(calls.some((call) => call.to === 'GET /audit/breach-scope')).toBe(false)
  await user.type(screen.getByLabelText('Account'), 'mallory')
  await user.type(screen.getByLabelText('From'), '2026-11-01')
  await user.type(screen.getByLabelText('To'), '2026-11-30')
  await user.click(screen.getByRole('button', { name: 'List' }))
  expect(await screen.findByText('Provider staff mallory: records seen or acted on: 1')).toBeInTheDocument()
  expect(screen.getByRole('row', { name: /BA20261123-000001/ })).toHaveTextContent('Filing opened, Passed')
  const asked = calls.find((call) => call.to === 'GET /audit/breach-scope')?.query
  expect([asked?.get('from'), asked?.get('to')]).toEqual(['2026-10-31T16:00:00.000Z', '2026-11-30T16:00:00.000Z'])
  answer({ 'GET /audit/breach-scope': () => refuse(404, { code: 'account-unknown', text: { zh: '没有该账号。', en: 'There is no such account.' } }) })
  await user.clear(screen.getByLabelText('Account'))
  await user.type(screen.getByLabelText('Account'), 'nobody{Enter}')
  expect(await screen.findByText('There is no such account.')).toBeInTheDocument()
})
