import { answering } from '@icp/app-shell/testing'
import { erasedUserName } from '@icp/domain'
import { expect, test } from '@jest/globals'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole, operator, security } from '../open-console.fixture.js'

const asOperator = answering('getMe', operator)
const switches = (smsPlatform: 'on' | 'off', mayTurnOff = true) => ({ smsPlatform, changedAt: null, changedBy: null, mayTurnOff })
const way = { leaves: true, resting: false, waiting: 0, failed: 0 }
const delivery = answering('getDelivery', { mail: way, sms: { ...way, failed: 1, sentToday: 12, dailyBudget: 20_000 } })

test('an operator sees the operator’s menu and lands on the switches', async () => {
  const { router } = openConsole('/', { ...asOperator, ...delivery, ...answering('getSwitches', switches('off')) })
  await screen.findByRole('heading', { level: 1, name: 'Switches' })
  expect(router.state.location.pathname).toBe('/switches')
  const tree = screen.getByRole('tree', { name: 'Menu' })
  expect(within(tree).getAllByRole('treeitem').map((item) => item.textContent)).toEqual(['Messages', 'Switches', 'Message outbox', 'Access providers', 'Administrations', 'Rule data', 'Code tables', 'Working days', 'Blacklist', 'Second person'])
})

test('the security administrator lands on the accounts and does not reach the switches', async () => {
  const { router } = openConsole('/', { ...answering('getMe', security), ...answering('listAccounts', { rows: [], total: 0, next: null }) })
  await screen.findByRole('heading', { level: 1, name: 'Accounts' })
  const tree = screen.getByRole('tree', { name: 'Menu' })
  expect(within(tree).getAllByRole('treeitem').map((item) => item.textContent)).toEqual(['Messages', 'Accounts', 'Invitations', 'Second person'])
  await act(() => router.navigate({ to: '/switches' }))
  expect(await screen.findByText('Only the operator can use this page.')).toBeInTheDocument()
})

test('a page of the other role says who can use it', async () => {
  const { calls } = openConsole('/queue', asOperator)
  expect(await screen.findByText('Only reviewers of an administration can use this page.')).toBeInTheDocument()
  expect(calls.some((call) => call.to === 'GET /filings')).toBe(false)
})

test('the SMS platform is switched only after what follows was read and ticked', async () => {
  const user = userEvent.setup()
  let now: 'on' | 'off' = 'off'
  const { calls } = openConsole('/switches', {
    ...asOperator, ...delivery, ...answering('getSwitches', () => switches(now)),
    ...answering('setSwitches', () => {
      now = 'on'
      return switches(now)
    }),
  })
  await user.click(await screen.findByRole('button', { name: 'Switch the SMS platform on' }))
  const dialog = screen.getByRole('alertdialog', { name: 'Switch the SMS platform on?' })
  expect(dialog).toHaveTextContent('otherwise nobody can register or log on')
  const confirm = within(dialog).getByRole('button', { name: 'Switch the SMS platform on' })
  expect(confirm).toBeDisabled()
  await user.click(within(dialog).getByRole('checkbox', { name: 'I know what follows' }))
  await user.click(confirm)
  await waitFor(() => expect(calls.find((call) => call.to === 'PUT /administration/switches')?.body).toEqual({ smsPlatform: 'on' }))
  expect(await screen.findByText('Saved.')).toBeInTheDocument()
})

const message = {
  id: '88888888-8888-4888-8888-888888888888', channel: 'sms', to: '13800000001', subject: '', text: '验证码 123456', at: '2026-11-23T02:00:00.000Z', state: 'waiting', attempts: 0,
  error: null, deliveredAt: null, nextTryAt: null, resends: 0, mayBeSentAgain: false,
} as const

test('the outbox is searched by recipient, who never stands in an address', async () => {
  const user = userEvent.setup()
  const { calls, router } = openConsole('/messages', { ...asOperator, ...delivery, ...answering('listMessages', { rows: [message], total: 1, next: null }) })
  expect(await screen.findByText('验证码 123456')).toBeInTheDocument()
  await user.type(screen.getByLabelText('Recipient'), '13800000001{Enter}')
  await waitFor(() => expect(calls.filter((call) => call.to === 'POST /administration/messages/search').at(-1)?.body).toEqual({ recipient: '13800000001' }))
  expect(router.state.location.search).toEqual({})
  expect(calls.some((call) => call.query.toString().includes('1380'))).toBe(false)
})

test('a message is shown in full once a purpose is given, and masked again', async () => {
  const user = userEvent.setup()
  const masked = { ...message, to: '138****0001', text: '王*，验证码 ••••••' }
  const { calls } = openConsole('/messages', {
    ...asOperator, ...delivery, ...answering('listMessages', { rows: [masked], total: 1, next: null }),
    ...answering('revealMessage', { to: '13800000001', subject: '', text: '王芳，验证码 ••••••' }, { id: message.id }),
  })
  await user.click(await screen.findByRole('button', { name: 'Show in full the message to 138****0001' }))
  const window = await screen.findByRole('dialog', { name: 'Show the full value' })
  await user.click(within(window).getByRole('button', { name: 'Show' }))
  expect(within(window).getByText('Choose the purpose.')).toBeInTheDocument()
  expect(calls.some((call) => call.to.endsWith('/reveal'))).toBe(false)
  await user.selectOptions(within(window).getByLabelText(/Purpose/), 'delivery')
  await user.type(within(window).getByLabelText(/In words/), 'It did not arrive')
  await user.click(within(window).getByRole('button', { name: 'Show' }))
  expect(await screen.findByText('王芳，验证码 ••••••')).toBeInTheDocument()
  expect(screen.getByText('13800000001')).toBeInTheDocument()
  expect(calls.find((call) => call.to.endsWith('/reveal'))?.body).toEqual({ reason: 'delivery', note: 'It did not arrive' })
  await user.click(screen.getByRole('button', { name: 'Mask again the message to 138****0001' }))
  expect(await screen.findByText('王*，验证码 ••••••')).toBeInTheDocument()
  expect(screen.queryByText('13800000001')).not.toBeInTheDocument()
})

test('a message that failed says why, and is sent again once for one press', async () => {
  const user = userEvent.setup()
  const failed = { ...message, state: 'failed', attempts: 10, error: 'too-slow', mayBeSentAgain: true } as const
  const { calls } = openConsole('/messages', {
    ...asOperator, ...delivery, ...answering('listMessages', { rows: [failed], total: 1, next: null }), ...answering('resendMessage', { resends: 1 }),
  })
  expect(await screen.findByText('The gateway took too long')).toBeInTheDocument()
  expect(screen.getByText('12 of 20000 today')).toBeInTheDocument()
  expect(screen.getByText('Attempts: 10')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Send again to 13800000001' }))
  await waitFor(() => expect(calls.filter((call) => call.to === `POST /administration/messages/${message.id}/resend`)).toHaveLength(1))
})

test('who turned the switch and has left since is said to be an erased account', async () => {
  const changed = { ...switches('off'), changedAt: '2026-05-20T02:00:00.000Z', changedBy: erasedUserName('7a1b2c3d-0000-4000-8000-000000000000') }
  openConsole('/switches', { ...asOperator, ...delivery, ...answering('getSwitches', changed) })
  expect(await screen.findByText(/Erased account 7a1b2c3d/)).toBeInTheDocument()
})

test('in production the SMS platform cannot be switched off, and the page says why', async () => {
  openConsole('/switches', { ...asOperator, ...delivery, ...answering('getSwitches', switches('on', false)) })
  expect(await screen.findByText(/In production the SMS platform cannot be switched off/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Switch the SMS platform off' })).not.toBeInTheDocument()
})

test('the day’s SMS are limited by a whole number, and anything else is told at the field', async () => {
  const user = userEvent.setup()
  const { calls } = openConsole('/switches', { ...asOperator, ...delivery, ...answering('getSwitches', switches('on')), ...answering('setSmsBudget', { dailyBudget: 500 }) })
  const field = await screen.findByLabelText('Most in a day')
  await user.clear(field)
  await user.type(field, 'many')
  await user.click(screen.getByRole('button', { name: 'Save the limit' }))
  expect(field).toHaveAccessibleDescription(/whole number/)
  await user.clear(field)
  await user.type(field, '５００{Enter}')
  await waitFor(() => expect(calls.find((call) => call.to === 'PUT /administration/sms-budget')?.body).toEqual({ dailyBudget: 500 }))
})
