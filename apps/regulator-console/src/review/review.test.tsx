import { answering, type Answerer } from '@icp/app-shell/testing'
import type { FilingView } from '@icp/contract'
import { ids, sampleCancellation, sampleReturn } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { inReview, openConsole, row } from '../open-console.fixture.js'

const showing = (parts: Partial<FilingView> = {}, more: Readonly<Record<string, Answerer>> = {}) =>
  openConsole(`/filings/${ids.filing}`, { ...answering('getFiling', inReview(parts), { id: ids.filing }), ...more })
const bar = () => screen.findByRole('region', { name: 'Acts' })
const decide = async (name: string) => userEvent.click(within(await bar()).getByRole('button', { name }))

test.each<[FilingView['actions'], string[]]>([
  [['approve', 'return', 'refuse'], ['Approve', 'Return', 'Refuse']],
  [['approve', 'refuse'], ['Approve', 'Refuse']],
])('the decisions are exactly what the API allows: %j', async (actions, names) => {
  showing({ actions })
  expect(within(await bar()).queryAllByRole('button').map((button) => button.textContent)).toEqual(names)
  expect(screen.queryAllByRole('button', { name: /^Remark: / }).length > 0).toBe(actions.includes('return'))
})

test('where nothing can be decided there is no bar and no remark', async () => {
  showing({ actions: [] })
  await screen.findByRole('heading', { name: 'What was filed' })
  expect(screen.queryByRole('region', { name: 'Acts' })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^Remark: / })).not.toBeInTheDocument()
})

test('a return needs a remark on at least one field', async () => {
  showing()
  await decide('Return')
  expect(screen.getByText('Remark at least one field')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Confirm the return' })).toBeDisabled()
})

test('remarks are collected beside the fields, with stock phrases, and sent with an opinion', async () => {
  const user = userEvent.setup()
  const { calls } = showing({}, answering('returnFiling', { id: ids.filing, status: 'returned', version: 4 }, { id: ids.filing }))
  await user.click(await screen.findByRole('button', { name: 'Remark: Subject · Owner name' }))
  const remark = screen.getByRole('dialog', { name: 'Remark: Subject · Owner name' })
  await user.click(within(remark).getByRole('button', { name: 'Save the remark' }))
  expect(within(remark).getByLabelText(/^What is wrong/)).toHaveAccessibleDescription(/Say what is wrong/)
  const phrase = 'Owner name, certificate number or address differs from the certificate.'
  await user.selectOptions(within(remark).getByLabelText('Stock phrase'), phrase)
  await user.type(within(remark).getByLabelText('How to fix it'), '按证件填写')
  await user.click(within(remark).getByRole('button', { name: 'Save the remark' }))
  expect(screen.getByRole('button', { name: 'Edit the remark: Subject · Owner name' })).toBeInTheDocument()
  await decide('Return (1)')
  await user.click(screen.getByRole('button', { name: 'Confirm the return' }))
  expect(screen.getByLabelText(/^Opinion/)).toHaveAccessibleDescription(/Enter an opinion/)
  await user.type(screen.getByLabelText(/^Opinion/), '请修改')
  await user.click(screen.getByRole('button', { name: 'Confirm the return' }))
  await screen.findByText('Returned to the access providers.')
  expect(calls.find((call) => call.to.endsWith('/return'))?.body).toEqual({
    version: 3, opinion: '请修改', findings: [{ path: 'subject.name', reason: phrase, suggestion: '按证件填写' }],
  })
})

test('leaving with remarks that are not sent asks first', async () => {
  const user = userEvent.setup()
  const { router } = showing()
  await user.click(await screen.findByRole('button', { name: 'Remark: Subject · Owner name' }))
  await user.type(screen.getByLabelText(/^What is wrong/), '不符')
  await user.click(screen.getByRole('button', { name: 'Save the remark' }))
  await user.click(screen.getByRole('link', { name: 'Back to the province queue' }))
  expect(await screen.findByRole('alertdialog', { name: 'Something is not saved' })).toBeInTheDocument()
  expect(router.state.location.pathname).toBe(`/filings/${ids.filing}`)
})

test('an approval shows what will be issued, then what was issued and the way to the next filing', async () => {
  const user = userEvent.setup()
  const next = row({ id: ids.next, reference: 'BA20261120-000002' })
  const { calls, router } = showing({}, {
    ...answering('approveFiling', {
      id: ids.filing, status: 'approved', version: 4, subjectNumber: '京ICP备2026000001号', serviceNumbers: ['京ICP备2026000001号-1'], certificateId: ids.certificate,
    }, { id: ids.filing }),
    ...answering('listFilings', { rows: [row(), next], total: 2, next: null }), ...answering('getFiling', inReview({ id: ids.next }), { id: ids.next }),
  })
  await decide('Approve')
  const dialog = screen.getByRole('dialog', { name: 'Approve this filing' })
  expect(dialog).toHaveTextContent(/The next number of the province is allocated at approval \(京ICP备\d{4}……号\)/)
  expect(within(dialog).getByRole('row', { name: '晨光书店 chenguang.com -1' })).toBeInTheDocument()
  await user.click(within(dialog).getByRole('button', { name: 'Confirm the approval' }))
  await screen.findByText('Approved. Subject number: 京ICP备2026000001号; service numbers: 京ICP备2026000001号-1.')
  expect(calls.find((call) => call.to.endsWith('/approve'))?.body).toEqual({ version: 3 })
  await user.click(screen.getByRole('button', { name: 'Take the next in the queue' }))
  await waitFor(() => expect(router.state.location.pathname).toBe(`/filings/${ids.next}`))
})

test('a filing with blocking findings cannot be approved', async () => {
  showing({ findings: [{ rule: 'X-01', path: 'subject.name', severity: 'block', text: { zh: '错', en: 'Wrong.' }, fix: { zh: '改', en: 'Mend it.' }, source: 'law' }] })
  await decide('Approve')
  expect(screen.getByRole('button', { name: 'Confirm the approval' })).toBeDisabled()
})

test('a refusal takes a stock phrase and sends it as the reason', async () => {
  const user = userEvent.setup()
  const { calls } = showing({}, answering('refuseFiling', { id: ids.filing, status: 'refused', version: 4 }, { id: ids.filing }))
  await decide('Refuse')
  await user.selectOptions(screen.getByLabelText('Stock phrase'), 'The domain has expired.')
  await user.click(screen.getByRole('button', { name: 'Confirm the refusal' }))
  await waitFor(() => expect(calls.find((call) => call.to.endsWith('/refuse'))?.body).toEqual({ version: 3, reason: 'The domain has expired.' }))
})

test('the phrases are those that the operator keeps: one that was changed is offered as it stands, one that was retired no more', async () => {
  const phrase = (code: string, en: string, offered: boolean) =>
    ({ of: 'code' as const, id: 'returnReasons', code, zh: en, en, offered, from: '2026-11-01', to: '', source: '示例', confirmed: true })
  showing({}, answering('getRuleData', { version: 2, published: [{ version: 1, entry: phrase('domain-expired', 'Renew the domain first.', true) }, { version: 2, entry: phrase('name-rule', 'The name.', false) }] }))
  await decide('Refuse')
  await waitFor(() => expect(screen.getByRole('option', { name: 'Renew the domain first.' })).toBeInTheDocument())
  expect(screen.queryByRole('option', { name: /The domain has expired|breaks the naming rules|^The name\.$/ })).not.toBeInTheDocument()
})

test('providers’ remarks and what an earlier return said stand on the desk', async () => {
  showing({
    decisions: [sampleReturn(['subject.name'])],
    history: [{ at: '2026-11-22T02:00:00.000Z', action: 'pass', by: { role: 'provider', name: '云端网络' }, status: 'in-review', note: '已电话核实' }],
  })
  expect(await screen.findByText('云端网络: 已电话核实')).toBeInTheDocument()
  expect(screen.getByText('Not changed since the return')).toBeInTheDocument()
})

test('a cancellation shows what falls before it is approved', async () => {
  const record = {
    serviceNumber: '京ICP备2026000001号-1', subjectNumber: '京ICP备2026000001号', subjectName: '北京晨光有限公司', nature: '4', serviceName: '晨光书店', serviceType: 'website' as const,
    domain: 'chenguang.com', preApprovals: [], approvedOn: '2026-01-05', state: 'in-force' as const, cancelledOn: null,
  }
  showing(
    { kind: 'cancel-subject', content: sampleCancellation() },
    answering('lookUp', { read: { as: 'number', text: '京ICP备2026000001号' }, rows: [record], next: null }),
  )
  await screen.findByRole('table', { name: 'What ends with this cancellation' })
  await decide('Approve')
  const dialog = screen.getByRole('dialog', { name: 'Approve this filing' })
  expect(within(dialog).getByText('The subject number 京ICP备2026000001号 ends.')).toBeInTheDocument()
})

/** An ended cancellation of the second of two websites. */
const endedCancellation = (status: 'approved' | 'refused') => showing({
  kind: 'cancel-service', content: sampleCancellation(['京ICP备2026000001号-2']), status, comparedWith: 'register-at-end', actions: [],
  standing: [
    { number: '京ICP备2026000001号-1', name: '晨光书店', type: 'website', domain: 'chenguang.com', fate: 'stays' },
    { number: '京ICP备2026000001号-2', name: '晨光论坛', type: 'website', domain: 'chenguang.net', fate: 'falls' },
  ],
})
const rowOf = async (name: string) => within((await within(await screen.findByRole('table', { name: 'What ends with this cancellation' })).findByText(name)).closest('tr') as HTMLElement)

test('what fell with a cancellation is shown as it stood then, whatever the register says today', async () => {
  const { calls } = endedCancellation('approved')
  expect((await rowOf('晨光书店')).getByText('Stays in force')).toBeInTheDocument()
  expect((await rowOf('晨光论坛')).getByText('Cancelled')).toBeInTheDocument()
  expect(screen.getByText(/^As it stood when this ended on .*2026/)).toBeInTheDocument()
  expect(calls.filter(({ to }) => to.includes('look-up'))).toEqual([])
})

test('a cancellation without effect does not say that anything ended', async () => {
  endedCancellation('refused')
  expect((await rowOf('晨光论坛')).getByText('Was to be cancelled')).toBeInTheDocument()
  expect(screen.getByText('This cancellation ended without effect; nothing was cancelled by it.')).toBeInTheDocument()
  expect(screen.queryByText(/issued anew/)).toBeNull()
})
