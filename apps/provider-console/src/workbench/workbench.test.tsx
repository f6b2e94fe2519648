import { answering, type Answerer, refuse } from '@icp/app-shell/testing'
import type { FilingView } from '@icp/contract'
import { maskContent } from '@icp/domain'
import { ids, sampleCancellation, sampleFiling, sampleRegistration, sampleRequest, sampleReturn, since } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole } from '../open-console.fixture.js'

const path = `/filings/${ids.filing}`
const showing = (parts: Partial<FilingView> | (() => Partial<FilingView>), more: Readonly<Record<string, Answerer>> = {}) =>
  openConsole(path, { ...answering('getFiling', () => sampleFiling(typeof parts === 'function' ? parts() : parts), { id: ids.filing }), ...more })
const bar = () => screen.findByRole('region', { name: 'Acts' })
const act = async (name: string) => userEvent.click(within(await bar()).getByRole('button', { name }))

const renaming = { requests: [sampleRequest(['subject.name'])], openRequests: 1, actions: ['correct', 'decline-correction-request', 'refuse'] } satisfies Partial<FilingView>

test.each<[FilingView['actions'], string[]]>([
  [['pass', 'refuse', 'open-correction-request'], ['Pass', 'Request a correction', 'Refuse']],
  [['correct', 'decline-correction-request', 'refuse'], ['Correct', 'Decline the request', 'Refuse']],
])('the buttons are exactly what the API allows: %j', async (actions, names) => {
  showing({ actions })
  expect(within(await bar()).queryAllByRole('button').map((button) => button.textContent)).toEqual(names)
})

test('where nothing can be done there is no bar of acts', async () => {
  showing({ actions: [] })
  await screen.findByRole('heading', { name: 'What was filed' })
  expect(screen.queryByRole('region', { name: 'Acts' })).not.toBeInTheDocument()
})

test('the correction window offers only the fields that the request names', async () => {
  showing(renaming)
  await act('Correct')
  const dialog = screen.getByRole('dialog', { name: 'Correct the filing' })
  const fields = within(dialog).getByRole('group', { name: 'Fields that you can correct' })
  expect(within(fields).getAllByRole('textbox').map((box) => box.id)).toEqual(['field-subject-name'])
  expect(within(dialog).getByText('Why it was asked: 公司更名')).toBeInTheDocument()
})

test('a correction shows before and after, needs a reason, and sends the real content with only that change', async () => {
  const user = userEvent.setup()
  const { calls } = showing(renaming, answering('correctFiling', {
    id: ids.correction, requestId: ids.request, revision: 2, provider: { id: ids.provider, name: '云端网络' }, by: '云端审核员', at: since, reason: '更名', changes: [],
  }, { id: ids.filing }))
  await act('Correct')
  const dialog = screen.getByRole('dialog', { name: 'Correct the filing' })
  await user.click(within(dialog).getByRole('button', { name: 'Save the correction' }))
  expect(within(dialog).getByRole('link', { name: 'Nothing is changed' })).toBeInTheDocument()
  const name = within(dialog).getByLabelText(/Owner name/)
  await user.clear(name)
  await user.type(name, '北京朝霞有限公司')
  const change = within(within(dialog).getByRole('table', { name: 'Before and after' })).getByRole('row', { name: /Owner name/ })
  expect(change).toHaveTextContent('北京晨光有限公司')
  expect(change).toHaveTextContent('北京朝霞有限公司')
  await user.type(within(dialog).getByLabelText(/^Reason/), '公司更名')
  await user.click(within(dialog).getByRole('button', { name: 'Save the correction' }))
  await screen.findByText('The correction is saved and the owner is told.')
  const sent = calls.find((call) => call.to.endsWith('/corrections'))?.body as { content: unknown; version: number; requestId: string }
  const before = sampleRegistration()
  expect(sent).toMatchObject({ version: 3, requestId: ids.request, content: { ...before, subject: { ...before.subject, name: '北京朝霞有限公司' } } })
})

test('what an input empties beside the named field stays as it was', async () => {
  const user = userEvent.setup()
  showing({ ...renaming, requests: [sampleRequest(['subject.province'])] })
  await act('Correct')
  await user.selectOptions(screen.getByLabelText(/Province/), '310000')
  const changes = within(screen.getByRole('table', { name: 'Before and after' })).getAllByRole('rowheader').map((cell) => cell.textContent)
  expect(changes).toEqual(['Subject · Province'])
  expect(await screen.findByText(/Other fields would get new findings/)).toBeInTheDocument()
})

test('a filing that changed meanwhile refuses the correction, keeps what was typed, and shows who changed it', async () => {
  const user = userEvent.setup()
  let newer = false
  const later: FilingView['history'][number] = { at: since, action: 'pass', by: { role: 'provider', name: '海蓝数据' }, status: 'with-providers', note: null }
  showing(() => ({ ...renaming, ...(newer ? { version: 4, history: [...sampleFiling().history, later] } : {}) }), {
    [`POST /filings/${ids.filing}/corrections`]: () => {
      newer = true
      return refuse(409)
    },
  })
  await act('Correct')
  const dialog = screen.getByRole('dialog', { name: 'Correct the filing' })
  await user.type(within(dialog).getByLabelText(/Owner name/), '二')
  await user.type(within(dialog).getByLabelText(/^Reason/), '更名')
  await user.click(within(dialog).getByRole('button', { name: 'Save the correction' }))
  await user.click(await within(dialog).findByRole('button', { name: 'Show the current state' }))
  expect(within(dialog).getByLabelText(/Owner name/)).toHaveValue('北京晨光有限公司二')
  expect(within(dialog).getByLabelText(/^Reason/)).toHaveValue('更名')
})

test('an act that the changed filing does not allow any more cannot be tried again, and its text is still there', async () => {
  const user = userEvent.setup()
  let newer = false
  showing(() => (newer ? { ...renaming, version: 4 } : {}), {
    [`POST /filings/${ids.filing}/pass`]: () => {
      newer = true
      return refuse(409, { text: { zh: '还有未处理的修改请求', en: 'A correction request is still open.' } })
    },
  })
  await act('Pass')
  const dialog = screen.getByRole('dialog', { name: 'Pass this filing' })
  await user.type(within(dialog).getByLabelText('Remark'), '已核对')
  await user.click(within(dialog).getByRole('button', { name: 'Confirm the pass' }))
  expect(await within(dialog).findByText('A correction request is still open.')).toBeInTheDocument()
  await user.click(within(dialog).getByRole('button', { name: 'Show the current state' }))
  expect(await within(dialog).findByText('The filing, as it stands now, does not allow this any more.')).toBeInTheDocument()
  expect(within(dialog).getByRole('button', { name: 'Confirm the pass' })).toBeDisabled()
  expect(within(dialog).getByLabelText('Remark')).toHaveValue('已核对')
})

test('passing sends the seen version and the remark', async () => {
  const user = userEvent.setup()
  const { calls } = showing({}, answering('passFiling', { id: ids.filing, status: 'awaiting-confirmation', version: 4 }, { id: ids.filing }))
  await act('Pass')
  const dialog = screen.getByRole('dialog', { name: 'Pass this filing' })
  await user.type(within(dialog).getByLabelText('Remark'), '已核对')
  await user.click(within(dialog).getByRole('button', { name: 'Confirm the pass' }))
  await screen.findByText('You have passed the filing.')
  expect(calls.find((call) => call.to.endsWith('/pass'))?.body).toEqual({ version: 3, remark: '已核对', sheet: [] })
})

test('a filing with blocking findings cannot be passed', async () => {
  showing({ findings: [{ rule: 'S-03', path: 'subject.name', severity: 'block', text: { zh: '错', en: 'The name is wrong.' }, fix: { zh: '改', en: 'Mend it.' }, source: 'law' }] })
  await act('Pass')
  expect(screen.getByText('Findings that must be mended before the filing can be passed: 1.')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Confirm the pass' })).toBeDisabled()
})

test('a refusal needs a reason', async () => {
  const user = userEvent.setup()
  const { calls } = showing({}, answering('refuseFiling', { id: ids.filing, status: 'refused', version: 4 }, { id: ids.filing }))
  await act('Refuse')
  await user.click(screen.getByRole('button', { name: 'Confirm the refusal' }))
  expect(screen.getByLabelText(/^Reason/)).toHaveAccessibleDescription(/Enter a reason/)
  expect(calls.some((call) => call.to.endsWith('/refuse'))).toBe(false)
  await user.type(screen.getByLabelText(/^Reason/), '材料不符')
  await user.click(screen.getByRole('button', { name: 'Confirm the refusal' }))
  await waitFor(() => expect(calls.find((call) => call.to.endsWith('/refuse'))?.body).toEqual({ version: 3, reason: '材料不符' }))
})

test('a request of one’s own names only correctable fields, and those that follow from them', async () => {
  const user = userEvent.setup()
  const { calls } = showing({}, answering('openCorrectionRequest', sampleRequest(['subject.province'], { openedBy: 'provider' }), { id: ids.filing }))
  await act('Request a correction')
  const dialog = screen.getByRole('dialog', { name: 'Request a correction' })
  expect(within(dialog).getAllByRole('checkbox', { hidden: true })).toHaveLength(5)
  await user.click(within(dialog).getByRole('checkbox', { name: 'Province' }))
  await user.type(within(dialog).getByLabelText(/^Reason/), '地址有误')
  await user.click(within(dialog).getByRole('button', { name: 'Open the request' }))
  await waitFor(() => expect(calls.find((call) => call.to.endsWith('/correction-requests'))?.body)
    .toEqual({ version: 3, fields: ['subject.province', 'subject.city', 'subject.county'], reason: '地址有误' }))
})

test('what the administration said stands under its field, with whether the field was changed since', async () => {
  showing({
    status: 'returned', decisions: [sampleReturn(['subject.name', 'services.s1.name'])],
    corrections: [{
      id: ids.correction, requestId: ids.request, revision: 2, provider: { id: ids.provider, name: '云端网络' }, by: '云端审核员', at: '2026-11-22T02:00:00.000Z', reason: '更名',
      changes: [{ path: 'subject.name', label: { zh: '名称', en: 'Owner name' }, before: '旧', after: '新' }],
    }],
  })
  const subject = await screen.findByRole('region', { name: 'Subject' })
  expect(within(subject).getByText('Changed since the return')).toBeInTheDocument()
  expect(within(screen.getByRole('region', { name: /Website/ })).getByText('Not changed since the return')).toBeInTheDocument()
})

test('a masked value is shown once its purpose is given, the next one of the filing without asking again', async () => {
  const user = userEvent.setup()
  const { calls, answer } = showing({ content: maskContent(sampleRegistration()) })
  const region = await screen.findByRole('region', { name: 'Person in charge of the subject' })
  expect(region).toHaveTextContent('138****0001')
  expect(region).not.toHaveTextContent('13800000001')
  await user.click(within(region).getByRole('button', { name: 'Show: Mobile number' }))
  const dialog = screen.getByRole('dialog', { name: 'Show the full value' })
  expect(dialog).toHaveTextContent('the owner can see which organisation looked')
  await user.click(within(dialog).getByRole('button', { name: 'Show' }))
  expect(within(dialog).getByText('Choose the purpose.')).toBeInTheDocument()
  await user.selectOptions(within(dialog).getByLabelText(/^Purpose/), 'Contacting the person in charge')
  await user.type(within(dialog).getByLabelText(/^In words/), 'Call back')
  answer(answering('revealField', () => refuse(429, { retryAfter: 60, text: { zh: '', en: 'Too many requests. Try again in 60 seconds.' } }), { id: ids.filing }))
  await user.click(within(dialog).getByRole('button', { name: 'Show' }))
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('Try again in 60 seconds')
  answer(answering('revealField', ({ body }) => ({ value: (body as { path: string }).path.endsWith('mobile') ? '13800000001' : 'li@example.com' }), { id: ids.filing }))
  await user.click(within(dialog).getByRole('button', { name: 'Show' }))
  await waitFor(() => expect(region).toHaveTextContent('13800000001'))
  await user.click(within(region).getByRole('button', { name: 'Show: E-mail' }))
  await waitFor(() => expect(region).toHaveTextContent('li@example.com'))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(calls.filter((call) => call.to.endsWith('/reveal')).at(-1)?.body).toEqual({ path: 'subject.person.email', reason: 'contact', note: 'Call back' })
  await user.click(within(region).getByRole('button', { name: 'Hide: Mobile number' }))
  expect(region).toHaveTextContent('138****0001')
})

test('a masked value that was not typed anew stops no correction, and leaves masked as it came', async () => {
  const user = userEvent.setup()
  const content = maskContent(sampleRegistration())
  const { calls } = showing({ ...renaming, content, requests: [sampleRequest(['subject.person.mobile', 'subject.person.email'])] }, answering('correctFiling', {
    id: ids.correction, requestId: ids.request, revision: 2, provider: { id: ids.provider, name: '云端网络' }, by: '云端审核员', at: since, reason: '更名', changes: [],
  }, { id: ids.filing }))
  await act('Correct')
  const dialog = screen.getByRole('dialog', { name: 'Correct the filing' })
  const mail = within(dialog).getByLabelText(/^E-mail/)
  await user.clear(mail)
  await user.type(mail, 'new@example.com')
  await user.type(within(dialog).getByLabelText(/^Reason/), '更正')
  expect(within(dialog).queryByText(/must still be mended/)).not.toBeInTheDocument()
  await user.click(within(dialog).getByRole('button', { name: 'Save the correction' }))
  await screen.findByText('The correction is saved and the owner is told.')
  const sent = calls.find((call) => call.to.endsWith('/corrections'))?.body as { content: typeof content }
  expect(sent.content.subject.person).toMatchObject({ mobile: '138****0001', email: 'new@example.com' })
})

test('a cancellation shows what falls and what stays', async () => {
  const record = (n: number) => ({
    serviceNumber: `京ICP备2026000001号-${n}`, subjectNumber: '京ICP备2026000001号', subjectName: '北京晨光有限公司', nature: '4', serviceName: `网站${n}`, serviceType: 'website' as const,
    domain: `s${n}.com`, preApprovals: [], approvedOn: '2026-01-05', state: 'in-force' as const, cancelledOn: null,
  })
  showing(
    { kind: 'cancel-service', content: sampleCancellation(['京ICP备2026000001号-2']), actions: ['pass', 'refuse'], correctable: [] },
    answering('lookUp', { read: { as: 'number', text: '京ICP备2026000001号' }, rows: [record(1), record(2)], next: null }),
  )
  const table = await screen.findByRole('table', { name: 'What ends with this cancellation' })
  expect(within(table).getByRole('row', { name: /-1 / })).toHaveTextContent('Stays in force')
  expect(within(table).getByRole('row', { name: /-2 / })).toHaveTextContent('Cancelled')
})
