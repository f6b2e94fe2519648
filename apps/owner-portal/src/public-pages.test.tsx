import { expect, test } from '@jest/globals'
import { answering, refuse } from '@icp/app-shell/testing'
import type { CertificateCheck, ConfirmationPage, PublicRecord } from '@icp/contract'
import { maskContent } from '@icp/domain'
import { sampleRegistration, since } from '@icp/filing-views/testing'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { buttonNamed, fillIn, openPortal, press, user } from './open-portal.fixture.js'

const record: PublicRecord = {
  serviceNumber: '京ICP备2026000001号-1', subjectNumber: '京ICP备2026000001号', subjectName: '北京晨光有限公司', nature: '4', serviceName: '晨光书店', serviceType: 'website',
  domain: 'chenguang.com', preApprovals: ['2'], approvedOn: '2026-11-20', state: 'in-force', cancelledOn: null,
}
const found = (rows: readonly PublicRecord[], text = 'chenguang.com') => answering('lookUp', { read: { as: 'domain', text }, rows: [...rows], next: null })
const tooMany = () => refuse(429, { text: { zh: '查询过于频繁。', en: 'Too many look-ups.' }, retryAfter: 30 })

test('a look-up shows how the words were read and what is filed', async () => {
  await openPortal('/look-up?q=www.chenguang.com', found([record]), { visitor: true })
  expect(await screen.findByText('Read as a domain: chenguang.com')).toBeInTheDocument()
  const [card] = within(screen.getByRole('list', { name: 'Results' })).getAllByRole('listitem')
  for (const fact of ['晨光书店', 'In force', '北京晨光有限公司', '京ICP备2026000001号-1', 'Publishing', '20 Nov 2026']) expect(card).toHaveTextContent(fact)
})

test('nothing filed is said in words, and a cancelled website is shown as cancelled', async () => {
  const { answer, router } = await openPortal('/look-up?q=nobody.com', found([], 'nobody.com'), { visitor: true })
  expect(await screen.findByText('No filing of “nobody.com” was found.')).toBeInTheDocument()
  answer(found([{ ...record, state: 'cancelled', cancelledOn: '2026-11-22' }]))
  await act(() => router.navigate({ to: '/look-up', search: { q: 'chenguang.com' } }))
  expect(await screen.findByText('Cancelled on 22 Nov 2026')).toBeInTheDocument()
})

test('too many look-ups are never shown as "not filed"; the same words can be asked again', async () => {
  const { answer } = await openPortal('/look-up?q=chenguang.com', { 'GET /look-up': tooMany }, { visitor: true })
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Too many look-ups.')
  expect(await within(alert).findByText(/\b(?:[12]?\d|30)\b/)).toBeInTheDocument()
  expect(screen.queryByText(/No filing of/)).not.toBeInTheDocument()
  expect(screen.queryByRole('list', { name: 'Results' })).not.toBeInTheDocument()
  answer(found([record]))
  await press('Look up')
  expect(await screen.findByRole('list', { name: 'Results' })).toBeInTheDocument()
})

test('one character is too short to ask; / puts the focus into the box', async () => {
  const { calls } = await openPortal('/look-up', {}, { visitor: true })
  await screen.findByRole('heading', { level: 1, name: 'Public look-up' })
  fireEvent.keyDown(document.body, { key: '/' })
  const box = screen.getByRole('searchbox')
  expect(box).toHaveFocus()
  fillIn(box, 'a')
  await press('Look up')
  expect(box).toHaveAccessibleDescription(/at least two characters/)
  expect(calls.filter((call) => call.to === 'GET /look-up')).toEqual([])
})

test('another query begins on its first page', async () => {
  const { answer, calls } = await openPortal('/look-up?q=first', answering('lookUp', { read: { as: 'name', text: 'first' }, rows: [record], next: 'page-2' }), { visitor: true })
  const asked = () => calls.filter((call) => call.to === 'GET /look-up').at(-1)?.query
  await screen.findByRole('list', { name: 'Results' })
  await press('Next page')
  await waitFor(() => expect(asked()?.get('cursor')).toBe('page-2'))
  answer(found([record]))
  fillIn(screen.getByRole('searchbox'), 'second')
  await press('Look up')
  await waitFor(() => expect(asked()?.get('q')).toBe('second'))
  expect(asked()?.get('cursor')).toBeNull()
})

const certificate: NonNullable<CertificateCheck['certificate']> = {
  code: 'ABCD-1234', version: 1, state: 'current', issuedAt: since, endedAt: null, replacedBy: null, subjectNumber: '京ICP备2026000001号', subjectName: '北京晨光有限公司',
  administration: { zh: '北京市通信管理局', en: 'Beijing Communications Administration' }, services: [{ number: '京ICP备2026000001号-1', type: 'website', name: '晨光书店', domain: 'chenguang.com', state: 'in-force', cancelledOn: null }],
}
const checkOf = (parts: Partial<CertificateCheck>): CertificateCheck => ({ verdict: null, signedAt: since, signer: 'ICP Filing CA', certificate, ...parts })
const drop = async () => {
  const file = new File(['%PDF-1.7'], 'certificate.pdf', { type: 'application/pdf' })
  Object.assign(file, { arrayBuffer: async () => new ArrayBuffer(8) })
  await user.upload(screen.getByTestId('certificate-file'), file)
}

test('a QR code leads to the verdict and to what the certificate says', async () => {
  await openPortal('/verify/ABCD-1234', answering('verifyByCode', checkOf({}), { code: 'ABCD-1234' }), { visitor: true })
  expect(await screen.findByText('This certificate is valid')).toBeInTheDocument()
  const facts = screen.getByRole('region', { name: 'What it says' })
  for (const fact of ['京ICP备2026000001号', '北京晨光有限公司', 'Beijing Communications Administration', 'chenguang.com']) expect(facts).toHaveTextContent(fact)
})

test.each([
  ['replaced', 'Genuine, but replaced by a newer version', { state: 'replaced' as const, endedAt: since, replacedBy: 'EFGH-5678' }],
  ['cancelled', 'Genuine, but the filing is cancelled', { state: 'cancelled' as const, endedAt: since }],
])('a certificate that is %s says so, and since when', async (_, said, parts) => {
  await openPortal('/verify/ABCD-1234', answering('verifyByCode', checkOf({ certificate: { ...certificate, ...parts } }), { code: 'ABCD-1234' }), { visitor: true })
  expect(await screen.findByText(said)).toBeInTheDocument()
  expect(screen.getByText(/on 20 Nov 2026/)).toBeInTheDocument()
  expect(screen.queryByText('This certificate is valid')).not.toBeInTheDocument()
  if (parts.state === 'replaced') expect(screen.getByRole('link', { name: 'EFGH-5678' })).toHaveAttribute('href', '/verify/EFGH-5678')
})

test('a code whose certificate a revoked key has signed is told so, with nothing that it claims', async () => {
  await openPortal('/verify/ABCD-1234', answering('verifyByCode', checkOf({ verdict: 'revoked-signer', certificate: null }), { code: 'ABCD-1234' }), { visitor: true })
  expect(await screen.findByRole('alert')).toHaveTextContent('Signed with a key that was revoked')
  expect(screen.queryByRole('region', { name: 'What it says' })).not.toBeInTheDocument()
})

test('a code that was never issued is no certificate', async () => {
  await openPortal('/verify', {}, { visitor: true })
  await screen.findByRole('heading', { level: 1, name: 'Verify an e-certificate' })
  await press('Verify')
  expect(screen.getByLabelText('Code')).toHaveAccessibleDescription(/Enter the code/)
  fillIn(screen.getByLabelText('Code'), 'NONE-0000')
  await press('Verify')
  expect(await screen.findByRole('alert')).toHaveTextContent('There is no such certificate')
})

const verdicts = ['tampered', 'appended', 'foreign-signer', 'revoked-signer', 'not-signed', 'unreadable'] as const

test('each way in which a file can fail has a sentence of its own, and nothing that the file claims is shown', async () => {
  const { answer } = await openPortal('/verify', answering('verifyPdf', checkOf({ verdict: 'genuine' })), { visitor: true })
  await screen.findByRole('heading', { level: 1, name: 'Verify an e-certificate' })
  await drop()
  expect(await screen.findByText('This certificate is valid')).toBeInTheDocument()
  expect(screen.getByText(/Signed by ICP Filing CA on 20 Nov 2026/)).toBeInTheDocument()
  const said = new Set<string>()
  for (const verdict of verdicts) {
    answer(answering('verifyPdf', checkOf({ verdict })))
    await drop()
    await waitFor(() => expect(said.has(screen.getByRole('alert').textContent ?? '')).toBe(false))
    said.add(screen.getByRole('alert').textContent ?? '')
    expect(screen.queryByRole('region', { name: 'What it says' })).not.toBeInTheDocument()
    expect(screen.queryByText('This certificate is valid')).not.toBeInTheDocument()
  }
  expect([...said]).toEqual([
    expect.stringContaining('This file was changed'), expect.stringContaining('Something was added after signing'), expect.stringContaining('Not issued by this system'),
    expect.stringContaining('Signed with a key that was revoked'),
    expect.stringContaining('The file is not signed'), expect.stringContaining('The file cannot be read'),
  ])
})

test('a file that could not be checked leaves no verdict of another certificate standing', async () => {
  await openPortal('/verify/ABCD-1234', { ...answering('verifyByCode', checkOf({}), { code: 'ABCD-1234' }), 'POST /verify': tooMany }, { visitor: true })
  await screen.findByText('This certificate is valid')
  await drop()
  expect(await screen.findByText('Too many look-ups.')).toBeInTheDocument()
  expect(screen.queryByText('This certificate is valid')).not.toBeInTheDocument()
})

const token = 'abcdefghijklmnopqrstuvwxyz012345'
const page = (parts: Partial<ConfirmationPage> = {}): ConfirmationPage => ({
  state: 'waiting', kind: 'new-subject', reference: 'BA20261120-000001', name: '李明', covers: [{ zh: '主体', en: 'Subject' }], mobile: '138****0001', triesLeft: 5, resendsLeft: 2,
  expiresAt: '2026-11-21T02:00:00.000Z', othersWaiting: 0, content: maskContent(sampleRegistration()), corrections: [], ...parts,
})

test('a responsible person sees the final content and confirms with code, mobile and the end of the ID', async () => {
  const { answer, calls } = await openPortal(`/confirm/${token}`, answering('getConfirmation', page(), { token }), { visitor: true })
  expect(await screen.findByText('李明 is asked to confirm')).toBeInTheDocument()
  expect(screen.getByRole('region', { name: 'Subject' })).toHaveTextContent('北京晨光有限公司')
  await press('Confirm')
  const summary = await screen.findByRole('alert', { name: 'There is a problem' })
  expect(summary).toHaveFocus()
  expect(within(summary).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#confirm-code', '#confirm-mobile', '#confirm-lastSix'])
  expect(calls.filter((call) => call.to === `POST /confirmations/${token}`)).toEqual([])

  fillIn(screen.getByLabelText('SMS code'), ' 246810 ')
  fillIn(screen.getByLabelText('Mobile number'), '13800000001')
  fillIn(screen.getByLabelText('Last six characters of your ID'), '010016')
  answer(answering('confirm', page({ state: 'confirmed', content: null, othersWaiting: 1 }), { token }))
  await press('Confirm')
  expect(await screen.findByText('Confirmed')).toBeInTheDocument()
  expect(screen.getByText(/1 more responsible persons have to confirm/)).toBeInTheDocument()
  expect(calls.find((call) => call.to === `POST /confirmations/${token}`)?.body).toEqual({ code: '246810', mobile: '13800000001', lastSix: '010016' })
})

test('a wrong answer says how many tries are left and keeps what was typed', async () => {
  const wrong = () => refuse(422, { text: { zh: '有误', en: 'One of the three is wrong.' } })
  const { answer } = await openPortal(`/confirm/${token}`, { ...answering('getConfirmation', page(), { token }), [`POST /confirmations/${token}`]: wrong }, { visitor: true })
  await screen.findByText('李明 is asked to confirm')
  fillIn(screen.getByLabelText('SMS code'), '000000')
  fillIn(screen.getByLabelText('Mobile number'), '13800000001')
  fillIn(screen.getByLabelText('Last six characters of your ID'), '010016')
  answer(answering('getConfirmation', page({ triesLeft: 4 }), { token }))
  await press('Confirm')
  expect(await screen.findByText('One of the three is wrong.')).toBeInTheDocument()
  expect(await screen.findByText(/^4 tries left/)).toBeInTheDocument()
  expect(screen.getByLabelText('SMS code')).toHaveValue('000000')
})

test('no code can be sent again once the resends are used up', async () => {
  await openPortal(`/confirm/${token}`, answering('getConfirmation', page({ resendsLeft: 0 }), { token }), { visitor: true })
  await screen.findByText('李明 is asked to confirm')
  expect(buttonNamed('Send the code again (0 left)')).toBeDisabled()
})

test.each([['expired', 'The time is over'], ['closed', 'This confirmation is closed'], ['confirmed', 'Confirmed']] as const)('a link that is %s says so and offers no form', async (state, said) => {
  await openPortal(`/confirm/${token}`, answering('getConfirmation', page({ state, content: null }), { token }), { visitor: true })
  expect(await screen.findByText(said)).toBeInTheDocument()
  expect(screen.queryByLabelText('SMS code')).not.toBeInTheDocument()
  expect(screen.getByText(/BA20261120-000001|communications administration/)).toBeInTheDocument()
})

test('who cannot log on finds the ways back in under the form of the home page', async () => {
  await openPortal('/', {}, { visitor: true })
  const ways = await screen.findByRole('navigation', { name: /log on/i })
  expect(within(ways).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/recover/password', '/recover/user-name'])
})
