import { expect, test } from '@jest/globals'
import { cancellation, record, subjectNumber } from '../filing/filing.fixture.js'
import type { FilingKind } from '../filing/kind.js'
import type { FilingStatus } from '../filing/status.js'
import { registerFindingsForCancellation } from './cancellation-findings.js'
import { conflictingFilings } from './conflicting-filings.js'
import { toPublicRecord } from './public-record.js'
import { emptyRecord } from './register.js'
import { whatFalls } from './what-falls.js'

const first = `${subjectNumber}-1`
const second = `${subjectNumber}-2`

test('with the subject fall all its websites, accesses, numbers and the current certificate', () => {
  const fall = whatFalls('cancel-subject', record, [])
  expect(fall.numbers).toEqual([subjectNumber, first, second])
  expect(fall.accesses.map((one) => [one.serviceNumber, one.providerId])).toEqual([[first, 'p1'], [first, 'p2'], [second, 'p2']])
  expect(fall.certificates).toEqual([{ id: 'c1', code: 'CODE', version: 1, state: 'current', becomes: 'cancelled' }])
  expect(fall.leavesHollowSubject).toBe(false)
})

test('with one website falls only that one, and the certificate is replaced', () => {
  const fall = whatFalls('cancel-service', record, [second])
  expect(fall).toMatchObject({ numbers: [second], leavesHollowSubject: false, certificates: [{ becomes: 'replaced' }] })
})

test('the last website would leave an empty subject', () => {
  const one = { ...record, services: record.services.map((service) => (service.index === 2 ? { ...service, state: 'cancelled' as const } : service)) }
  expect(whatFalls('cancel-service', one, [first]).leavesHollowSubject).toBe(true)
  expect(registerFindingsForCancellation('cancel-service', cancellation([first]), one).map((finding) => finding.rule)).toEqual(['C-13'])
})

test('nothing falls for what is unknown, and other kinds let nothing fall', () => {
  expect(whatFalls('cancel-service', record, ['京ICP备2026000009号-1'])).toMatchObject({ numbers: [], certificates: [], leavesHollowSubject: false })
  expect(whatFalls('change', record, [first]).services).toEqual([])
})

test('a cancellation that fits the register has no findings', () => {
  expect(registerFindingsForCancellation('cancel-service', cancellation([second]), record)).toEqual([])
  expect(registerFindingsForCancellation('cancel-subject', cancellation(), record)).toEqual([])
})

test('a cancelled or unknown subject, and a website of somebody else, block', () => {
  expect(registerFindingsForCancellation('cancel-subject', cancellation(), emptyRecord).map((one) => [one.rule, one.severity])).toEqual([['C-11', 'block']])
  expect(registerFindingsForCancellation('cancel-service', cancellation(['京ICP备2026000009号-1']), record).map((one) => one.rule)).toEqual(['C-12'])
})

const open = (kind: FilingKind, serviceNumbers: string[] = [], status: FilingStatus = 'with-providers', accessIds: string[] = []) => [{ kind, status, serviceNumbers, accessIds }]

test.each([
  ['cancel-subject', open('cancel-subject'), '1027'],
  ['cancel-service', open('cancel-subject'), '1042'],
  ['cancel-subject', open('cancel-service', [first]), '1043'],
  ['cancel-service', open('cancel-service', [second]), '1030'],
  ['cancel-service', open('cancel-service', [first]), '1017'],
  ['cancel-access', open('cancel-access', [second], 'with-providers', ['s2-a1']), '1032'],
  ['cancel-access', open('cancel-access', [second], 'with-providers', ['s2-a9']), '1017'],
  ['cancel-subject', open('change'), '1017'],
  ['new-subject', open('new-subject', [], 'returned'), '1017'],
  ['change', open('cancel-subject', [], 'in-review'), '1017'],
] as const)('a %s while %j is open is refused with the interface’s code %s', (kind, running, code) => {
  expect(conflictingFilings(kind, running, { serviceNumbers: [second], accessIds: ['s2-a1'] })).toMatchObject({ kind: 'conflict', code })
})

test('drafts and closed filings rule nothing out', () => {
  for (const status of ['draft', 'approved', 'refused', 'withdrawn'] as const) {
    expect(conflictingFilings('cancel-subject', open('cancel-subject', [], status))).toBeNull()
  }
})

test('the public record tells what §7 lists and nothing personal', () => {
  const [service] = record.services
  if (!service || !record.subject) throw new Error('fixture')
  const shown = toPublicRecord(record.subject, service)
  expect(shown).toEqual({
    serviceNumber: first, subjectNumber, subjectName: '北京示例有限公司', nature: '4', serviceName: '示例网站s1', serviceType: 'website',
    domain: 'example.com', preApprovals: [], approvedOn: '2026-01-05', state: 'in-force', cancelledOn: null, movedTo: null,
  })
  expect(JSON.stringify(shown)).not.toMatch(/91110101|13800000001|192\.0\.2|p1/)
})
