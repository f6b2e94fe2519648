import { expect, test } from '@jest/globals'
import { type Answerer, answering, refuse } from '@icp/app-shell/testing'
import { screen, within } from '@testing-library/react'
import { fillIn, openPortal, press } from '../open-portal.fixture.js'

const at = '2026-11-26T02:00:00.000Z'
const due = '2026-11-29T02:00:00.000Z'
const account = {
  userName: 'wang', name: '王小明', certificateType: '2', certificateNumber: '110***********0016', mobile: '138****0001', email: 'w***@example.com', registeredAt: at, heldUntil: null, authenticatorSince: null, acceptances: [],
}
const sent = (to: { mobile?: string; email?: string }, code: string) => ({ mobile: '', email: '', expiresAt: due, resendAt: due, triesLeft: 5, onScreen: { code }, ...to })

const wrong = (path: string) => ({ rule: 'code', path, severity: 'block' as const, text: { zh: '错', en: 'The code is not right.' }, fix: { zh: '', en: '' }, source: '' })

/** An account whose new phone waits once both codes were right. */
const standOf = (waiting = false) => {
  const server = { waiting }
  const answers: Record<string, Answerer> = {
    ...answering('getOwnAccount', account), ...answering('listOwnSessions', { rows: [] }), ...answering('listOwnDevices', { rows: [] }), ...answering('listOwnLogOns', { rows: [] }),
    ...answering('getPhoneRecovery', () => ({ recovery: server.waiting ? { mobile: '139****0002', startedAt: at, dueAt: due } : null })),
    ...answering('startPhoneRecovery', { mail: sent({ email: 'w***@example.com' }, '111111'), phone: sent({ mobile: '139****0002' }, '222222') }),
    ...answering('confirmPhoneRecovery', (call) => {
      if ((call.body as { mailCode: string }).mailCode !== '111111') {
        refuse(422, { findings: [wrong('mailCode')] })
      }
      server.waiting = true
      return { mobile: '139****0002', startedAt: at, dueAt: due }
    }),
    ...answering('stopPhoneRecovery', () => { server.waiting = false; return undefined }),
  }
  return { server, answers }
}

/** From the account page to the new number asked for with these codes; the window. */
async function askWithCodes(mailCode: string, phoneCode: string) {
  await screen.findByText('138****0001')
  await press('I no longer have this phone')
  const window = await screen.findByRole('dialog')
  fillIn(within(window).getByLabelText('New mobile number'), '13900000002')
  fillIn(within(window).getByLabelText('Password of the account'), 'stapler battery horse')
  await press('Send the codes', window)
  fillIn(await within(window).findByLabelText('Code from your mailbox'), mailCode)
  fillIn(within(window).getByLabelText('Code from the new contact'), phoneCode)
  await press('Ask for the new number', window)
  return window
}

test('an owner who has lost the phone proves mailbox and new phone; what was typed stays on a refusal, and the page says until when it waits', async () => {
  const { answers } = standOf()
  const { calls } = await openPortal('/account', answers)
  const window = await askWithCodes('999999', '222222')
  expect((await within(window).findAllByText(/The code is not right/)).length).toBeGreaterThan(0)
  expect(within(window).getByLabelText('Code from the new contact')).toHaveValue('222222')
  fillIn(within(window).getByLabelText('Code from your mailbox'), '111111')
  await press('Ask for the new number', window)
  expect(await screen.findByText(/139\*\*\*\*0002 becomes the number of the account at/)).toBeInTheDocument()
  expect(calls.findLast(({ to }) => to === 'POST /account/lost-phone/confirm')?.body).toEqual({ mobile: '13900000002', mailCode: '111111', phoneCode: '222222' })
})

test('where both codes have the same fault, the summary says which field is meant', async () => {
  const { answers } = standOf()
  await openPortal('/account', { ...answers, ...answering('confirmPhoneRecovery', () => refuse(422, { findings: ['mailCode', 'phoneCode'].map(wrong) })) })
  const window = await askWithCodes('999999', '999999')
  const summary = await within(window).findByRole('alert', { name: 'There is a problem' })
  expect(within(summary).getAllByRole('link').map(({ textContent }) => textContent?.split(': ')[0])).toEqual(['Code from your mailbox', 'Code from the new contact'])
  expect(within(window).getByLabelText('Code from your mailbox')).toHaveAccessibleDescription(/The code is not right/)
  expect(within(window).getByLabelText('Code from your mailbox')).not.toHaveAccessibleDescription(/mailbox: /)
})

test('a new phone that waits is stopped from the account page', async () => {
  const { answers, server } = standOf(true)
  await openPortal('/account', answers)
  await screen.findByText(/139\*\*\*\*0002 becomes the number/)
  await press('Stop it, keep the old number')
  expect(await screen.findByText('The new number was stopped; the old one stays.')).toBeInTheDocument()
  expect(server.waiting).toBe(false)
})

test('behind the link of the old phone it is stopped without a log-on; a dead link says so', async () => {
  globalThis.history.replaceState(null, '', '/recover/phone#the-token-of-the-link')
  const { calls } = await openPortal('/recover/phone', {
    ...answering('lookAtPhoneStopLink', { mobile: '139****0002', startedAt: at, dueAt: due }), ...answering('stopPhoneByLink', () => undefined),
  }, { visitor: true })
  await screen.findByRole('heading', { level: 1, name: 'Somebody asks for a new mobile number on your account' })
  await press('Stop it, keep the old number')
  await screen.findByRole('heading', { level: 1, name: 'The new number was stopped' })
  expect(calls.find(({ to }) => to === 'POST /recovery/phone/stop')?.body).toEqual({ token: 'the-token-of-the-link' })
})

test('without a token the page of the link says that it does not work', async () => {
  await openPortal('/recover/phone', {}, { visitor: true })
  expect(await screen.findByRole('heading', { level: 1, name: 'This link does not work' })).toBeInTheDocument()
})
