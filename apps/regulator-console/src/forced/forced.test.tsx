import { answering, refuse } from '@icp/app-shell/testing'
import type { ForcedCancellation, ForcedPreview, ForcibleRecord } from '@icp/contract'
import { cancellationKinds } from '@icp/domain'
import { ids, sampleCancellation, sampleFiling } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole } from '../open-console.fixture.js'

const subjectNumber = '京ICP备2026000001号'
const number = `${subjectNumber}-1`
const ground = '京通管罚〔2026〕12号'
const record: ForcibleRecord = {
  subjectId: ids.other, subjectNumber, subjectName: '北京晨光有限公司', state: 'in-force', asked: number,
  services: [
    { number, type: 'website', name: '晨光书店', domain: 'chenguang.com', state: 'in-force' }, { number: `${subjectNumber}-2`, type: 'website', name: '夕照书店', domain: 'xizhao.com', state: 'cancelled' },
  ],
}
const preview: ForcedPreview = {
  number, whole: false, subjectId: ids.other, subjectNumber, subjectName: '北京晨光有限公司', services: [{ number, type: 'website', name: '晨光书店', domain: 'chenguang.com' }], numbers: [number],
  certificates: [{ version: 3, becomes: 'cancelled' }], accesses: [{ serviceNumber: number, providerName: '云杉网络' }, { serviceNumber: number, providerName: '红松云' }],
  filings: [{ id: ids.filing, kind: 'change', status: 'in-review', reference: 'BA20261126-000009' }], leavesHollowSubject: true, domains: ['chenguang.com'], dueOn: '2026-11-30', provisional: false, seen: 'abc',
}
const done: ForcedCancellation = {
  id: ids.request, number, whole: false, subjectNumber, subjectName: '北京晨光有限公司', numbers: [number], reason: 'false-data', ground, at: '2026-11-27T02:00:00.000Z', by: '王敏', subjectListed: true, domainsListed: false,
  orders: [
    { id: ids.next, providerName: '云杉网络', serviceNumber: number, dueOn: '2026-11-25', standing: 'late', acknowledgedAt: null },
    { id: ids.filing, providerName: '红松云', serviceNumber: number, dueOn: '2026-11-30', standing: 'acknowledged', acknowledgedAt: '2026-11-27T03:00:00.000Z' },
  ],
}
const finding = answering('findForcible', { rows: [record] })
const showing = answering('previewForced', preview, { id: ids.other })

test('from a number to everything that falls: what is cancelled already is not offered', async () => {
  const { router } = openConsole('/forced/new', { ...finding, ...showing })
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Number or domain' }), 'chenguang.com{Enter}')
  const choices = within(await screen.findByRole('radiogroup', { name: 'What to cancel' })).getAllByRole('radio')
  expect(choices).toHaveLength(2)
  await userEvent.click(screen.getByRole('radio', { name: /晨光书店/ }))
  expect(router.state.location.search).toEqual({ q: 'chenguang.com', subject: ids.other, number })
  const falls = await screen.findByRole('table', { name: 'Services that end' })
  expect(within(falls).getByRole('row', { name: /晨光书店/ })).toHaveTextContent(/云杉网络.*红松云/)
  for (const said of [/The e-certificate ends/, /must cut it by/, /left without a service: a hollow subject/, /given again/]) expect(screen.getByText(said)).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'BA20261126-000009' })).toHaveAttribute('href', `/filings/${ids.filing}`)
})

test('a service without a domain is told apart by what it is', async () => {
  const game = { number: `${subjectNumber}-3X`, type: 'mini-program' as const, name: '晨光游戏', domain: '' }
  openConsole(chosen, { ...answering('findForcible', { rows: [{ ...record, services: [...record.services, { ...game, state: 'in-force' }] }] }), ...answering('previewForced', { ...preview, services: [game] }, { id: ids.other }) })
  expect(await screen.findByText(`${subjectNumber}-3X · Mini program`)).toBeInTheDocument()
  expect(within(await screen.findByRole('table', { name: 'Services that end' })).getByRole('row', { name: /晨光游戏/ })).toHaveTextContent('Mini program')
})

const numberField = () => screen.getByRole('textbox', { name: /^Type the number/ })

const fill = async (user: ReturnType<typeof userEvent.setup>, typed = number) => {
  await user.selectOptions(await screen.findByRole('combobox', { name: /^Reason/ }), 'false-data')
  await user.type(screen.getByRole('textbox', { name: /^Ground/ }), ground)
  await user.type(numberField(), typed)
}
const chosen = `/forced/new?q=chenguang.com&subject=${ids.other}&number=${encodeURIComponent(number)}`

test('reason, ground and number are asked for at their fields; what was shown is sent with what was ticked', async () => {
  const user = userEvent.setup()
  const { calls } = openConsole(chosen, { ...finding, ...showing, ...answering('cancelByForce', done, { id: ids.other }) })
  const send = await screen.findByRole('button', { name: 'Cancel by force' })
  await user.click(send)
  expect(within(await screen.findByRole('alert', { name: 'There is a problem' })).getAllByRole('link')).toHaveLength(3)
  await fill(user, `${subjectNumber}-2`)
  await user.click(send)
  expect((await screen.findAllByText(/not the one to cancel/)).length).toBeGreaterThan(0)
  await user.clear(numberField())
  await user.type(numberField(), number)
  await user.click(screen.getByRole('checkbox', { name: /Put the subject on the blacklist/ }))
  await user.click(send)
  expect(await screen.findByText(`${number} is cancelled by force`)).toBeInTheDocument()
  expect(calls.find(({ to }) => to.endsWith('/force'))?.body).toEqual({ number, seen: 'abc', typedNumber: number, reason: 'false-data', ground, listSubject: true, listDomains: false })
})

const reload = { zh: '内容已被更新，请刷新后查看最新内容再操作。', en: 'This has changed meanwhile. Reload it, look at what is new, then decide.' }

test.each([
  ['en', 'Cancel by force', 'Look again at what falls', /Nothing was cancelled\. Press “Look again at what falls”/, 'This is what falls now', /[Rr]eload/],
  ['zh-CN', '强制注销', '重新查看将失效的内容', /没有注销任何内容。请点击“重新查看将失效的内容”/, '已显示最新的将失效的内容', /刷新/],
] as const)('when something else falls by now, the page shows it at a button that it names, keeps reason and ground, and asks for the number anew: %s', async (language, send, lookAgain, named, anew, toReload) => {
  const user = userEvent.setup()
  const [filing] = preview.filings
  const colleague = { ...preview, seen: 'def', filings: [filing!, { ...filing!, id: ids.next, reference: 'BA20261127-000001' }] }
  let sent = 0
  const { calls } = openConsole(chosen, {
    ...finding, ...answering('previewForced', () => (sent === 0 ? preview : colleague), { id: ids.other }),
    ...answering('cancelByForce', () => {
      sent += 1
      return sent === 1 ? refuse(409, { code: 'changed-meanwhile', text: reload }) : done
    }, { id: ids.other }),
  }, language)
  const field = (id: string) => document.getElementById(`force-${id}`) as HTMLInputElement
  await user.selectOptions(await screen.findByRole('combobox', { name: /^(Reason|原因)/ }), 'false-data')
  const paste = async (id: string, text: string) => {
    await user.click(field(id))
    await user.paste(text)
  }
  await paste('ground', ground)
  await paste('typedNumber', number)
  await user.click(screen.getByRole('button', { name: send }))
  expect(await screen.findByText(named)).toBeInTheDocument()
  expect(screen.queryByText(toReload)).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: lookAgain }))
  expect(await screen.findByRole('link', { name: 'BA20261127-000001' })).toBeInTheDocument()
  expect(screen.getByText(anew)).toBeInTheDocument()
  expect(screen.queryByText(named)).not.toBeInTheDocument()
  expect([field('ground').value, field('typedNumber').value]).toEqual([ground, ''])
  await paste('typedNumber', number)
  await user.click(screen.getByRole('button', { name: send }))
  expect(await screen.findByText(new RegExp(`^${number} `))).toBeInTheDocument()
  expect(calls.filter(({ to }) => to.endsWith('/force')).map(({ body }) => (body as { seen: string }).seen)).toEqual(['abc', 'def'])
})

test('what is not of the province, or is nothing, is not found', async () => {
  openConsole('/forced/new?q=nirgends.com', answering('findForcible', { rows: [] }))
  expect(await screen.findByText('There is no such record in this province. Check number or domain.')).toBeInTheDocument()
})

test('the list says who has cut it and who is late, and what happens if nobody acts', async () => {
  openConsole('/forced', answering('listForcedCancellations', { rows: [done], total: 1, next: null, worst: 'late' }))
  const row = within(await screen.findByRole('table', { name: 'What was cancelled by force' })).getByRole('row', { name: new RegExp(number) })
  for (const said of ['云杉网络', 'Late', '红松云', 'Cut, acknowledged', 'The filed data are false', ground, 'Subject on the blacklist', '王敏']) expect(row).toHaveTextContent(said)
  expect(screen.getByText('It stays marked late; whether to act on it is yours to say.')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Cancel by force' })).toHaveAttribute('href', '/forced/new')
})

test('that a provider is late is said on every page, whatever that page shows', async () => {
  openConsole('/forced', answering('listForcedCancellations', { rows: [{ ...done, orders: [] }], total: 51, next: 'x', worst: 'late' }))
  expect(await screen.findByText('It stays marked late; whether to act on it is yours to say.')).toBeInTheDocument()
})

test('an approved filing leads to cancelling its record by force', async () => {
  const result = { subjectNumber, serviceNumbers: [number], certificateId: null }
  openConsole(`/filings/${ids.filing}`, answering('getFiling', sampleFiling({ status: 'approved', actions: [], correctable: [], result }), { id: ids.filing }))
  expect(decodeURIComponent((await screen.findByRole('link', { name: 'Cancel by force' })).getAttribute('href') ?? '')).toContain(`/forced/new?q=${number}`)
})

test.each(cancellationKinds)('an approved filing that is a cancellation itself offers none: %s', async (kind) => {
  const result = { subjectNumber, serviceNumbers: [number], certificateId: null }
  openConsole(`/filings/${ids.filing}`, answering('getFiling', sampleFiling({ kind, content: sampleCancellation([number]), status: 'approved', actions: [], correctable: [], result }), { id: ids.filing }))
  expect(await screen.findByRole('region', { name: 'Result' })).toHaveTextContent(subjectNumber)
  expect(screen.queryByRole('link', { name: 'Cancel by force' })).not.toBeInTheDocument()
})
