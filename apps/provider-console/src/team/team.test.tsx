import { answering } from '@icp/app-shell/testing'
import type { AnswerOf } from '@icp/contract'
import { ids } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { openConsole } from '../open-console.fixture.js'

const at = '2026-11-25T02:00:00.000Z'
const colleague = (parts: Partial<AnswerOf<'listTeam'>['rows'][number]>) =>
  ({ id: ids.filing, userName: 'yunshan-gao', name: '高翔', state: 'active' as const, registeredAt: at, lastLogOnAt: at, emptiedFrom: null, ...parts })

test.each([
  ['en', 'Emptied account', 'Emptied from 29 May 2027 on'], ['zh-CN', '已清除的账号', '2027年5月29日起清除'],
] as const)('a disabled colleague shows from which day the account is emptied, an emptied one that it is and no placeholder: %s', async (language, title, day) => {
  const emptied = colleague({ id: ids.next, userName: `closed ${ids.next}`, name: '', state: 'emptied', lastLogOnAt: null })
  openConsole('/team', answering('listTeam', { rows: [colleague({ state: 'disabled', emptiedFrom: '2027-05-28T18:00:00.000Z' }), emptied] }), language)
  expect(await screen.findByRole('row', { name: /高翔/ })).toHaveTextContent(day)
  expect(screen.getByRole('row', { name: new RegExp(title) })).not.toHaveTextContent(/closed|从未登录|Never/)
})
