import { expect, test } from '@jest/globals'
import { cancellation, content, filing, migration, record, subjectNumber } from '../filing/filing.fixture.js'
import { decide } from '../filing/decide.js'
import type { Filing } from '../filing/filing.js'
import { FilingStatus, isFinal, isLocked } from '../filing/status.js'
import { hollowParts } from '../hollow/hollow.js'
import { forcedReasons } from '../code-tables/reasons.js'
import { cutBalls, CutStanding, cutStanding, worstCut } from './cut-order.js'
import { applyForced, fallsWith, forcedFall } from './forced-cancellation.js'
import { forcedFindings, type ForcedForm } from './forced-rules.js'
import { cutLateProvider, cutLateReviewer, cutOrdered, forcedByColleague, wayToObject } from './forced-words.js'

const [first, second] = [`${subjectNumber}-1`, `${subjectNumber}-2`]
const today = '2026-11-27'

test('a subject falls with all that it runs, and its certificate ends', () => {
  const change = applyForced(record, subjectNumber, today)
  expect(change).toMatchObject({ issued: [], cancelled: [subjectNumber, first, second], certificate: 'cancel', record: { subject: { state: 'cancelled', cancelledOn: today } } })
  expect(change.record.services.map(({ state, cancelledOn }) => [state, cancelledOn])).toEqual([['cancelled', today], ['cancelled', today]])
  expect(change.record.subject.lastServiceIndex).toBe(record.subject!.lastServiceIndex)
  expect(forcedFall(record, subjectNumber).numbers).toEqual(change.cancelled)
})

test('a service falls alone and the others go on under a new certificate', () => {
  const change = applyForced(record, second, today)
  expect(change).toMatchObject({ issued: [], cancelled: [second], certificate: 'replace', record: { subject: record.subject! } })
  expect(change.record.services[0]).toBe(record.services[0])
  expect(forcedFall(record, second)).toMatchObject({ numbers: [second], leavesHollowSubject: false, certificates: [{ becomes: 'replaced' }] })
})

test('the last service leaves a hollow subject without a certificate, and what is shown before says so', () => {
  const { record: one } = applyForced(record, second, today)
  expect(forcedFall(one, first)).toMatchObject({ leavesHollowSubject: true, certificates: [{ becomes: 'cancelled' }] })
  const last = applyForced(one, first, today)
  expect(last).toMatchObject({ cancelled: [first], certificate: 'cancel' })
  expect(hollowParts(last.record)).toEqual([{ kind: 'subject', serviceId: null }])
})

test('what is not in force any more, or is of another subject, is not cancelled again', () => {
  const { record: one } = applyForced(record, second, today)
  const gone = applyForced(record, subjectNumber, today).record
  expect(() => applyForced(one, second, today)).toThrow(expect.objectContaining({ code: '1050' }))
  expect(() => applyForced(record, '京ICP备2026000009号-1', today)).toThrow(expect.objectContaining({ code: '1050' }))
  for (const number of [subjectNumber, first]) expect(() => applyForced(gone, number, today)).toThrow(expect.objectContaining({ code: '1049' }))
})

const running = (kind: Filing['kind'], parts: Partial<Filing>, status: FilingStatus = 'in-review') => filing(status, kind, parts)
const changeOf = (id: string) => running('change', { content: { ...content, subjectNumber, services: record.services.filter((one) => one.id === id).map((one) => ({ ...one.content, id: one.id })) } })
const moving = (status: FilingStatus, receivingNumber: string, giving = subjectNumber, passes: Filing['passes'] = []) =>
  running('migrate-service', { passes, content: { ...migration(), subjectNumber: giving, serviceNumbers: [`${giving}-2`], receivingNumber } }, status)
const other = '京ICP备2026000009号'
const agreed = [{ providerId: 'p1', state: 'waiting' as const, at: null }]

test.each([
  ['a change of that service', changeOf('r2'), true, true],
  ['a change of another service', changeOf('r1'), true, false],
  ['a new service', running('new-service', { content: { ...content, subjectNumber, services: [] } }), true, false],
  ['the owner’s own cancellation of it', running('cancel-service', { content: cancellation([second]) }), true, true],
  ['the owner’s cancellation of another', running('cancel-service', { content: cancellation([first]) }), true, false],
  ['the owner’s cancellation of the subject', running('cancel-subject', { content: cancellation() }), true, false],
  ['a move of it to another subject that is asked', moving('awaiting-agreement', other), true, true],
  ['a move of it that both agreed on', moving('with-providers', other, subjectNumber, agreed), true, true],
  ['a move to this subject that its owner was asked for', moving('awaiting-agreement', subjectNumber, other), false, false],
  ['a move to this subject that its owner agreed to', moving('with-providers', subjectNumber, other, agreed), true, false],
  ['a filing of another subject', running('cancel-service', { content: { ...cancellation([`${other}-2`]), subjectNumber: other } }), false, false],
] as const)('%s ends with the subject: %#', (_, target, withSubject, withService) => {
  expect([fallsWith(target, record, subjectNumber), fallsWith(target, record, second)]).toEqual([withSubject, withService])
})

test.each(FilingStatus.options)('of filings that are “%s” those on their way end, and neither drafts nor what has ended', (status) => {
  expect(fallsWith(running('cancel-service', { content: cancellation([second]) }, status), record, second)).toBe(isLocked(status) && !isFinal(status))
})

test('a filing that ends with its record is closed with its open requests and codes, and both owner and providers are told why', () => {
  const { filing: ended, effects } = decide(filing('awaiting-confirmation'), { type: 'end-with-record', numbers: [second], ground: '京通管罚〔2026〕1号' }, { role: 'clock' }, { now: '2026-11-27T02:00:00.000Z' })
  expect(ended).toMatchObject({ status: 'refused', confirmations: [] })
  expect(effects.map(({ type }) => type)).toEqual(['end-confirmations', 'notice'])
})

const form: ForcedForm = { typedNumber: second, reason: 'false-data', ground: '京通管罚〔2026〕1号；《非经营性互联网信息服务备案管理办法》第二十三条' }
const found = (given: Partial<ForcedForm>) => forcedFindings({ ...form, ...given }, second, forcedReasons).map(({ rule, path }) => `${rule} ${path}`)

test('number, reason and ground are asked for, each at its field', () => {
  expect(found({})).toEqual([])
  expect(found({ typedNumber: ` ${second.replace('京ICP备', '京icp备 ')}` })).toEqual([])
  expect(found({ typedNumber: '', reason: '', ground: ' ' })).toEqual(['G-02 reason', 'G-03 ground', 'G-01 typedNumber'])
  expect(found({ typedNumber: first })).toEqual(['G-01 typedNumber'])
  expect(found({ typedNumber: 'x' })).toEqual(['G-01 typedNumber'])
  expect(found({ reason: 'none-such' })).toEqual(['G-02 reason'])
  for (const { text, fix } of forcedFindings({ ...form, typedNumber: first }, second, forcedReasons)) expect([text.zh, text.en, fix.zh, fix.en].every((part) => part !== '')).toBe(true)
})

test('an order to cut is late from the day after its last one, and closed once it is acknowledged', () => {
  const of = (acknowledgedAt: string | null, day: string) => cutStanding({ dueOn: '2026-11-30', acknowledgedAt }, day)
  expect([of(null, '2026-11-30'), of(null, '2026-12-01'), of('2026-12-05T01:00:00.000Z', '2026-12-06')]).toEqual(['waiting', 'late', 'acknowledged'])
})

test('many orders stand together as the one due first among those not acknowledged', () => {
  expect(['2026-11-30', '2026-12-01', null].map((firstDue) => worstCut(firstDue, '2026-12-01'))).toEqual(['late', 'waiting', null])
})

test.each(CutStanding.options)('an order that is “%s” says to provider and administration what it means, who acts, until when, and what if nobody does', (standing) => {
  for (const onlooker of ['provider', 'reviewer'] as const) {
    for (const part of Object.values(cutBalls[standing][onlooker])) {
      expect([onlooker, part.zh, part.en]).toEqual([onlooker, expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/^[A-Z][^\p{Script=Han}]*$/u)])
    }
  }
})

test('what is said in messages names what it is about, in both languages', () => {
  const said = [cutOrdered([first, second], '2026-11-30'), cutLateProvider(3), cutLateReviewer('示例云', [first]), forcedByColleague(first, form.ground)]
  for (const { title, text } of said) for (const part of [title, text]) expect([part.zh, part.en]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/^[A-Z京示]/)])
  expect(said[0]!.text.en).toContain(`${first}, ${second} by force. Cut them by 2026-11-30`)
  expect(said[3]!.text).toEqual({ zh: expect.stringContaining(`一位“审核人员”强制注销了 ${first}`), en: expect.stringContaining('A colleague with the role “Reviewer” has cancelled') })
  expect(wayToObject).toEqual({ zh: expect.stringContaining('行政复议'), en: expect.stringContaining('reconsideration within sixty days') })
})
