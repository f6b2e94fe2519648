import { expect, test } from '@jest/globals'
import { answering, refuse } from '@icp/app-shell/testing'
import type { CodeSent } from '@icp/contract'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole } from '../open-console.fixture.js'

const at = '2026-11-26T02:00:00.000Z'
const own = {
  userName: 'clerk', name: '云端审核员', certificateType: '', certificateNumber: '', mobile: '138****0001', email: 'c***@example.com', registeredAt: at, heldUntil: null, acceptances: [],
  authenticatorSince: at,
}
const sent = (parts: Partial<CodeSent>): CodeSent => ({ mobile: '', email: '', expiresAt: '2026-11-26T02:05:00.000Z', resendAt: '2026-11-26T02:01:00.000Z', triesLeft: 5, onScreen: null, ...parts })

test('staff change the phone with password and authenticator, then a code of each; what is wrong stands at its field and what was typed stays', async () => {
  let mobile = own.mobile
  const { calls } = openConsole('/account', {
    ...answering('getOwnAccount', () => ({ ...own, mobile })), ...answering('listOwnSessions', { rows: [] }), ...answering('listOwnDevices', { rows: [] }), ...answering('listOwnLogOns', { rows: [] }), ...answering('getAuthenticatorProof', { until: at, onScreen: { code: '123456' } }),
    ...answering('startContactChange', (call) => {
      if ((call.body as { authenticatorCode: string }).authenticatorCode !== '123456') {
        refuse(422, { findings: [{ rule: 'code', path: 'authenticatorCode', severity: 'block', text: { zh: '错', en: 'The code of the authenticator is not right.' }, fix: { zh: '', en: '' }, source: '' }] })
      }
      return { before: sent({ mobile: '138****0001', onScreen: { code: '111111' } }), after: sent({ mobile: '139****0002' }) }
    }),
    ...answering('completeContactChange', () => {
      mobile = '139****0002'
      return undefined
    }),
  })
  expect(await screen.findByText('138****0001')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Change the mobile number' }))
  const window = await screen.findByRole('dialog')
  const press = (name: string) => userEvent.click(within(window).getByRole('button', { name }))
  expect(await within(window).findByTestId('on-screen-authenticator-code')).toHaveTextContent('123456')
  await press('Send the codes')
  expect((await within(window).findAllByText('Enter the code of your authenticator')).length).toBeGreaterThan(0)
  expect(calls.filter(({ to }) => to === 'POST /account/contacts')).toHaveLength(0)
  await userEvent.type(within(window).getByLabelText('New mobile number'), '139 0000 0002')
  await userEvent.type(within(window).getByLabelText('Password of the account'), 'stapler battery horse')
  const code = within(window).getByLabelText('Code of your authenticator')
  await userEvent.type(code, '999999')
  await press('Send the codes')
  expect((await within(window).findAllByText(/The code of the authenticator is not right/)).length).toBeGreaterThan(0)
  expect(within(window).getByLabelText('New mobile number')).toHaveValue('139 0000 0002')
  await userEvent.clear(code)
  await userEvent.type(code, '123456')
  await press('Send the codes')
  expect(await within(window).findByTestId('on-screen-old-code')).toHaveTextContent('111111')
  expect(calls.findLast(({ to }) => to === 'POST /account/contacts')?.body).toEqual({ channel: 'mobile', value: '139 0000 0002', password: 'stapler battery horse', authenticatorCode: '123456' })
  await userEvent.type(within(window).getByLabelText('Code from the contact so far'), '111111')
  await userEvent.type(within(window).getByLabelText('Code from the new contact'), '222222')
  await press('Change the number')
  expect(await screen.findByText('The mobile number was changed')).toBeInTheDocument()
  expect(await screen.findByText('139****0002')).toBeInTheDocument()
  expect(calls.findLast(({ to }) => to === 'POST /account/contacts/complete')?.body).toEqual({ oldCode: '111111', newCode: '222222' })
})
