import { expect, test } from '@jest/globals'
import { type Answerer, answering, refuse } from '@icp/app-shell/testing'
import type { AnswerOf } from '@icp/contract'
import { acceptanceDocuments } from '@icp/domain'
import { screen, waitFor, within } from '@testing-library/react'
import { buttonNamed, fillIn, openPortal, press, user } from '../open-portal.fixture.js'

type Registration = AnswerOf<'getRegistration'>
type Document = Registration['accepted'][number]['document']

const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()
const acceptedOf = (...documents: readonly Document[]): Registration =>
  ({ accepted: documents.map((document) => ({ document, version: acceptanceDocuments[document].version, acceptedAt: soon(-60) })), codes: null, done: false })

/** An API that keeps one registration as the real one does; null = none was started. */
const standOf = (registration: Registration | null) => {
  const server = { registration, accepted: [] as unknown[], forms: [] as unknown[], keys: 0 }
  const held = (): Registration => server.registration ?? refuse(404)
  const answers: Record<string, Answerer> = {
    ...answering('getRegistration', () => held()),
    ...answering('startRegistration', () => { server.registration = acceptedOf(); return server.registration }),
    ...answering('acceptForRegistration', (call) => {
      server.accepted.push(call.body)
      server.registration = acceptedOf(...held().accepted.map((one) => one.document), (call.body as { document: Document }).document)
      return server.registration
    }),
    ...answering('sendRegistrationCodes', { mobile: '138****0001', email: 'w***@example.com', expiresAt: soon(300), resendAt: soon(60), onScreen: { mobileCode: '246810', emailCode: '135791' } }),
    ...answering('completeRegistration', (call) => { server.forms.push(call.body); return { userName: (call.body as { userName: string }).userName } }),
  }
  return { server, answers }
}

const heading = (name: string) => screen.findByRole('heading', { level: 1, name })
const fill = (label: string, text: string) => fillIn(screen.getByLabelText(label), text)

const good = {
  'User name': 'wang-xiaoming', Password: 'stapler battery horse correct', 'Password again': 'stapler battery horse correct', Name: '王小明', 'Certificate number': '110101189001010016',
  'Mobile number': '13800000001', 'E-mail address': 'wang@example.com', 'Mobile code': '246810', 'E-mail code': '135791',
}
const fillAll = (values: Readonly<Record<string, string>> = good) => {
  for (const [label, text] of Object.entries(values)) fill(label, text)
}

test('both documents are accepted, one after the other, before the form opens', async () => {
  const stand = standOf(null)
  const { router } = await openPortal('/register/terms', stand.answers, { visitor: true })
  await heading(acceptanceDocuments.terms.title.en)
  await waitFor(() => expect(buttonNamed('Accept')).toBeEnabled())
  await press('Accept')
  await heading(acceptanceDocuments.pledge.title.en)
  await press('Accept')
  await heading('Register as a website owner')
  expect(router.state.location.pathname).toBe('/register/form')
  expect(stand.server.accepted).toEqual([
    { document: 'terms', version: acceptanceDocuments.terms.version }, { document: 'pledge', version: acceptanceDocuments.pledge.version },
  ])
})

test('Decline leads home, and nothing is accepted', async () => {
  const stand = standOf(null)
  const { router } = await openPortal('/register/terms', stand.answers, { visitor: true })
  await heading(acceptanceDocuments.terms.title.en)
  await press('Decline')
  await heading('ICP Filing System')
  expect(router.state.location.pathname).toBe('/')
  expect(stand.server.accepted).toEqual([])
})

test.each([
  ['without a registration', '/register/form', null, 'terms'],
  ['with the terms alone', '/register/form', acceptedOf('terms'), 'pledge'],
  ['the pledge before the terms', '/register/pledge', acceptedOf(), 'terms'],
] as const)('an address cannot skip a document: %s', async (_, path, registration, document) => {
  await openPortal(path, standOf(registration).answers, { visitor: true })
  expect(await heading(acceptanceDocuments[document].title.en)).toBeInTheDocument()
})

test('a registration that cannot be read says so once, and can be tried again', async () => {
  const stand = standOf(acceptedOf())
  const { answer } = await openPortal('/register/terms', { ...stand.answers, 'GET /registrations/current': () => refuse(500) }, { visitor: true })
  expect(await screen.findAllByRole('alert')).toHaveLength(1)
  answer(stand.answers)
  await press('Try again')
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
})

test('an empty form gives one summary with a link to each field, and takes the focus', async () => {
  const stand = standOf(acceptedOf('terms', 'pledge'))
  await openPortal('/register/form', stand.answers, { visitor: true })
  await heading('Register as a website owner')
  await press('Register')
  const summaries = await screen.findAllByRole('alert', { name: 'There is a problem' })
  expect(summaries).toHaveLength(1)
  expect(summaries[0]).toHaveFocus()
  expect(document.title).toMatch(/^Error: /)
  const links = within(summaries[0]!).getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['#userName', '#password', '#name', '#certificateNumber', '#mobile', '#email', '#mobileCode', '#emailCode'])
  for (const link of links) {
    await user.click(link)
    expect(document.activeElement?.id).toBe(link.getAttribute('href')?.slice(1))
    expect(document.activeElement).toHaveAttribute('aria-invalid', 'true')
  }
  expect(stand.server.forms).toEqual([])
})

test('each kind of mistake has its own text beside its field, and everything typed stays', async () => {
  const stand = standOf(acceptedOf('terms', 'pledge'))
  await openPortal('/register/form', stand.answers, { visitor: true })
  await heading('Register as a website owner')
  const wrong = { ...good, 'User name': '1x', Password: 'short', 'Password again': 'other', 'Certificate number': '110101189001010017', 'Mobile number': '12345', 'E-mail address': 'wang@' }
  fillAll(wrong)
  await press('Register')
  await screen.findByRole('alert', { name: 'There is a problem' })
  for (const [label, said] of [
    ['User name', /4–32 characters/], ['Password', /at least 12/], ['Password again', /not the same/], ['Certificate number', /not a valid number/], ['Mobile number', /not a mobile number/],
    ['E-mail address', /incomplete or wrong/],
  ] as const) {
    expect(screen.getByLabelText(label)).toHaveAccessibleDescription(said)
    expect(screen.getByLabelText(label)).toBeInvalid()
  }
  for (const [label, text] of Object.entries(wrong)) expect(screen.getByLabelText(label)).toHaveValue(text)
  expect(stand.server.forms).toEqual([])
})

test('a child is told at the certificate number that an adult registers instead', async () => {
  const stand = standOf(acceptedOf('terms', 'pledge'))
  await openPortal('/register/form', stand.answers, { visitor: true })
  await heading('Register as a website owner')
  fillAll({ ...good, 'Certificate number': '110101202401010019' })
  await press('Register')
  await screen.findByRole('alert', { name: 'There is a problem' })
  expect(screen.getByLabelText('Certificate number')).toHaveAccessibleDescription(/younger than 14.*an adult does it instead/)
  expect(stand.server.forms).toEqual([])
})

test('what an input method leaves behind is put right before it is sent', async () => {
  const stand = standOf(acceptedOf('terms', 'pledge'))
  await openPortal('/register/form', stand.answers, { visitor: true })
  await heading('Register as a website owner')
  fillAll({ ...good, 'Mobile number': '１３８ ００００ ０００１', 'Certificate number': '110101189001010016 ', 'Mobile code': ' 246810 ' })
  await press('Register')
  expect(await heading('You are registered')).toBeInTheDocument()
  expect(stand.server.forms).toEqual([{
    userName: 'wang-xiaoming', password: 'stapler battery horse correct', name: '王小明', certificateType: '2', certificateNumber: '110101189001010016', mobile: '13800000001',
    email: 'wang@example.com', mobileCode: '246810', emailCode: '135791',
  }])
})

test('OK leads to the log-on with the user name filled in', async () => {
  const stand = standOf(acceptedOf('terms', 'pledge'))
  await openPortal('/register/form', stand.answers, { visitor: true })
  await heading('Register as a website owner')
  fillAll()
  await user.dblClick(buttonNamed('Register'))
  await heading('You are registered')
  expect(stand.server.forms).toHaveLength(1)
  await press('OK')
  await heading('Log on')
  expect(await screen.findByLabelText('User name')).toHaveValue('wang-xiaoming')
})

test('a name that is taken is said beside its field, and goes away when it is changed', async () => {
  const stand = standOf(acceptedOf('terms', 'pledge'))
  const taken = { rule: 'R-20', path: 'userName', severity: 'block' as const, text: { zh: '已被使用', en: 'This user name is taken.' }, fix: { zh: '', en: 'Choose another.' }, source: '' }
  const { answer } = await openPortal('/register/form', { ...stand.answers, 'POST /registrations/current/complete': () => refuse(422, { findings: [taken] }) }, { visitor: true })
  await heading('Register as a website owner')
  fillAll()
  await press('Register')
  expect(await screen.findByRole('alert', { name: 'There is a problem' })).toHaveTextContent('This user name is taken.')
  expect(screen.getByLabelText('User name')).toHaveAccessibleDescription(/This user name is taken\. Choose another\./)
  expect(screen.getByLabelText('Password')).toHaveValue(good.Password)
  fill('User name', 'wang-da')
  expect(screen.getByLabelText('User name')).toBeValid()
  answer(stand.answers)
  await press('Register')
  expect(await heading('You are registered')).toBeInTheDocument()
})

test('a refusal that names no field of this form is still said', async () => {
  const odd = { rule: 'X', path: 'elsewhere', severity: 'block' as const, text: { zh: '', en: 'Odd.' }, fix: { zh: '', en: '' }, source: '' }
  const stand = standOf(acceptedOf('terms', 'pledge'))
  await openPortal('/register/form', { ...stand.answers, 'POST /registrations/current/complete': () => refuse(409, { text: { zh: '不行', en: 'Start again.' }, findings: [odd] }) }, { visitor: true })
  await heading('Register as a website owner')
  fillAll()
  await press('Register')
  expect(await screen.findByRole('alert', { name: 'There is a problem' })).toHaveTextContent('Start again.')
})

test('codes are sent once mobile, mail and verification are there; on screen only with the reason', async () => {
  const stand = standOf(acceptedOf('terms', 'pledge'))
  const { calls } = await openPortal('/register/form', stand.answers, { visitor: true })
  await heading('Register as a website owner')
  expect(buttonNamed('Send the codes')).toBeDisabled()
  fill('Mobile number', '13800000001')
  fill('E-mail address', 'wang@example.com')
  await user.type(await screen.findByLabelText('Verification code'), 'ab3x')
  await press('Send the codes')
  expect(await screen.findByTestId('on-screen-mobile-code')).toHaveTextContent('246810')
  expect(screen.getByTestId('on-screen-email-code')).toHaveTextContent('135791')
  expect(screen.getByText(/This ends when the SMS platform is on/)).toBeInTheDocument()
  expect(calls.find((call) => call.to === 'POST /registrations/current/codes')?.body).toMatchObject({ mobile: '13800000001', email: 'wang@example.com', verification: { way: 'picture', text: 'ab3x' } })
  expect(buttonNamed('Send new codes')).toBeDisabled()
  expect(screen.getByText(/You can send again in \d+ s\. Only the newest codes work\./)).toBeInTheDocument()
  expect(screen.getByLabelText('Verification code')).toHaveValue('')
})

test('with the SMS platform on, no code stands on the screen', async () => {
  const stand = standOf(acceptedOf('terms', 'pledge'))
  await openPortal('/register/form', {
    ...stand.answers, ...answering('sendRegistrationCodes', { mobile: '138****0001', email: 'w***@example.com', expiresAt: soon(300), resendAt: soon(60), onScreen: null }),
  }, { visitor: true })
  await heading('Register as a website owner')
  fill('Mobile number', '13800000001')
  fill('E-mail address', 'wang@example.com')
  await user.type(await screen.findByLabelText('Verification code'), 'ab3x')
  await press('Send the codes')
  expect(await screen.findByText('Codes were sent to 138****0001 and w***@example.com.')).toBeInTheDocument()
  expect(screen.queryByTestId('on-screen-mobile-code')).not.toBeInTheDocument()
})

test('the form speaks Chinese', async () => {
  await openPortal('/register/form', standOf(acceptedOf('terms', 'pledge')).answers, { visitor: true, language: 'zh-CN' })
  expect(await screen.findByLabelText('用户名')).toBeInTheDocument()
  await user.click(buttonNamed('注册'))
  expect((await screen.findAllByText(/尚未填写用户名/)).length).toBeGreaterThan(0)
})
