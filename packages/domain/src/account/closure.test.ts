import { expect, test } from '@jest/globals'
import { FilingStatus, isFinal } from '../filing/status.js'
import { closureObstacles, erasedAtClosure, keptAfterClosure } from './closure.js'

test('a subject in force stands in the way of closing, a cancelled one does not', () => {
  expect(closureObstacles({
    subjects: [{ number: '京ICP备2026000001号', name: '晨光书店', state: 'in-force' }, { number: '京ICP备2025000009号', name: '晨光书店', state: 'cancelled' }], filings: [],
  })).toEqual([{ kind: 'subject', number: '京ICP备2026000001号', name: '晨光书店' }])
})

test('a filing on its way stands in the way; a draft and one that has ended do not', () => {
  const filings = FilingStatus.options.map((status) => ({ id: status, reference: status === 'draft' ? null : 'BA20261126-000001', status }))
  const found = closureObstacles({ subjects: [], filings }).map((one) => (one.kind === 'filing' ? one.status : one.kind))
  expect(found).toEqual(FilingStatus.options.filter((status) => status !== 'draft' && !isFinal(status)))
  expect(found.length).toBeGreaterThan(2)
})

test('what goes and what stays is said in both languages, with a reason for what stays', () => {
  for (const { zh, en } of [...erasedAtClosure, ...keptAfterClosure.flatMap(({ what, why }) => [what, why])]) expect([zh.length > 2, en.length > 4]).toEqual([true, true])
})
