import { beforeEach, expect, test } from '@jest/globals'
import { createMemoryHistory } from '@tanstack/react-router'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createApp } from '../start/create-app.js'
import { apiStand, type Answerer, refuse, samplePicture, sampleSite, sampleStep } from '../testing/index.js'

const settings = {
  portal: 'owner' as const, title: { zh: 'ICP备案系统', en: 'ICP Filing System' }, resources: { 'zh-CN': {}, en: {} }, registerPath: '/register/terms',
  routes: () => [], menu: [],
}

const open = (path: string, answers: Record<string, Answerer> = {}, language: 'zh-CN' | 'en' = 'en') => {
  let pictures = 0
  const stand = apiStand({
    'GET /site': () => sampleSite(),
    'GET /log-on': () => refuse(401),
    'POST /verification/pictures': () => samplePicture(`00000000-0000-4000-8000-00000000000${pictures++}`),
    ...answers,
  })
  const app = createApp(settings, { fetch: stand.fetch, history: createMemoryHistory({ initialEntries: [path] }), language })
  const drawn = render(app.element)
  return { ...stand, ...drawn, router: app.router }
}

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const wrong = () => refuse(401, { code: 'log-on-refused', text: { zh: '用户名、密码或验证码不正确。', en: 'User name, password or verification code is not right.' } })

const fillIn = async () => {
  const name = await screen.findByLabelText('User name')
  await userEvent.clear(name)
  await userEvent.type(name, 'wang')
  await userEvent.type(screen.getByLabelText('Password'), 'a wrong password')
  await userEvent.type(screen.getByLabelText('Verification code'), 'ab3x')
  await userEvent.click(screen.getByRole('button', { name: 'Log on' }))
}

test('an empty form says what is missing, each with a link to its field', async () => {
  const { calls } = open('/log-on')
  await userEvent.click(await screen.findByRole('button', { name: 'Log on' }))
  expect(await screen.findByRole('alert', { name: 'There is a problem' })).toHaveFocus()
  await userEvent.click(screen.getByRole('link', { name: 'Enter your password' }))
  expect(screen.getByLabelText('Password')).toHaveFocus()
  expect(calls.map((call) => call.to)).not.toContain('POST /log-on')
  expect(document.title).toBe('Error: Log on - ICP Filing System')
})

test('after a wrong try the name stays, the password is emptied and there is a new picture', async () => {
  const { calls } = open('/log-on', { 'POST /log-on': wrong })
  await fillIn()
  expect(await screen.findByRole('alert', { name: 'There is a problem' })).toHaveTextContent('User name, password or verification code is not right.')
  expect(screen.getByLabelText('User name')).toHaveValue('wang')
  expect(screen.getByLabelText('Password')).toHaveValue('')
  expect(screen.getByLabelText('Verification code')).toHaveValue('')
  await waitFor(() => expect(calls.filter((call) => call.to === 'POST /verification/pictures')).toHaveLength(2))
})

test('after too many tries the wait is shown, and still is after a reload', async () => {
  const first = open('/log-on', { 'POST /log-on': () => refuse(429, { retryAfter: 600 }) })
  await fillIn()
  expect(await screen.findByText(/Try again in (10 min|9 min)/)).toBeInTheDocument()
  first.unmount()
  open('/log-on')
  expect(await screen.findByText(/Try again in (10 min|9 min)/)).toBeInTheDocument()
})

test('the try that starts the wait says both: what was wrong, and for how long to wait', async () => {
  open('/log-on', { 'POST /log-on': () => refuse(401, { retryAfter: 60, text: { zh: '不正确。', en: 'Not right.' } }) })
  await fillIn()
  expect(await screen.findByRole('alert', { name: 'There is a problem' })).toHaveTextContent('Not right.')
  expect(screen.getByText(/You cannot log on right now/)).toBeInTheDocument()
})

test('another category leads to its own portal instead of asking for a password', async () => {
  open('/log-on')
  const list = await screen.findByLabelText('Report category')
  expect([...list.querySelectorAll('option')].map((option) => option.textContent)).toEqual([
    'ICP report (website organizer)', 'ICP report (access service provider)', 'Communications administration',
  ])
  await userEvent.selectOptions(list, 'provider')
  expect(await screen.findByRole('link', { name: 'Log on at the access providers’ console' })).toHaveAttribute('href', 'http://127.0.0.1:3002/log-on')
  expect(screen.queryByLabelText('Password')).not.toBeInTheDocument()
})

test('the category is remembered on this device only when asked', async () => {
  const first = open('/log-on')
  await userEvent.selectOptions(await screen.findByLabelText('Report category'), 'administration')
  expect(localStorage.getItem('icp.log-on-category')).toBeNull()
  await userEvent.click(screen.getByLabelText('Remember the report category on this device'))
  first.unmount()
  open('/log-on')
  expect(await screen.findByLabelText('Report category')).toHaveValue('administration')
})

test('the picture can be changed, and the way without a picture needs nothing typed', async () => {
  const { calls } = open('/log-on', {
    'POST /verification/proofs': () => ({ challenge: { parameters: { algorithm: 'SHA-256', nonce: '00', salt: '00', cost: 1, keyLength: 32, keyPrefix: '0' }, signature: 'ab' } }),
    'POST /log-on': wrong,
  })
  await userEvent.click(await screen.findByRole('button', { name: 'New picture' }))
  expect(screen.getByLabelText('Verification code')).toHaveFocus()
  await waitFor(() => expect(calls.filter((call) => call.to === 'POST /verification/pictures')).toHaveLength(2))
  await userEvent.click(screen.getByRole('button', { name: 'Verify without a picture' }))
  expect(await screen.findByText('Verified. There is nothing to type.')).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText('User name'), 'wang')
  await userEvent.type(screen.getByLabelText('Password'), 'a wrong password')
  await userEvent.click(screen.getByRole('button', { name: 'Log on' }))
  await screen.findByRole('alert', { name: 'There is a problem' })
  const sent = calls.find((call) => call.to === 'POST /log-on')?.body as { verification: { way: string; payload: string } }
  expect(sent.verification.way).toBe('proof')
  expect(Object.keys(JSON.parse(atob(sent.verification.payload)) as object)).toEqual(['challenge', 'solution'])
  expect(await screen.findByText('Verified. There is nothing to type.')).toBeInTheDocument()
})

test('Log on pressed while the proof still runs waits for it and goes on by itself', async () => {
  sessionStorage.setItem('icp.verification-way', 'proof')
  let release = () => {}
  const asked = new Promise<void>((resolve) => { release = resolve })
  const { calls } = open('/log-on', {
    'POST /verification/proofs': async () => {
      await asked
      return { challenge: { parameters: { algorithm: 'SHA-256', nonce: '00', salt: '00', cost: 1, keyLength: 32, keyPrefix: '0' }, signature: 'ab' } }
    },
    'POST /log-on': wrong,
  })
  await userEvent.type(await screen.findByLabelText('User name'), 'wang')
  await userEvent.type(screen.getByLabelText('Password'), 'a password')
  await userEvent.click(screen.getByRole('button', { name: 'Log on' }))
  expect(screen.getByRole('button', { name: /Verifying/ })).toBeInTheDocument()
  expect(screen.queryByRole('alert', { name: 'There is a problem' })).not.toBeInTheDocument()
  expect(calls.map((call) => call.to)).not.toContain('POST /log-on')
  release()
  await waitFor(() => expect(calls.find((call) => call.to === 'POST /log-on')?.body).toMatchObject({ userName: 'wang', password: 'a password', verification: { way: 'proof' } }))
})

test('a proof that fails while Log on waits for it is said, and nothing is sent', async () => {
  sessionStorage.setItem('icp.verification-way', 'proof')
  const { calls } = open('/log-on', { 'POST /verification/proofs': () => refuse(503) })
  await userEvent.type(await screen.findByLabelText('User name'), 'wang')
  await userEvent.type(screen.getByLabelText('Password'), 'a password')
  await userEvent.click(screen.getByRole('button', { name: 'Log on' }))
  const summary = await screen.findByRole('alert', { name: 'There is a problem' })
  expect(summary).toHaveTextContent('The verification did not finish. Try again.')
  expect(calls.map((call) => call.to)).not.toContain('POST /log-on')
})

test('a user name in the address is filled in, and registering is offered', async () => {
  open('/log-on?user=wang', {}, 'zh-CN')
  expect(await screen.findByLabelText('用户名')).toHaveValue('wang')
  expect(screen.getByRole('link', { name: '注册' })).toHaveAttribute('href', '/register/terms')
})

test('a wrong code says how many tries are left; the end of the step leads back to the start', async () => {
  const { answer, router } = open('/log-on/code', {
    'GET /log-on': () => sampleStep({ triesLeft: 3 }),
    'POST /log-on/code': () => refuse(422, { code: 'code-wrong', text: { zh: '验证码不正确，还可尝试 3 次。', en: 'The code is not right. 3 more tries.' } }),
  })
  await userEvent.type(await screen.findByLabelText('Code from your phone or mail'), '111111{Enter}')
  expect(await screen.findByRole('alert', { name: 'There is a problem' })).toHaveTextContent('The code is not right. 3 more tries.')
  answer({ 'GET /log-on': () => refuse(401) })
  await userEvent.click(screen.getByRole('button', { name: 'Enter' }))
  expect(await screen.findByText('This log-on has ended. Start again.')).toBeInTheDocument()
  expect(router.state.location.pathname).toBe('/log-on')
})

test('a new code can be sent after the wait, and the page says that only the newest works', async () => {
  const { answer } = open('/log-on/code', {
    'GET /log-on': () => sampleStep(),
    'POST /log-on/resend': () => sampleStep({ resendAt: new Date(Date.now() + 60_000).toISOString(), onScreen: { code: '135790' } }),
  })
  expect(await screen.findByText(/Only the newest code works/)).toBeInTheDocument()
  expect(screen.queryByTestId('on-screen-code')).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Send again' }))
  expect(await screen.findByText('Sent again. Earlier codes no longer work.')).toBeInTheDocument()
  expect(screen.getByTestId('on-screen-code')).toHaveTextContent('135790')
  expect(screen.getByRole('button', { name: 'Send again' })).toBeDisabled()
  expect(screen.getByRole('timer')).toHaveTextContent(/You can send again in/)
  answer({})
})

test('without a running step the code page is the log-on page', async () => {
  open('/log-on/code')
  expect(await screen.findByRole('heading', { level: 1, name: 'Log on' })).toBeInTheDocument()
  expect(screen.queryByText('This log-on has ended. Start again.')).not.toBeInTheDocument()
})
