import { answering } from '@icp/app-shell/testing'
import type { AccountRequestRow, InvitationRow, KeptAccount } from '@icp/contract'
import { expect, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole, operator, security } from '../open-console.fixture.js'
import { actsOn } from './account-acts.js'

const id = '77777777-7777-4777-8777-777777777777'
const at = '2026-11-25T02:00:00.000Z'

const account = (parts: Partial<KeptAccount> = {}): KeptAccount => ({
  id, userName: 'yunshan-gao', name: '高翔', role: 'provider', organisation: '云杉示例', state: 'active', registeredAt: at, lastLogOnAt: null, mobile: '138****8101',
  email: 'y***@example.net', providerId: id, province: null, sessions: 1, authenticatorSince: at, recoveryCodesLeft: 10, waitUntil: null, stopped: false, waiting: [], acts: [], emptiedFrom: null, ...parts,
})

const request = (parts: Partial<AccountRequestRow> = {}): AccountRequestRow => ({
  id, kind: 'invite', state: 'waiting', name: '吕审', userName: null, accountId: null, role: 'audit-administrator', organisation: null, reason: '增设', askedBy: 'security-qin',
  askedAt: at, expiresAt: '2026-12-02T02:00:00.000Z', decidedBy: null, decidedAt: null, mayDecide: true, ...parts,
})

const invitation: InvitationRow = {
  id, purpose: 'join', role: 'reviewer', organisation: '浙江省通信管理局', name: '郑新', mobile: '139****0001', email: 'z***@example.org', state: 'sent', invitedAt: at,
  invitedBy: 'security-qin', expiresAt: '2026-11-26T02:00:00.000Z',
}

const asSecurity = answering('getMe', security)

test('what may be done follows from the account: who has no authenticator loses none, a disabled account is enabled, what waits is not asked twice', () => {
  expect(actsOn(account())).toEqual(['end-sessions', 'reset-authenticator', 'change-role', 'disable'])
  expect(actsOn(account({ role: 'owner', sessions: 0, authenticatorSince: null }))).toEqual(['disable'])
  expect(actsOn(account({ state: 'disabled', sessions: 0, waiting: ['enable'] }))).toEqual(['change-role'])
  expect(actsOn(account({ waitUntil: at, sessions: 0, waiting: ['change-role'] }))).toEqual(['clear-stop', 'reset-authenticator', 'disable'])
  expect(actsOn(account({ stopped: true, sessions: 0, waiting: ['change-role'] }))).toEqual(['clear-stop', 'reset-authenticator', 'disable'])
})

test('an account is disabled only with a reason, and the page says what followed', async () => {
  const { calls } = openConsole(`/accounts/${id}`, {
    ...asSecurity, ...answering('getAccount', account(), { id }),
    ...answering('disableAccount', { account: account({ state: 'disabled', sessions: 0 }), waitsForSecondPerson: false, onScreen: null }, { id }),
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Disable' }))
  const dialog = await screen.findByRole('dialog', { name: 'Disable' })
  expect(dialog).toHaveTextContent('every session ends')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Disable' }))
  expect(await within(dialog).findByText('Say why')).toBeInTheDocument()
  await userEvent.click(within(dialog).getByLabelText('Reason'))
  await userEvent.paste('left the firm')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Disable' }))
  expect(await screen.findByText('The account is disabled and its sessions have ended.')).toBeInTheDocument()
  expect(calls.find(({ to }) => to === `POST /administration/accounts/${id}/disable`)?.body).toEqual({ reason: 'left the firm' })
})

test('an account that its owner has closed is told apart from a disabled one, and shows no placeholder for what is erased', async () => {
  const closed = account({ userName: `closed ${id}`, name: '', role: 'owner', organisation: null, state: 'closed', mobile: '', email: '', providerId: null, sessions: 0, authenticatorSince: null })
  const { router } = openConsole('/accounts?state=closed', { ...asSecurity, ...answering('listAccounts', { rows: [closed], total: 1, next: null }), ...answering('getAccount', closed, { id }) })
  const row = await screen.findByRole('row', { name: /Closed account/ })
  expect(row).not.toHaveTextContent(id)
  expect(screen.getByLabelText('State')).toHaveValue('closed')
  await act(() => router.navigate({ to: `/accounts/${id}` }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Closed account' })).toBeInTheDocument()
  expect(screen.getByText(/nothing can be done to it/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Enable' })).not.toBeInTheDocument()
  expect(screen.getByRole('main')).not.toHaveTextContent(id)
})

test.each([
  ['en', 'Emptied account', 'Emptied from 29 May 2027 on', /Invite the person anew/, 'Erased account 77777777', 'Enable'],
  ['zh-CN', '已清除的账号', '2027年5月29日起清除', /请重新邀请/, '已清除的账号 77777777', '启用'],
] as const)('a disabled staff account says from which day it is emptied; an emptied one shows no name, no placeholder and no way to enable it: %s', async (language, title, day, anew, by, enable) => {
  const disabled = account({ state: 'disabled', emptiedFrom: '2027-05-28T18:00:00.000Z', sessions: 0 })
  const other = id.replace('777', '888')
  const emptied = account({ id: other, userName: `closed ${id}`, name: '', state: 'emptied', mobile: '', email: '', sessions: 0, authenticatorSince: null, acts: [{ act: 'disable', by: `closed ${id}`, at, reason: '' }] })
  const { router } = openConsole('/accounts', {
    ...asSecurity, ...answering('listAccounts', { rows: [disabled, emptied], total: 2, next: null }), ...answering('getAccount', emptied, { id: other }),
  }, language)
  const row = await screen.findByRole('row', { name: new RegExp(title) })
  expect(row).not.toHaveTextContent(id)
  expect(row).not.toHaveTextContent(/Never|从未登录/)
  expect(screen.getByRole('row', { name: /yunshan-gao/ })).toHaveTextContent(day)
  await act(() => router.navigate({ to: `/accounts/${other}` }))
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeInTheDocument()
  expect(screen.getByText(anew)).toBeInTheDocument()
  expect(screen.getByRole('main')).toHaveTextContent(by)
  expect(screen.getByRole('main')).not.toHaveTextContent(id)
  expect(screen.queryByRole('button', { name: enable })).not.toBeInTheDocument()
})

test('one’s own account offers nothing', async () => {
  openConsole(`/accounts/${security.id}`, { ...asSecurity, ...answering('getAccount', account({ id: security.id, role: 'security-administrator' }), { id: security.id }) })
  expect(await screen.findByText('This is your own account; another security administrator has to act on it.')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Disable' })).not.toBeInTheDocument()
})

test('a reviewer is invited to an administration; the link is shown while the SMS platform is off', async () => {
  const { calls } = openConsole('/invitations', {
    ...asSecurity, ...answering('listInvitations', { rows: [], total: 0, next: null }),
    ...answering('inviteStaff', { invitation, onScreen: { link: 'http://localhost:3003/invitation#abc' } }),
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Invite' }))
  const dialog = await screen.findByRole('dialog', { name: 'Invite somebody' })
  await userEvent.click(within(dialog).getByRole('button', { name: 'Send the invitation' }))
  expect(await within(dialog).findByRole('link', { name: 'Choose a role' })).toHaveAttribute('href', '#role')
  await userEvent.selectOptions(within(dialog).getByLabelText('Role'), 'reviewer')
  await userEvent.selectOptions(within(dialog).getByLabelText('Communications administration'), '330000')
  for (const [label, text] of [['Name', '郑新'], ['Mobile number', '13900000001'], ['E-mail address', 'zheng@example.org']] as const) {
    await userEvent.click(within(dialog).getByLabelText(label))
    await userEvent.paste(text)
  }
  await userEvent.click(within(dialog).getByRole('button', { name: 'Send the invitation' }))
  expect(await screen.findByTestId('on-screen-link')).toHaveTextContent('http://localhost:3003/invitation#abc')
  expect(calls.find(({ to }) => to === 'POST /administration/invitations')?.body).toEqual({
    role: 'reviewer', providerId: null, province: '330000', name: '郑新', mobile: '13900000001', email: 'zheng@example.org', reason: '',
  })
})

test('another administrator countersigns; whoever asked is told that somebody else has to', async () => {
  let state: AccountRequestRow['state'] = 'waiting'
  const { calls } = openConsole('/account-requests', {
    ...answering('getMe', operator), ...answering('listAccountRequests', () => ({ rows: [request({ state, mayDecide: state === 'waiting' })], total: 1, next: null })),
    ...answering('decideAccountRequest', () => {
      state = 'agreed'
      return { request: request({ state, mayDecide: false }), onScreen: null }
    }, { id }),
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Agree' }))
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Agree' }))
  expect(await screen.findByText('Agreed; it is in effect.')).toBeInTheDocument()
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Agree' })).not.toBeInTheDocument())
  expect(calls.find(({ to }) => to === `POST /administration/account-requests/${id}/decision`)?.body).toEqual({ agree: true })
})
