import { expect, test } from '@jest/globals'
import { type Answerer, answering, refuse } from '@icp/app-shell/testing'
import type { RegisterSubjectView } from '@icp/contract'
import { type CancellationContent, otherReason } from '@icp/domain'
import { ids, sampleCancellation, sampleFiling, since } from '@icp/filing-views/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { buttonNamed, fillIn, openPortal, press, user } from '../open-portal.fixture.js'

const number = '京ICP备2026000001号'
const website = (n: number): RegisterSubjectView['services'][number] => ({
  id: `00000000-0000-4000-8000-00000000010${n}`, number: `${number}-${n}`, type: 'website', name: `网站${n}`, domain: `site${n}.com`, state: 'in-force', approvedOn: '2026-11-20', cancelledOn: null,
  providers: [{ id: ids.provider, name: '云端网络' }], accesses: [{ id: 'a1', providerName: '云端网络' }],
})
const held = (parts: Partial<RegisterSubjectView> = {}): RegisterSubjectView => ({
  id: '00000000-0000-4000-8000-000000000099', number, name: '北京晨光有限公司', nature: '4', province: '110000', state: 'in-force', approvedOn: '2026-11-20', cancelledOn: null,
  services: [website(1), website(2)],
  certificates: [{ id: ids.certificate, version: 1, code: 'ABCD-1234', state: 'current', subjectNumber: number, subjectName: '北京晨光有限公司', services: 2, issuedAt: since, endedAt: null, verifyUrl: 'http://127.0.0.1:3001/verify/ABCD-1234' }],
  openFilings: [], ...parts,
})

/** An API that takes a cancellation as the real one does: a draft, its reason, then finish with the code. */
const cancelling = (record: RegisterSubjectView = held()) => {
  const server = { created: [] as unknown[], saved: [] as CancellationContent[], finished: [] as unknown[], version: 1, handedIn: false }
  const draft = () => sampleFiling({
    kind: record.services.length > 1 ? 'cancel-service' : 'cancel-subject', status: server.handedIn ? 'with-providers' : 'draft', content: sampleCancellation(), version: server.version, due: null, actions: [],
  })
  const answers: Record<string, Answerer> = {
    ...answering('listOwnRecords', { rows: [record] }), ...answering('listFilings', { rows: [], total: 0, next: null }), ...answering('getFiling', draft, { id: ids.filing }),
    ...answering('createFiling', (call) => { server.created.push(call.body); return draft() }),
    ...answering('saveDraft', (call) => { server.saved.push((call.body as { content: CancellationContent }).content); server.version += 1; return { version: server.version, savedAt: since, findings: [] } }, { id: ids.filing }),
    ...answering('finishFiling', (call) => {
      server.finished.push(call.body)
      server.handedIn = true
      return { id: ids.filing, reference: 'BA20261120-000009', finishedAt: since, digest: 'b'.repeat(64), hash: 'c'.repeat(64), status: 'with-providers', version: server.version }
    }, { id: ids.filing }),
    ...answering('sendStepUpCode', { way: 'message', mobile: '138****0001', email: 'w***@example.com', expiresAt: since, resendAt: since, triesLeft: 5, onScreen: { code: '246810' } }),
  }
  return { server, answers }
}

const confirmIn = async (title: string, act: string) => {
  const asked = await screen.findByRole('alertdialog', { name: title })
  expect(buttonNamed(act, asked)).toBeDisabled()
  await user.click(within(asked).getByRole('checkbox'))
  await press(act, asked)
}

test('everything that falls with the subject is listed before anything is asked', async () => {
  await openPortal('/filing/cancel-subject', cancelling().answers)
  const falls = await screen.findByRole('region', { name: 'What falls' })
  for (const fact of [`${number}-1`, `${number}-2`, 'site1.com', 'site2.com', '云端网络', `The subject number ${number}`, 'ABCD-1234']) expect(falls).toHaveTextContent(fact)
})

test('without a reason and a code there is one summary, and nothing is handed in', async () => {
  const stand = cancelling()
  await openPortal('/filing/cancel-subject', stand.answers)
  await screen.findByRole('region', { name: 'What falls' })
  await press('Apply to cancel the subject')
  const summary = await screen.findByRole('alert', { name: 'There is a problem' })
  expect(summary).toHaveFocus()
  expect(within(summary).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#cancel-reason', '#cancel-code'])
  expect(screen.getByLabelText('Reason')).toBeInvalid()
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  expect(stand.server.created).toEqual([])
})

test('another reason needs a note, as the rules say', async () => {
  await openPortal('/filing/cancel-subject', cancelling().answers)
  await screen.findByRole('region', { name: 'What falls' })
  await user.selectOptions(screen.getByLabelText('Reason'), otherReason)
  fillIn(screen.getByLabelText('Code'), '246810')
  await press('Apply to cancel the subject')
  const summary = await screen.findByRole('alert', { name: 'There is a problem' })
  expect(within(summary).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#cancel-note'])
  fillIn(screen.getByLabelText('Note'), '业务停止')
  await press('Apply to cancel the subject')
  expect(await screen.findByRole('alertdialog', { name: 'Apply to cancel the subject?' })).toBeInTheDocument()
})

test('one website of several is cancelled with its reason and code, and its progress follows', async () => {
  const stand = cancelling()
  const { router } = await openPortal('/filing/cancel-website', stand.answers)
  await user.click(await screen.findByRole('radio', { name: /网站2/ }))
  const falls = await screen.findByRole('region', { name: 'What falls' })
  expect(falls).toHaveTextContent(`${number}-2`)
  expect(falls).not.toHaveTextContent(`${number}-1`)
  await user.selectOptions(screen.getByLabelText('Reason'), '1')
  await press('Send the code')
  expect(await screen.findByTestId('on-screen-step-up-code')).toHaveTextContent('246810')
  fillIn(screen.getByLabelText('Code'), ' 246810 ')
  await press('Apply to cancel the website')
  await confirmIn('Apply to cancel this website?', 'Apply to cancel the website')
  await waitFor(() => expect(router.state.location.pathname).toBe(`/filing/progress/${ids.filing}`))
  expect(stand.server.created).toEqual([{ kind: 'cancel-service', subjectNumber: number, serviceNumbers: [`${number}-2`] }])
  expect(stand.server.saved.map((content) => content.reason)).toEqual(['1'])
  expect(stand.server.finished).toEqual([{ version: 2, code: '246810' }])
})

test('a wrong code keeps what was typed, and the second try goes on with the same draft', async () => {
  const stand = cancelling()
  const { answer, router } = await openPortal('/filing/cancel-subject', { ...stand.answers, [`POST /filings/${ids.filing}/finish`]: () => refuse(422, { text: { zh: '验证码有误', en: 'The code is wrong.' } }) })
  await screen.findByRole('region', { name: 'What falls' })
  await user.selectOptions(screen.getByLabelText('Reason'), '1')
  fillIn(screen.getByLabelText('Code'), '000000')
  await press('Apply to cancel the subject')
  await confirmIn('Apply to cancel the subject?', 'Apply to cancel the subject')
  expect(await screen.findByText('The code is wrong.')).toBeInTheDocument()
  expect(screen.getByLabelText('Reason')).toHaveValue('1')
  answer(stand.answers)
  fillIn(screen.getByLabelText('Code'), '246810')
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument())
  await press('Apply to cancel the subject')
  await confirmIn('Apply to cancel the subject?', 'Apply to cancel the subject')
  await waitFor(() => expect(router.state.location.pathname).toBe(`/filing/progress/${ids.filing}`))
  expect(stand.server.finished).toEqual([{ version: 3, code: '246810' }])
})

test('after a lost answer at the end, the second try finds that it was handed in', async () => {
  const stand = cancelling()
  const lost: Answerer = () => { stand.server.handedIn = true; throw new TypeError('Failed to fetch') }
  const { answer, router } = await openPortal('/filing/cancel-subject', { ...stand.answers, [`POST /filings/${ids.filing}/finish`]: lost })
  await screen.findByRole('region', { name: 'What falls' })
  await user.selectOptions(screen.getByLabelText('Reason'), '1')
  fillIn(screen.getByLabelText('Code'), '246810')
  await press('Apply to cancel the subject')
  await confirmIn('Apply to cancel the subject?', 'Apply to cancel the subject')
  expect(await screen.findByRole('alert')).toHaveTextContent(/connection/i)
  answer(stand.answers)
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument())
  await press('Apply to cancel the subject')
  await confirmIn('Apply to cancel the subject?', 'Apply to cancel the subject')
  await waitFor(() => expect(router.state.location.pathname).toBe(`/filing/progress/${ids.filing}`))
  expect(stand.server.finished).toEqual([])
})

test('one access ends: what stays is said, and the application names website and access', async () => {
  const two = [{ id: 'a1', providerName: '云端网络' }, { id: 'a2', providerName: '海蓝数据' }]
  const stand = cancelling(held({ services: [website(1), { ...website(2), accesses: two }] }))
  const { router } = await openPortal('/filing/cancel-access', stand.answers)
  await user.click(await screen.findByRole('radio', { name: /^网站2 · 海蓝数据/ }))
  const falls = await screen.findByRole('region', { name: 'What falls' })
  expect(falls).toHaveTextContent(`The number ${number}-2 and the e-certificate stay as they are`)
  expect(falls).toHaveTextContent('stays reachable through the others')
  await user.selectOptions(screen.getByLabelText('Reason'), '1')
  fillIn(screen.getByLabelText('Code'), '246810')
  await press('Apply to cancel the access')
  await confirmIn('Apply to cancel this access?', 'Apply to cancel the access')
  await waitFor(() => expect(router.state.location.pathname).toBe(`/filing/progress/${ids.filing}`))
  expect(stand.server.created).toEqual([{ kind: 'cancel-access', subjectNumber: number, serviceNumbers: [`${number}-2`], accessIds: ['a2'] }])
})

test('the last access of a website may end, and is told to leave it hollow', async () => {
  await openPortal('/filing/cancel-access', cancelling().answers)
  await user.click(await screen.findByRole('radio', { name: /^网站1 · 云端网络/ }))
  expect(await screen.findByText(/becomes a hollow record/)).toBeInTheDocument()
})

test('what is cancelled is called what it is: an app, not a website', async () => {
  await openPortal('/filing/cancel-website', cancelling(held({ services: [website(1), { ...website(2), type: 'app', number: `${number}-2A`, name: '晨光书店' }] })).answers)
  await user.click(await screen.findByRole('radio', { name: /晨光书店/ }))
  const falls = await screen.findByRole('region', { name: 'What falls' })
  expect(falls).toHaveTextContent('Once approved, this app must go offline.')
  expect(falls).toHaveTextContent('is replaced by one without this app')
  expect(buttonNamed('Apply to cancel the app')).toBeInTheDocument()
})

test('the last website leads to cancelling the subject instead', async () => {
  await openPortal('/filing/cancel-website', cancelling(held({ services: [website(1), { ...website(2), state: 'cancelled', cancelledOn: '2026-11-21' }] })).answers)
  const choices = await screen.findAllByRole('radio')
  expect(choices).toHaveLength(1)
  await user.click(choices[0]!)
  expect(await screen.findByText('This website is all that the subject has left')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Cancel the subject' })).toHaveAttribute('href', '/filing/cancel-subject')
  expect(screen.queryByLabelText('Reason')).not.toBeInTheDocument()
})

test('while another application about the subject runs there is no form, and the reason leads to its progress', async () => {
  await openPortal('/filing/cancel-subject', cancelling(held({ openFilings: [{ id: ids.next, kind: 'cancel-service', status: 'with-providers', reference: 'BA20261120-000005', serviceNumbers: [`${number}-2`] }] })).answers)
  expect(await screen.findByText(/Another application about this subject is running: Cancel website BA20261120-000005/)).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Progress' })).toHaveAttribute('href', `/filing/progress/${ids.next}`)
  expect(screen.queryByLabelText('Reason')).not.toBeInTheDocument()
})

test.each(['/filing/certificate', '/filing/cancel-subject', '/filing/cancel-website'])('%s does not say that there is no filing before it is known', async (path) => {
  let tell = () => {}
  const known = new Promise<void>((resolve) => { tell = resolve })
  const lists = answering('listFilings', { rows: [], total: 0, next: null })
  await openPortal(path, { ...answering('listOwnRecords', { rows: [] }), 'GET /filings': async (call) => { await known; return lists['GET /filings']?.(call) } })
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByText(/You have no filing yet/)).not.toBeInTheDocument()
  tell()
  expect(await screen.findByText(/You have no filing yet/)).toBeInTheDocument()
})

test.each([
  ['none', [], /You have no filing yet/],
  ['one that is under way', [sampleFiling({ status: 'in-review' })], /BA20261120-000001 is “/],
  ['one that was cancelled since', [sampleFiling({ status: 'approved' })], /is cancelled/],
])('with %s, a closed function says so', async (_, rows, said) => {
  await openPortal('/filing/certificate', { ...answering('listOwnRecords', { rows: [] }), ...answering('listFilings', { rows, total: rows.length, next: null }) })
  expect(await screen.findByText(said)).toBeInTheDocument()
})
