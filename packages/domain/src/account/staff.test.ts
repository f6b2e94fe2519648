import { describe, expect, test } from '@jest/globals'
import { type AccountRequest, askerRefusal, countersignRefusal } from './account-request.js'
import { AccountRole, AdministratorRole } from './role.js'
import { credentialFindings, needsSecondPerson, personFindings, type Post, postFindings, StaffRole } from './staff.js'

const firm = '00000000-0000-4000-8000-000000000001'
const rightPosts: readonly Post[] = [
  { role: 'provider', providerId: firm, province: null }, { role: 'reviewer', providerId: null, province: '330000' },
  ...AdministratorRole.options.map((role) => ({ role, providerId: null, province: null })),
]

test('each staff role has one kind of place, and everything else is a finding at the organisation', () => {
  for (const post of rightPosts) expect(postFindings(post)).toEqual([])
  const places = [{ providerId: firm, province: null }, { providerId: null, province: '330000' }, { providerId: firm, province: '330000' }, { providerId: null, province: null }]
  const accepted = StaffRole.options.flatMap((role) => places.map((place) => ({ role, ...place })).filter((post) => postFindings(post).length === 0))
  expect(accepted).toHaveLength(rightPosts.length)
})

test('a province that does not exist is no place of a reviewer', () => {
  expect(postFindings({ role: 'reviewer', providerId: null, province: '999999' }).map(({ rule, path }) => `${rule} ${path}`)).toEqual(['R-16 province'])
})

test('an invited person is judged by the same rules as an owner who registers, at the same fields', () => {
  expect(personFindings({ name: '张3', mobile: '12345678901', email: 'zhang@' }).map(({ path }) => path)).toEqual(['name', 'mobile', 'email'])
  expect(personFindings({ name: '张三', mobile: '13800000001', email: 'zhang@example.com' })).toEqual([])
  expect(credentialFindings({ userName: '1abc', password: 'short' }).map(({ path }) => path)).toEqual(['userName', 'password'])
  expect(credentialFindings({ userName: 'zhang-san', password: 'my-Zhang-San-secret' }).map(({ rule }) => rule)).toEqual(['R-05'])
})

test('two people are needed for every change of a role, and for whatever makes an administrator', () => {
  for (const role of AccountRole.options) {
    expect(needsSecondPerson('change-role', role)).toBe(true)
    for (const act of ['invite', 'reset-authenticator', 'enable'] as const) expect(needsSecondPerson(act, role)).toBe(AdministratorRole.safeParse(role).success)
  }
})

describe('the second person', () => {
  const now = '2026-11-25T08:00:00.000Z'
  const request: AccountRequest = { state: 'waiting', askedBy: 'first', about: 'concerned', expiresAt: '2026-12-02T08:00:00.000Z' }
  const refusal = (accountId: string, role: AccountRole, more: Partial<AccountRequest> = {}, at = now) => countersignRefusal({ ...request, ...more }, { accountId, role }, at)?.code ?? 'may'

  test('is an administrator of any kind, and nobody else', () => {
    const may = AccountRole.options.filter((role) => refusal('second', role) === 'may')
    expect(may).toEqual(AdministratorRole.options)
  })
  test('is neither who asked nor whom it is about', () => {
    for (const role of AdministratorRole.options) expect([refusal('first', role), refusal('concerned', role)]).toEqual(['same-person', 'own-account'])
  })
  test('decides once, and in time', () => {
    expect(refusal('second', 'operator', { state: 'agreed' })).toBe('already-decided')
    expect(refusal('second', 'operator', { state: 'declined' })).toBe('already-decided')
    expect(refusal('second', 'operator', {}, '2026-12-02T08:00:00.000Z')).toBe('request-expired')
  })
  test('agrees only while the first is a working security administrator', () => {
    expect(AccountRole.options.filter((role) => askerRefusal({ role, disabledAt: null }) === null)).toEqual(['security-administrator'])
    for (const role of AccountRole.options) expect(askerRefusal({ role, disabledAt: now })?.code).toBe('asker-gone')
  })
})
