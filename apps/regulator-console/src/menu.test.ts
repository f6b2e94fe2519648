import { expect, test } from '@jest/globals'
import { type AccountRole, mayCall } from '@icp/domain'
import { menu } from './menu.js'

const shownTo = (role: AccountRole) => menu.filter(({ allowed }) => !allowed || mayCall(role, allowed)).map(({ id }) => id)

test.each<[AccountRole, string[]]>([
  ['reviewer', ['dashboard', 'queue', 'filings', 'certificates', 'notices']],
  ['operator', ['notices', 'switches', 'messages']],
  ['security-administrator', ['notices', 'accounts']],
  ['audit-administrator', ['notices']],
])('%s is shown what it may use, and nothing of the others', (role, ids) => {
  expect(shownTo(role)).toEqual(expect.arrayContaining(ids))
  const ofOthers = ['queue', 'switches', 'accounts'].filter((id) => !ids.includes(id))
  expect(shownTo(role).filter((id) => ofOthers.includes(id))).toEqual([])
})

test('every way into a page names the operation that the page lives by', () => {
  expect(menu.filter(({ allowed }) => !allowed).map(({ id }) => id)).toEqual([])
})
