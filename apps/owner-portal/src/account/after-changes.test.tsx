import { expect, test } from '@jest/globals'
import { type Answerer, answering, refuse } from '@icp/app-shell/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { fillIn, openPortal, press, user } from '../open-portal.fixture.js'

const at = '2026-11-26T02:00:00.000Z'
const due = '2026-11-29T02:00:00.000Z'
const account = {
  userName: 'wang', name: '王小明', certificateType: '2', certificateNumber: '110***********0016', mobile: '138****0001', email: 'w***@example.com', registeredAt: at, heldUntil: null, acceptances: [], authenticatorSince: null,
}
const here = { id: '00000000-0000-4000-8000-000000000001', browser: 'Chrome', system: 'Windows', current: true }
const phone = { ...here, id: '00000000-0000-4000-8000-000000000002', browser: 'WeChat', system: 'Android', current: false }
const sent = (to: { mobile?: string; email?: string }) => ({ mobile: '', email: '', expiresAt: due, resendAt: due, triesLeft: 5, onScreen: null, ...to })

/** An account with another session and device and a new phone that waits, until the server ends all three. */
const standOf = () => {
  const server = { others: true }
  const rows = () => (server.others ? [here, phone] : [here])
  const waiting = { mobile: '139****0002', startedAt: at, dueAt: due }
  const answers: Record<string, Answerer> = {
    ...answering('getOwnAccount', account), ...answering('listOwnLogOns', { rows: [] }),
    ...answering('listOwnSessions', () => ({ rows: rows().map((one) => ({ ...one, address: '', startedAt: at, seenAt: at })) })),
    ...answering('listOwnDevices', () => ({ rows: rows().map((one) => ({ ...one, firstSeenAt: at, lastSeenAt: at })) })),
    ...answering('getPhoneRecovery', () => ({ recovery: server.others ? waiting : null })),
  }
  const end = () => { server.others = false }
  return { answers, end }
}

const standsThere = async () => {
  await screen.findByText(/139\*\*\*\*0002 becomes the number/)
  await waitFor(() => expect(screen.getAllByText('WeChat · Android')).toHaveLength(2))
}
const isGone = () => waitFor(() => {
  expect(screen.queryByText(/139\*\*\*\*0002 becomes the number/)).not.toBeInTheDocument()
  expect(screen.queryByText('WeChat · Android')).not.toBeInTheDocument()
})

test('after a new password the page shows no session, device or waiting phone that it has ended', async () => {
  const { answers, end } = standOf()
  await openPortal('/account', { ...answers, ...answering('sendStepUpCode', { way: 'message', ...sent({ mobile: '138****0001', email: 'w***@example.com' }) }), ...answering('changePassword', () => { end(); return undefined }) })
  await standsThere()
  fillIn(screen.getByLabelText('Current password'), 'stapler battery horse')
  fillIn(screen.getByLabelText('New password'), 'juniper otter lantern')
  fillIn(screen.getByLabelText('New password once more'), 'juniper otter lantern')
  fillIn(document.getElementById('own-password-code')!, '123456')
  await press('Change password')
  await isGone()
  expect(screen.getByText('Chrome · Windows', { selector: '#known-devices *' })).toBeInTheDocument()
})

test('after a new phone the page shows no session, device or waiting phone that it has ended', async () => {
  const { answers, end } = standOf()
  await openPortal('/account', {
    ...answers, ...answering('startContactChange', { before: sent({ mobile: '138****0001' }), after: sent({ mobile: '139****0003' }) }),
    ...answering('completeContactChange', () => { end(); return undefined }),
  })
  await standsThere()
  await user.click(screen.getByRole('button', { name: 'Change the mobile number' }))
  const window = await screen.findByRole('dialog')
  fillIn(document.getElementById('contact-value')!, '13900000003')
  fillIn(document.getElementById('contact-password')!, 'stapler battery horse')
  await press('Send the codes', window)
  await waitFor(() => expect(document.getElementById('contact-old-code')).not.toBeNull())
  fillIn(document.getElementById('contact-old-code')!, '111111')
  fillIn(document.getElementById('contact-new-code')!, '222222')
  await press('Change the number', window)
  await isGone()
})

test.each([
  ['session', /^Log off WeChat/, 'endOwnSession', 'Log off', 'Where I am logged on'], ['device', /^Forget WeChat/, 'forgetOwnDevice', 'Forget', 'Known devices'],
] as const)('a %s that another window has ended goes from the list when it cannot be ended again', async (_, asks, operation, act, list) => {
  const { answers, end } = standOf()
  await openPortal('/account', { ...answers, ...answering(operation, () => refuse(404, { text: { zh: '已结束', en: 'It has ended already.' } }), { id: phone.id }) })
  await standsThere()
  end()
  await user.click(screen.getByRole('button', { name: asks }))
  const question = await screen.findByRole('dialog')
  fillIn(within(question).getByLabelText('Current password'), 'stapler battery horse')
  await press(act, question)
  expect((await within(question).findAllByText(/It has ended already/)).length).toBeGreaterThan(0)
  await waitFor(() => expect(within(screen.getByRole('table', { name: list, hidden: true })).queryByText('WeChat · Android')).not.toBeInTheDocument())
})

test('a waiting phone that another window has stopped goes from the page, which says so', async () => {
  const { answers, end } = standOf()
  await openPortal('/account', { ...answers, ...answering('stopPhoneRecovery', () => refuse(404)) })
  await standsThere()
  end()
  await press('Stop it, keep the old number')
  expect(await screen.findByText('No new number waits any more: it was stopped already.')).toBeInTheDocument()
  expect(screen.queryByText(/139\*\*\*\*0002 becomes the number/)).not.toBeInTheDocument()
})

test('a new phone that was asked for in another window is shown, so that it can be stopped, once a second one is refused', async () => {
  let waiting = false
  const { answers } = standOf()
  await openPortal('/account', {
    ...answers, ...answering('getPhoneRecovery', () => ({ recovery: waiting ? { mobile: '139****0002', startedAt: at, dueAt: due } : null })),
    ...answering('startPhoneRecovery', () => { waiting = true; return refuse(409, { code: 'phone-recovery-waits', text: { zh: '已有', en: 'A new number waits already.' } }) }),
  })
  await screen.findByText('138****0001')
  await press('I no longer have this phone')
  const window = await screen.findByRole('dialog')
  fillIn(within(window).getByLabelText('New mobile number'), '13900000004')
  fillIn(within(window).getByLabelText('Password of the account'), 'stapler battery horse')
  await press('Send the codes', window)
  expect(await screen.findByText(/139\*\*\*\*0002 becomes the number/)).toBeInTheDocument()
})
