import { expect, test } from '@jest/globals'
import { answering, refuse } from '@icp/app-shell/testing'
import { findOperation, type RegisterSubjectView } from '@icp/contract'
import { sampleFiling, since } from '@icp/filing-views/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openPortal } from './open-portal.fixture.js'

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const twoPages = answering('listFilings', ({ query }) => (query.get('cursor') === 'after-first'
  ? { rows: [sampleFiling({ reference: 'BA20261120-000002' })], total: 2, next: null }
  : { rows: [sampleFiling()], total: 2, next: 'after-first' }))

test.each(['/filing', '/filing/browse', '/filing/progress?q=BA'])('a list that is longer than one page is paged through: %s', async (path) => {
  const { calls, router } = await openPortal(path, { ...twoPages, ...answering('listOwnRecords', { rows: [] }) })
  expect(await screen.findByText(/BA20261120-000001/)).toBeInTheDocument()
  await press('Next page')
  expect(await screen.findByText(/BA20261120-000002/)).toBeInTheDocument()
  expect(router.state.location.search).toMatchObject({ page: 'after-first', ...(path.includes('q=') ? { q: 'BA' } : {}) })
  expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled()
  await press('Previous page')
  expect(await screen.findByText(/BA20261120-000001/)).toBeInTheDocument()
  expect(calls.filter((call) => call.to === 'GET /filings').every((call) => !path.includes('q=') || call.query.get('q') === 'BA')).toBe(true)
})

test('the tree holds the places of the filing process alone; my filings stand in the account menu', async () => {
  await openPortal('/account', twoPages)
  const tree = await screen.findByRole('tree')
  expect(within(tree).queryByText('My filings')).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: /王小明/ }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'My filings' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'My filings' })).toBeInTheDocument()
})

test('what reviewers will look at is told on the page of progress, with its rule, until the filing has ended', async () => {
  const conflict = { rule: 'X-21', path: 'services.s1.name', severity: 'reviewer' as const, text: { zh: '该网站名称已在其他主体的备案中。', en: 'This name is in another subject’s filing.' }, fix: { zh: '', en: '' }, source: '' }
  const advice = { ...conflict, rule: 'W-01', severity: 'warn' as const }
  const filing = sampleFiling({ findings: [conflict, advice] })
  const { answer, queries } = await openPortal(`/filing/progress/${filing.id}`, answering('getFiling', () => filing, { id: filing.id }))
  const list = await screen.findByRole('list', { name: 'Findings' })
  expect(within(list).getByRole('link', { name: /X-21/ })).toHaveAttribute('href', '/rules?q=X-21')
  expect(within(list).getAllByRole('listitem')).toHaveLength(1)
  answer(answering('getFiling', () => sampleFiling({ status: 'approved', findings: [conflict] }), { id: filing.id }))
  await queries.invalidateQueries()
  await waitFor(() => expect(screen.queryByRole('list', { name: 'Findings' })).toBeNull())
})

const stepUp = `${findOperation('sendStepUpCode').method} ${findOperation('sendStepUpCode').path}`
const record: RegisterSubjectView = {
  id: '88888888-8888-4888-8888-888888888888', number: '京ICP备2026000001号', name: '北京晨光有限公司', state: 'in-force', approvedOn: '2026-11-20', cancelledOn: null,
  services: [{ id: '88888888-8888-4888-8888-888888888881', number: '京ICP备2026000001号-1', type: 'website', state: 'in-force', providers: [], accesses: [{ id: 'a1', providerName: '云端网络' }] }],
  certificates: [], openFilings: [],
} as unknown as RegisterSubjectView

test('another reason needs a note, which is said before a code is sent', async () => {
  const { calls } = await openPortal('/filing/cancel-subject', {
    'GET /register/mine': () => ({ rows: [record] }),
    [stepUp]: () => ({ mobile: '138****0001', email: 'w***@example.com', expiresAt: since, resendAt: since, onScreen: null }),
  })
  await userEvent.selectOptions(await screen.findByLabelText('Reason'), '99')
  expect(screen.getByLabelText('Note')).toBeRequired()
  await press('Send the code')
  await userEvent.click(within(await screen.findByRole('alert', { name: 'There is a problem' })).getByRole('link', { name: /the note says which reason/ }))
  expect(screen.getByLabelText('Note')).toHaveFocus()
  const sent = () => calls.filter((call) => call.to === stepUp)
  expect(sent()).toHaveLength(0)
  await userEvent.selectOptions(screen.getByLabelText('Reason'), '1')
  expect(screen.getByLabelText('Note')).not.toBeRequired()
  await press('Send the code')
  await waitFor(() => expect(sent()).toHaveLength(1))
})

test('a mistyped certificate code says what to compare; an unknown one that there is no such certificate', async () => {
  const first = { text: { zh: '请核对', en: 'Compare it with the twelve characters.' } }
  const { answer } = await openPortal('/verify/AAAA', { 'GET /verify/AAAA': () => refuse(404, { code: 'code-malformed', ...first }) }, { visitor: true })
  expect(await screen.findByText('“AAAA” is not a code of a certificate')).toBeInTheDocument()
  expect(screen.getByText('Compare it with the twelve characters.')).toBeInTheDocument()
  answer({ 'GET /verify/BBBB': () => refuse(404, { code: 'code-unknown' }) })
  await userEvent.clear(screen.getByLabelText('Code'))
  await userEvent.type(screen.getByLabelText('Code'), 'BBBB{Enter}')
  expect(await screen.findByText('There is no such certificate')).toBeInTheDocument()
})
