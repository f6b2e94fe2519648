import { expect, test } from '@jest/globals'
import { answering, refuse } from '@icp/app-shell/testing'
import { screen, within } from '@testing-library/react'
import { openPortal, press, user } from '../open-portal.fixture.js'

const at = '2026-11-26T02:00:00.000Z'
const account = {
  userName: 'wang', name: '王小明', certificateType: '2', certificateNumber: '110***********0016', mobile: '138****0001', email: 'w***@example.com', registeredAt: at, heldUntil: null, acceptances: [], authenticatorSince: null,
}
const here = { id: '00000000-0000-4000-8000-000000000001', browser: 'Chrome', system: 'Windows', firstSeenAt: at, lastSeenAt: at, current: true }
const wrongPassword = { rule: 'password', path: 'password', severity: 'block' as const, text: { zh: '错', en: 'The current password is not right.' }, fix: { zh: '', en: '' }, source: '' }
const phone = { ...here, id: '00000000-0000-4000-8000-000000000002', browser: 'WeChat', system: 'Android', current: false }

test('known devices are listed below the sessions; another one than this is forgotten after a question and with the password', async () => {
  let rows = [here, phone]
  const { calls } = await openPortal('/account', {
    ...answering('getOwnAccount', account), ...answering('listOwnSessions', { rows: [] }), ...answering('getPhoneRecovery', { recovery: null }), ...answering('listOwnDevices', () => ({ rows })), ...answering('listOwnLogOns', { rows: [] }),
    ...answering('forgetOwnDevice', ({ body }) => {
      if ((body as { password: string }).password !== 'four unrelated words') refuse(422, { findings: [wrongPassword] })
      rows = [here]
      return undefined
    }, { id: phone.id }),
  })
  const table = await screen.findByRole('table', { name: 'Known devices' })
  expect(within(table).getByText('WeChat · Android')).toBeInTheDocument()
  expect(within(table).getByText('This device')).toBeInTheDocument()
  expect(within(table).getAllByRole('button')).toHaveLength(1)
  await user.click(within(table).getByRole('button', { name: /^Forget WeChat · Android/ }))
  const question = await screen.findByRole('dialog', { name: 'Forget this device?' })
  expect(within(question).getByText(/WeChat · Android is logged off at once/)).toBeInTheDocument()
  await press('Forget', question)
  expect(within(question).getAllByText('Enter the current password').length).toBeGreaterThan(0)
  await user.type(within(question).getByLabelText('Current password'), 'not the password')
  await press('Forget', question)
  expect(await within(question).findAllByText(/The current password is not right/)).not.toHaveLength(0)
  await user.clear(within(question).getByLabelText('Current password'))
  await user.type(within(question).getByLabelText('Current password'), 'four unrelated words')
  await press('Forget', question)
  expect(await screen.findByText('The device was forgotten.')).toBeInTheDocument()
  expect(screen.queryByText('WeChat · Android')).not.toBeInTheDocument()
  expect(calls.some(({ to }) => to === `POST /account/devices/${phone.id}/forget`)).toBe(true)
})

test('tries to log on are listed with their outcome and where they came from', async () => {
  const tried = { id: here.id, at, browser: 'Edge', system: 'Windows', address: '203.0.113.*' }
  await openPortal('/account', {
    ...answering('getOwnAccount', account), ...answering('listOwnSessions', { rows: [] }), ...answering('getPhoneRecovery', { recovery: null }), ...answering('listOwnDevices', { rows: [] }),
    ...answering('listOwnLogOns', { rows: [{ ...tried, outcome: 'failed-password' }, { ...tried, id: phone.id, outcome: 'done', browser: '', system: '', address: '' }] }),
  })
  const [, failed, done] = within(await screen.findByRole('table', { name: 'My log-ons' })).getAllByRole('row')
  expect(failed).toHaveTextContent(/Not logged on: wrong password.*Edge · Windows.*203\.0\.113\.\*/)
  expect(done).toHaveTextContent(/Logged on.*Unknown device.*Unknown/)
})
