import { expect, test } from '@jest/globals'
import type { Due, FilingView } from '@icp/contract'
import { ballTexts, FilingKind, FilingStatus, needsConfirmation, statusFaces } from '@icp/domain'
import { render, screen, within } from '@testing-library/react'
import type { ReactElement } from 'react'
import { BallPanel } from './BallPanel.js'
import { ConfirmationList } from './ConfirmationList.js'
import { CorrectionList } from './CorrectionList.js'
import { DecisionList } from './DecisionList.js'
import { DueCell } from './DueCell.js'
import { DueMeter } from './DueMeter.js'
import { HistoryLog } from './HistoryLog.js'
import { PassList } from './PassList.js'
import { ProgressTimeline } from './ProgressTimeline.js'
import { RequestList } from './RequestList.js'
import { StatusChip } from './StatusChip.js'
import { ids, InLanguage, sampleFiling, sampleRequest, sampleReturn } from './testing/index.js'

const show = (element: ReactElement, language: 'zh-CN' | 'en' = 'en') => render(<InLanguage language={language}>{element}</InLanguage>)

type Event = FilingView['history'][number]
const event = (at: string, action: Event['action'], role: Event['by']['role'], name: string, status: Event['status']): Event =>
  ({ at: `2026-11-${at}:00.000Z`, action, by: { role, name }, status, note: null })

const started = event('18T02:00', 'create', 'owner', 'owner', 'draft')
const finished = event('20T02:00', 'finish', 'owner', 'owner', 'with-providers')
const passed = event('20T06:00', 'pass', 'provider', '云端网络', 'awaiting-confirmation')
const confirmed = event('20T08:00', 'confirm', 'responsible-person', '李**', 'in-review')
const returned = event('23T02:00', 'return', 'reviewer', '北京市通信管理局', 'returned')
const now = '2026-11-24T02:00:00.000Z'

const stages = () => within(screen.getByRole('list', { name: 'Progress' })).getAllByRole('listitem')

test('the timeline says what is done, by whom and how long it took, what runs, and what is ahead', () => {
  show(<ProgressTimeline now={now} filing={sampleFiling({ status: 'in-review', history: [started, finished, passed, confirmed] })} />)
  expect(stages().map((stage) => stage.textContent)).toEqual([
    'Filled in and finished (done)20 Nov 2026, 10:00 · Owner · took 2 days',
    'Verified by access providers (done)20 Nov 2026, 14:00 · 云端网络 · took 4 h',
    'Confirmed by responsible persons (done)20 Nov 2026, 16:00 · 李** · took 2 h',
    expect.stringMatching(/^Reviewed by the administration \(now\)for 3 days 18 h/),
    'Number and certificate issued (ahead)',
  ])
  expect(stages()[3]).toHaveAttribute('aria-current', 'step')
  expect(within(stages()[3]!).getByRole('meter', { name: 'Working days of the review' })).toBeInTheDocument()
})

test('a return is drawn as a way back, and the next round is counted', () => {
  show(<ProgressTimeline now={now} filing={sampleFiling({ status: 'returned', due: null, history: [started, finished, passed, confirmed, returned] })} />)
  const texts = stages().map((stage) => stage.textContent ?? '')
  expect(texts[3]).toContain('Reviewed by the administration (sent back)')
  expect(texts[4]).toContain('Verified by access providers (round 2) (now)')
  expect(texts.slice(5)).toEqual(['Confirmed by responsible persons (round 2) (ahead)', 'Reviewed by the administration (round 2) (ahead)', 'Number and certificate issued (round 2) (ahead)'])
})

test('a refused filing ends where it was refused, and nothing is ahead', () => {
  show(<ProgressTimeline now={now} filing={sampleFiling({ status: 'refused', due: null, history: [started, finished, event('21T02:00', 'refuse', 'provider', '云端网络', 'refused')] })} />)
  expect(stages().map((stage) => stage.textContent)).toEqual([
    expect.stringContaining('Filled in and finished (done)'),
    expect.stringContaining('Verified by access providers (ended)'),
    expect.stringMatching(/^Refused \(ended\)/),
  ])
  expect(document.querySelector('[aria-current]')).toBeNull()
})

test.each(FilingKind.options)('%s goes through confirmation exactly if the rules ask for it', (kind) => {
  show(<ProgressTimeline now={now} filing={sampleFiling({ kind, status: 'with-providers', history: [started, finished] })} />, 'zh-CN')
  expect(within(screen.getByRole('list', { name: '办理进度' })).queryAllByText(/短信核验/)).toHaveLength(needsConfirmation(kind) ? 1 : 0)
})

const due = (parts: Partial<Due>): Due => ({ what: 'review', at: '2026-12-18T15:59:59.000Z', provisional: false, total: 20, used: 3, left: 17, tone: 'neutral', advisory: false, ...parts })

test('the meter of the review counts working days and names the last one', () => {
  show(<DueMeter due={due({})} />)
  expect(screen.getByRole('meter', { name: 'Working days of the review' })).toHaveAttribute('aria-valuetext', '3 of 20 working days used, 17 left. Due 18 Dec 2026')
})

test('an overdue meter says since when, and a provisional day says so', () => {
  show(<DueMeter due={due({ tone: 'overdue', used: 22, left: 0, provisional: true })} />)
  const meter = screen.getByRole('meter')
  expect(meter).toHaveAttribute('aria-valuetext', expect.stringContaining('Overdue since 18 Dec 2026'))
  expect(meter).toHaveAttribute('aria-valuenow', '20')
  expect(screen.getByText(/The holidays of that year are not published yet/)).toBeInTheDocument()
})

test('the time of a provider is called expected, because it is no legal limit', () => {
  show(<DueMeter due={due({ what: 'provider', total: 2, used: 1, left: 1, advisory: true })} />, 'zh-CN')
  expect(screen.getByRole('meter', { name: '核实工作日' })).toHaveAttribute('aria-valuetext', '已用 1 / 2 个工作日，剩余 1 个. 最迟 2026年12月18日（参考时限）')
})

test('a window of hours is an instant in words, not a meter', () => {
  show(<DueMeter due={due({ what: 'confirmation', at: '2026-11-21T08:00:00.000Z', total: null, used: null, left: null, tone: 'warn' })} />)
  expect(screen.queryByRole('meter')).not.toBeInTheDocument()
  expect(screen.getByText('To be confirmed before 21 Nov 2026, 16:00 (24 h)')).toBeInTheDocument()
})

test.each(FilingStatus.options)('where a filing that is %s stands is said to the owner, with who acts, until when, and what else happens', (status) => {
  show(<BallPanel kind="new-subject" status={status} reader="owner" title="Now" />)
  const panel = screen.getByRole('region', { name: 'Now' })
  const said = ballTexts[status].owner
  for (const text of [said.meaning, said.whoActs, said.untilWhen, said.ifNobodyActs]) expect(within(panel).getAllByText(text.en).length).toBeGreaterThan(0)
  expect(within(panel).getByText(statusFaces[status].word.en)).toBeInTheDocument()
})

test('while a clock runs, until when is said with its day, in a confirmation to the minute', () => {
  const due: Due = { what: 'review', at: '2026-12-24T15:59:59.999Z', total: 20, used: 1, left: 19, tone: 'neutral', advisory: false, provisional: false }
  const { unmount } = show(<BallPanel kind="change" status="in-review" reader="reviewer" title="Now" due={due} />)
  expect(screen.getByText('Within 20 working days of entering review: 24 Dec 2026')).toBeInTheDocument()
  unmount()
  show(<BallPanel kind="new-subject" status="awaiting-confirmation" reader="owner" title="目前" due={{ ...due, what: 'confirmation', at: '2026-11-27T01:55:00.000Z', total: null, used: null, left: null }} />, 'zh-CN')
  expect(screen.getByText('验证短信发出后 24 小时内：2026年11月27日 09:55')).toBeInTheDocument()
})

test('a status is a word in the page’s language', () => {
  show(<StatusChip status="in-review" />, 'zh-CN')
  expect(screen.getByText(statusFaces['in-review'].word.zh)).toBeInTheDocument()
})

test('the history names every step and who did it, roles in words where there is no name', () => {
  show(<HistoryLog events={[started, finished, passed]} />)
  const rows = within(screen.getByRole('table', { name: 'History' })).getAllByRole('row').slice(1)
  expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['Draft started', 'Finish', 'Pass'])
  expect(rows[0]).toHaveTextContent('Owner')
  expect(rows[2]).toHaveTextContent('云端网络')
  expect(rows[2]?.querySelector('time')).toHaveAttribute('datetime', passed.at)
})

test('each provider is shown with what it has done', () => {
  show(<PassList providers={sampleFiling().providers} />)
  expect(within(screen.getByRole('list', { name: 'Verification by the providers' })).getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Waiting云端网络', 'Passed海蓝数据'])
})

test('a waiting confirmation says until when and how many tries are left, a given one only that it is given', () => {
  const one = { id: ids.request, covers: ['subject'], name: '李明', mobile: '138****0001', state: 'waiting' as const, triesLeft: 4, resendsLeft: 2, expiresAt: '2026-11-21T08:00:00.000Z', onScreen: null }
  show(<ConfirmationList confirmations={[one, { ...one, id: ids.next, name: '王芳', state: 'confirmed' }]} actionOf={(each) => <button type="button">For {each.name}</button>} />)
  const [waiting, given] = within(screen.getByRole('list', { name: 'Confirmations' })).getAllByRole('listitem')
  expect(waiting).toHaveTextContent('Waiting李明138****0001To be confirmed before 21 Nov 2026, 16:00 (24 h) · 4 tries left')
  expect(given).not.toHaveTextContent('tries left')
  expect(within(given!).getByRole('button', { name: 'For 王芳' })).toBeInTheDocument()
})

test('a correction shows who, when, why, and every field before and after', () => {
  const change = { path: 'subject.name', label: { zh: '主体 · 名称', en: 'Subject · Owner name' }, before: '', after: '新名称' }
  show(<CorrectionList corrections={[{ id: ids.correction, revision: 2, provider: { id: ids.provider, name: '云端网络' }, by: '赵工', at: '2026-11-21T02:00:00.000Z', reason: '按证件', changes: [change] }]} />)
  expect(screen.getByText('Corrected by 云端网络, 赵工, on 21 Nov 2026, 10:00')).toBeInTheDocument()
  expect(screen.getByText('Reason: 按证件 · Version 2')).toBeInTheDocument()
  expect(screen.getByRole('row', { name: 'Subject · Owner name (empty) 新名称' })).toBeInTheDocument()
})

test('a correction request says which fields, why, to whom and what came of it', () => {
  show(<RequestList requests={[sampleRequest(['subject.name'], { state: 'declined', answer: '与证件一致' })]} actionOf={() => <button type="button">Answer</button>} />)
  const [request] = within(screen.getByRole('list', { name: 'Correction requests' })).getAllByRole('listitem')
  for (const text of ['Declined', 'The owner asks for a correction', 'To 云端网络', 'Owner name', 'Reason: 公司更名', 'Answer: 与证件一致']) expect(request).toHaveTextContent(text)
})

test('a decision shows the opinion and the advice per field', () => {
  show(<DecisionList decisions={[sampleReturn(['subject.name'])]} />)
  expect(screen.getByText('Opinion: 请按证件修改')).toBeInTheDocument()
  expect(screen.getByRole('row', { name: /Owner name 与证件不一致 按证件填写/ })).toBeInTheDocument()
})

test('a date that rests on holidays that are not published says so, beside the meter and in a cell', () => {
  show(<><DueMeter due={due({ provisional: true })} /><DueCell due={due({ provisional: true })} /></>)
  expect(screen.getByText('The holidays of that year are not published yet; the date is provisional.')).toBeInTheDocument()
  expect(screen.getByText(/^Due .* \(provisional\)$/)).toBeInTheDocument()
})

test('who was urged is marked in the list, and when is said where the filing stands', () => {
  show(<><DueCell due={due({ tone: 'overdue', left: 0 })} urged /><BallPanel kind="new-subject" status="in-review" reader="reviewer" title="Now" due={due({ tone: 'overdue' })} urgedAt="2026-11-30T16:00:00.000Z" /></>)
  expect(screen.getByText('Urged')).toBeInTheDocument()
  expect(screen.getByText(/Urged on 1 Dec 2026, 00:00$/)).toBeInTheDocument()
})

test('a cancellation is said to end something, not to open it', () => {
  show(<BallPanel kind="cancel-service" status="approved" reader="owner" title="目前" />, 'zh-CN')
  expect(screen.getByText('注销已完成，相应备案号收回，不再使用。')).toBeInTheDocument()
})
