import { beforeEach, expect, test } from '@jest/globals'
import type { OpenedInvitation } from '@icp/contract'
import { createMemoryHistory } from '@tanstack/react-router'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createApp } from '../start/create-app.js'
import { type Answerer, answering, apiStand, refuse, samplePicture, sampleSite, sampleStep } from '../testing/index.js'

const settings = { portal: 'provider' as const, title: { zh: 'ICP备案系统', en: 'ICP Filing System' }, resources: { 'zh-CN': {}, en: {} }, routes: () => [], menu: [] }
const token = 'a'.repeat(43)
const codes = Array.from({ length: 10 }, (_, n) => `abcde-fghi${n}`)

const opened = (parts: Partial<OpenedInvitation> = {}): OpenedInvitation => ({
  purpose: 'join', role: 'provider', organisation: '示例云计算公司', name: '新同事', mobile: '139****0001', email: 'n***@example.net', userName: null,
  expiresAt: '2026-11-26T08:00:00.000Z', authenticator: { secret: 'JBSWY3DPEHPK3PXP', address: 'otpauth://totp/x', qrCode: '<svg xmlns="http://www.w3.org/2000/svg"/>' }, ...parts,
})

const open = (path: string, answers: Record<string, Answerer> = {}) => {
  const stand = apiStand({ 'GET /site': () => sampleSite(), 'GET /me': () => refuse(401), 'GET /log-on': () => refuse(401), 'POST /verification/pictures': () => samplePicture(), ...answers })
  const app = createApp(settings, { fetch: stand.fetch, history: createMemoryHistory({ initialEntries: [path] }), language: 'en' })
  render(app.element)
  return { ...stand, router: app.router }
}

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const type = async (label: string, text: string) => {
  await userEvent.click(screen.getByLabelText(label))
  await userEvent.paste(text)
}

test('an invited person sees what they are invited to, chooses name and password, adds the authenticator and goes on once the recovery codes are kept', async () => {
  const { calls, router } = open(`/invitation#${token}`, { ...answering('openInvitation', opened()), ...answering('acceptInvitation', { userName: 'new-clerk', recoveryCodes: codes }) })
  expect(await screen.findByRole('heading', { level: 1, name: 'Open your account' })).toBeInTheDocument()
  expect(screen.getByText('示例云计算公司')).toBeInTheDocument()
  expect(screen.getByTestId('authenticator-secret')).toHaveTextContent('JBSW Y3DP EHPK 3PXP')
  expect(screen.getByRole('img', { name: 'QR code for the authenticator' })).toBeInTheDocument()
  expect(calls.find(({ to }) => to === 'POST /invitations/open')?.body).toEqual({ token })
  await type('User name', ' new-clerk ')
  await type('Password', 'Juniper otter lantern')
  await userEvent.click(screen.getAllByRole('button', { name: 'Show password' })[0]!)
  expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'text')
  await type('Password again', 'Juniper otter lantern')
  await type('Code that the authenticator shows', '２４６ ８１０')
  await userEvent.click(screen.getByRole('button', { name: 'Finish' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'The authenticator is added' })).toBeInTheDocument()
  expect(calls.find(({ to }) => to === 'POST /invitations/accept')?.body).toEqual({ token, userName: 'new-clerk', password: 'Juniper otter lantern', code: '246810' })
  expect(within(screen.getByTestId('recovery-codes')).getAllByRole('listitem').map((item) => item.textContent)).toEqual(codes)
  expect(screen.getByRole('button', { name: 'Log on' })).toBeDisabled()
  await userEvent.click(screen.getByRole('checkbox', { name: 'I have kept the recovery codes' }))
  await userEvent.click(within(screen.getByRole('main')).getByRole('link', { name: 'Log on' }))
  expect(router.state.location.href).toContain('/log-on?user=new-clerk')
})

test('an empty form says what is missing at each field and sends nothing; what the server refuses stands at its field, and nothing typed is lost', async () => {
  const finding = { rule: 'R-11', path: 'userName', severity: 'block' as const, source: '', text: { zh: '已被使用', en: 'This user name is in use.' }, fix: { zh: '', en: '' } }
  const { calls } = open(`/invitation#${token}`, { ...answering('openInvitation', opened()), 'POST /invitations/accept': () => refuse(422, { findings: [finding] }) })
  await userEvent.click(await screen.findByRole('button', { name: 'Finish' }))
  const summary = await screen.findByRole('alert', { name: 'There is a problem' })
  expect(within(summary).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#userName', '#password', '#code'])
  expect(calls.some(({ to }) => to === 'POST /invitations/accept')).toBe(false)
  await type('User name', 'taken-name')
  await type('Password', 'Juniper otter lantern')
  await type('Password again', 'Juniper otter lantern')
  await type('Code that the authenticator shows', '246810')
  await userEvent.click(screen.getByRole('button', { name: 'Finish' }))
  expect(await screen.findByRole('link', { name: 'This user name is in use.' })).toHaveAttribute('href', '#userName')
  expect(screen.getByLabelText('User name')).toHaveValue('taken-name')
})

test('a new authenticator asks for the password that the account has, and for no name', async () => {
  open(`/invitation#${token}`, answering('openInvitation', opened({ purpose: 'authenticator', userName: 'old-clerk' })))
  expect(await screen.findByRole('heading', { level: 1, name: 'Add a new authenticator' })).toBeInTheDocument()
  expect(screen.getByText('old-clerk')).toBeInTheDocument()
  expect(screen.getByLabelText('Password of the account')).toBeInTheDocument()
  expect(screen.queryByLabelText('Password again')).not.toBeInTheDocument()
})

test('a link that is over, and one that is not whole, say what to do and lead to the log-on', async () => {
  open(`/invitation#${token}`, { 'POST /invitations/open': () => refuse(404) })
  expect(await screen.findByRole('heading', { level: 1, name: 'This link cannot be used' })).toBeInTheDocument()
  expect(within(screen.getByRole('main')).getByRole('link', { name: 'Back to the log-on' })).toHaveAttribute('href', '/log-on')
  open('/invitation')
  expect(await screen.findByRole('heading', { level: 1, name: 'The link is not whole' })).toBeInTheDocument()
})

test('staff are asked for the code of their authenticator, and nothing can be sent again', async () => {
  open('/log-on/code', answering('getLogOnStep', sampleStep({ way: 'authenticator', mobile: '', email: '', onScreen: { code: '135790' } })))
  expect(await screen.findByRole('heading', { level: 1, name: 'Enter the code of your authenticator' })).toBeInTheDocument()
  expect(screen.getByLabelText('Authenticator code or recovery code')).toBeInTheDocument()
  expect(screen.getByText('Demo account: its code is shown here')).toBeInTheDocument()
  expect(screen.getByTestId('on-screen-code')).toHaveTextContent('135790')
  expect(screen.queryByRole('button', { name: 'Send again' })).not.toBeInTheDocument()
})
