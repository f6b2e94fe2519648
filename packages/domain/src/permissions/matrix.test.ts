import { expect, test } from '@jest/globals'
import { AccountRole } from '../account/role.js'
import { filingActions } from '../filing/actions.js'
import { callersOf, mayCall, permissionOf, type Permitted, permissions, statusesOf, whoMayCall } from './matrix.js'
import { relationWords } from './relation.js'

const ids = Object.keys(permissions) as Permitted[]

test('every row lets somebody in, either without a session or by role, and says how each must stand to the object', () => {
  for (const id of ids) {
    const { callers } = permissionOf(id)
    expect([id, Object.keys(callers).length > 0]).toEqual([id, true])
    if ('public' in callers) expect([id, Object.keys(callers)]).toEqual([id, ['public']])
    for (const relation of Object.values(callers)) expect(relationWords[relation].en.length).toBeGreaterThan(3)
  }
})

test('a step of the life cycle is open to exactly those of its parties that the life cycle names, from its statuses', () => {
  for (const id of ids) {
    const { action, callers } = permissionOf(id)
    if (action === undefined || 'public' in callers) continue
    expect([id, Object.keys(callers)]).toEqual([id, [...filingActions[action].by]])
    for (const role of callersOf(id) as AccountRole[]) expect([id, (statusesOf(id, role) ?? []).length > 0]).toEqual([id, true])
  }
})

test('refusing is the provider’s before review and the reviewer’s in it', () => {
  expect(statusesOf('refuseFiling', 'provider')).toEqual(['with-providers', 'returned'])
  expect(statusesOf('refuseFiling', 'reviewer')).toEqual(['in-review'])
  expect(statusesOf('getFiling', 'reviewer')).toBeNull()
})

test('no administrator reads or decides a filing, and no party of a filing keeps the system', () => {
  const offices = ids.filter((id) => Object.values(permissionOf(id).callers).includes('office'))
  const parties = ['owner', 'provider', 'reviewer'] as const
  for (const id of offices) for (const role of parties) expect([id, role, mayCall(role, id)]).toEqual([id, role, false])
  const filings = ids.filter((id) => Object.values(permissionOf(id).callers).some((relation) => ['own', 'named', 'province'].includes(relation)))
  for (const id of filings) {
    for (const role of AccountRole.options.filter((one) => !(parties as readonly string[]).includes(one))) expect([id, role, mayCall(role, id)]).toEqual([id, role, false])
  }
})

test('whoever may not is told who may', () => {
  expect(whoMayCall('approveFiling')).toEqual({ zh: '通信管理局的审核人员', en: 'reviewers of an administration' })
  expect(whoMayCall('lookUp').en).toBe('anyone')
})
