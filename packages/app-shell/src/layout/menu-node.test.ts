import { expect, test } from '@jest/globals'
import { sampleMe } from '../testing/index.js'
import { nodeAt, treeFor } from './menu-node.js'

const menu = [
  { id: 'entry', label: { zh: '备案信息录入', en: 'Filing entry' }, children: [
    { id: 'enter', label: { zh: '信息录入', en: 'Information entry' }, href: '/filing/entry' },
    { id: 'all', label: { zh: '全部', en: 'All' }, href: '/filing' },
  ] },
  { id: 'notices', label: { zh: '消息', en: 'Notices' }, href: '/notices', count: (me: { unreadNotices: number }) => ({ value: me.unreadNotices, label: { zh: '条未读', en: 'unread' } }) },
  { id: 'operate', label: { zh: '运维', en: 'Operation' }, children: [{ id: 'users', label: { zh: '用户', en: 'Users' }, href: '/users', allowed: 'getSwitches' as const }] },
]
const tree = treeFor(menu, sampleMe({ unreadNotices: 2 }), (text) => text.en)

test('an account sees its own nodes, and no group that is empty for it', () => {
  expect(tree.map((node) => node.id)).toEqual(['entry', 'notices'])
  expect(tree[1]?.count).toEqual({ value: 2, label: 'unread' })
})

test('the current node is the closest one above the page', () => {
  expect(nodeAt(tree, '/filing/entry/subject')?.id).toBe('enter')
  expect(nodeAt(tree, '/filing/browse')?.id).toBe('all')
  expect(nodeAt(tree, '/filings')).toBeUndefined()
})
