import { expect, test } from '@jest/globals'
import { answering, refuse } from '@icp/app-shell/testing'
import { screen, within } from '@testing-library/react'
import { buttonNamed, fillIn, openPortal, press, user } from '../open-portal.fixture.js'

const at = '2026-11-26T02:00:00.000Z'
const account = {
  userName: 'wang', name: '王小明', certificateType: '2', certificateNumber: '110***********0016', mobile: '138****0001', email: 'w***@example.com', registeredAt: at, heldUntil: null, acceptances: [],
}

test('an owner adds an authenticator: password, secret with its first code, recovery codes that must be kept; then the page asks for its code', async () => {
  let since: string | null = null
  const { calls } = await openPortal('/account', {
    ...answering('getOwnAccount', () => ({ ...account, authenticatorSince: since })), ...answering('listOwnSessions', { rows: [] }), ...answering('listOwnDevices', { rows: [] }), ...answering('listOwnLogOns', { rows: [] }), ...answering('getPhoneRecovery', { recovery: null }),
    ...answering('startOwnAuthenticator', { setup: 'sealed', authenticator: { secret: 'ABCDEFGHIJKLMNOP', address: 'otpauth://totp/x', qrCode: '<svg xmlns="http://www.w3.org/2000/svg"/>' } }),
    ...answering('addOwnAuthenticator', (call) => {
      if ((call.body as { code: string }).code !== '123456') {
        refuse(422, { findings: [{ rule: 'code', path: 'code', severity: 'block', text: { zh: '错', en: 'The code is not right.' }, fix: { zh: '', en: '' }, source: '' }] })
      }
      since = at
      return { recoveryCodes: ['abcde-fghjk', 'mnpqr-stuvw'] }
    }),
  })
  await screen.findByText('138****0001')
  await press('Add an authenticator')
  const window = await screen.findByRole('dialog')
  fillIn(within(window).getByLabelText('Current password'), 'stapler battery horse')
  await press('Go on', window)
  fillIn(await within(window).findByLabelText('Code that the authenticator shows'), '999999')
  await press('Add it', window)
  expect((await within(window).findAllByText(/The code is not right/)).length).toBeGreaterThan(0)
  fillIn(within(window).getByRole('textbox'), '123456')
  await press('Add it', window)
  expect(await within(window).findByText('abcde-fghjk')).toBeInTheDocument()
  expect(buttonNamed('Done', window)).toBeDisabled()
  await user.click(within(window).getByRole('checkbox'))
  await press('Done', window)
  expect(await screen.findByText(/a log-on asks for the code of your authenticator/)).toBeInTheDocument()
  expect(buttonNamed('Remove the authenticator')).toBeInTheDocument()
  expect(calls.findLast(({ to }) => to === 'POST /account/authenticator')?.body).toEqual({ setup: 'sealed', code: '123456' })
})
