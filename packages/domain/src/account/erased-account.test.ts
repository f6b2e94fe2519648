import { expect, test } from '@jest/globals'
import { accountNameShown, erasedUserName } from './erased-account.js'

test('a name is read as it is, and an erased account as what it is, two of them told apart and never by the whole placeholder', () => {
  const id = '7a1b2c3d-7777-4777-8777-777777777777'
  for (const [name, zh, en] of [
    ['security-qin', 'security-qin', 'security-qin'], ['closed-door', 'closed-door', 'closed-door'], ['', '已清除的账号', 'Erased account'],
    [erasedUserName(id), '已清除的账号 7a1b2c3d', 'Erased account 7a1b2c3d'],
  ] as const) expect(accountNameShown(name)).toEqual({ zh, en })
})
