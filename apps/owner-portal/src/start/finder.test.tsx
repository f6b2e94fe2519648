import { expect, test } from '@jest/globals'
import { answering, refuse } from '@icp/app-shell/testing'
import type { RegisterSubjectView } from '@icp/contract'
import { choicesOnRecord } from '@icp/domain'
import { ids, sampleFiling, sampleRegistration } from '@icp/filing-views/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { openPortal, press, user } from '../open-portal.fixture.js'

const number = '京ICP备2026000001号'
const website = (n: number): RegisterSubjectView['services'][number] => ({
  id: `00000000-0000-4000-8000-00000000010${n}`, number: `${number}-${n}`, type: 'website', name: `网站${n}`, domain: `site${n}.com`, state: 'in-force', approvedOn: '2026-11-20', cancelledOn: null,
  providers: [{ id: ids.provider, name: '云端网络' }], accesses: [{ id: 'a1', providerName: '云端网络' }],
})
const held = (parts: Partial<RegisterSubjectView> = {}): RegisterSubjectView => ({
  id: '00000000-0000-4000-8000-000000000099', number, name: '北京晨光有限公司', nature: '4', province: '110000', state: 'in-force', approvedOn: '2026-11-20', cancelledOn: null,
  services: [website(1), website(2)], certificates: [], openFilings: [], ...parts,
})

/** The finder on what the register holds; a draft is begun as asked. */
const find = async (records: readonly RegisterSubjectView[] = [held()], path = '/filing/start', language: 'en' | 'zh-CN' = 'en') => {
  const created: unknown[] = []
  const draft = sampleFiling({ status: 'draft', reference: null, finishedAt: null, due: null, actions: ['finish', 'discard'], kind: 'new-service', content: { ...sampleRegistration(), subjectNumber: number, services: [] } })
  const opened = await openPortal(path, {
    ...answering('listOwnRecords', { rows: [...records] }), ...answering('listFilings', { rows: [], total: 0, next: null }), ...answering('getFiling', draft, { id: ids.filing }),
    ...answering('createFiling', (call) => { created.push(call.body); return { ...draft, kind: (call.body as { kind: 'change' }).kind } }),
  }, { language })
  return { ...opened, created }
}

/** An option is named by its text and the hint under it. */
const wishNamed = (text: string) => screen.findByRole('radio', { name: new RegExp(`^${text}`) })

test('the question offers what can be wanted, in words and not as kinds', async () => {
  await find()
  const wishes = await screen.findAllByRole('radio')
  expect(wishes).toHaveLength(choicesOnRecord.length + 1)
  expect(await wishNamed('Close everything')).not.toBeChecked()
  expect(screen.queryByText('After you hand it in')).not.toBeInTheDocument()
})

test('an answer names the kind, what is in force afterwards, who acts and how long it takes', async () => {
  await find([held()], '/filing/start', 'zh-CN')
  await user.click(await wishNamed('已备案的信息有变化'))
  const kind = screen.getByRole('region', { name: '变更备案' })
  expect(kind).toHaveTextContent('备案号不变')
  expect(within(kind).getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '接入商核实 · 一般 1–2 个工作日', '短信核验 · 验证短信发出后 24 小时内', '管局审核 · 进入审核之日起 20 个工作日内',
  ])
})

test('a new website begins at its websites, with the draft in the address', async () => {
  const { router, created } = await find()
  await user.click(await wishNamed('File another website of this subject'))
  await press('Start')
  await waitFor(() => expect(router.state.location.pathname).toBe('/filing/entry/websites'))
  expect(router.state.location.search).toEqual({ draft: ids.filing })
  expect(created).toEqual([{ kind: 'new-service', subjectNumber: number }])
  expect(await screen.findByText(`New website: 北京晨光有限公司 · ${number}`)).toBeInTheDocument()
  expect(screen.queryByText('Subject', { selector: 'li *' })).not.toBeInTheDocument()
})

test('a new access asks for which websites before it begins', async () => {
  const { created } = await find()
  await user.click(await wishNamed('Have a filed website served by one more provider'))
  await press('Start')
  expect(await screen.findByText('Choose at least one website.')).toBeInTheDocument()
  expect(created).toEqual([])
  await user.click(screen.getByRole('checkbox', { name: /网站2/ }))
  await press('Start')
  await waitFor(() => expect(created).toEqual([{ kind: 'new-access', subjectNumber: number, serviceNumbers: [`${number}-2`] }]))
})

test.each([
  ['Close one website', '/filing/cancel-website'], ['Close everything', '/filing/cancel-subject'], ['A provider no longer serves a website', '/filing/cancel-access'],
])('%s leads to its application', async (wish, path) => {
  await find()
  await user.click(await wishNamed(wish))
  expect(await screen.findByRole('link', { name: 'Go on' })).toHaveAttribute('href', expect.stringContaining(path))
})

test('what is not possible says why and what stands in the way', async () => {
  await find([held({ openFilings: [{ id: ids.next, kind: 'change', status: 'in-review', reference: 'BA20261120-000005', serviceNumbers: [] }] })])
  await user.click(await wishNamed('Something that is filed has changed'))
  expect(await screen.findByText(/A filing of this subject is running/)).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Progress' })).toHaveAttribute('href', `/filing/progress/${ids.next}`)
  expect(screen.queryByRole('button', { name: 'Start' })).not.toBeInTheDocument()
})

test('of several records the one in the address is asked about first, and another can be chosen', async () => {
  const other = held({ id: '00000000-0000-4000-8000-000000000098', number: '京ICP备2026000002号', name: '北京另一公司' })
  await find([held(), other], `/filing/start?record=${other.id}`)
  expect(await screen.findByText(`About ${other.number}, you want to:`)).toBeInTheDocument()
  await user.selectOptions(screen.getByLabelText('Record'), held().id)
  expect(await screen.findByText(`About ${number}, you want to:`)).toBeInTheDocument()
})

test('a refusal of the beginning is said where it was begun', async () => {
  const { answer } = await find()
  answer({ 'POST /filings': () => refuse(409, { text: { zh: '正在办理', en: 'Another filing is running.' } }) })
  await user.click(await wishNamed('Something that is filed has changed'))
  await press('Start')
  expect(await screen.findByText('Another filing is running.')).toBeInTheDocument()
})

test('with something in force, information entry asks what is wanted about it', async () => {
  const { router } = await find([held()], '/filing/entry')
  await wishNamed('Something that is filed has changed')
  expect(router.state.location.pathname).toBe('/filing/start')
})

test('what has no access cannot be cancelled, and the page says who clears it and how to go on', async () => {
  const hollow = { ...website(1), accesses: [], providers: [] }
  await find([held({ services: [hollow] })], '/filing/cancel-subject')
  const told = await screen.findByText('Nobody could verify this')
  expect(told).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Add an access' })).toHaveAttribute('href', '/filing/start')
  expect(screen.queryByLabelText('Reason')).not.toBeInTheDocument()
})

test('one website without an access is not cancelled alone; the others are', async () => {
  await find([held({ services: [{ ...website(1), accesses: [], providers: [] }, website(2)] })], '/filing/cancel-website')
  await user.click(await screen.findByRole('radio', { name: /^网站1/ }))
  expect(screen.getByText('Nobody could verify this')).toBeInTheDocument()
  await user.click(screen.getByRole('radio', { name: /^网站2/ }))
  expect(await screen.findByLabelText('Reason')).toBeInTheDocument()
})
