import { expect, test } from '@jest/globals'
import { restoreHidden } from './restore-hidden.js'

const before = { name: 'Ada', services: [{ id: 'a', phone: '13800000000', host: 'a.cn' }, { id: 'b', phone: '13900000000', host: 'b.cn' }] }
const shown = { name: 'Ada', services: [{ id: 'a', phone: '138****0000', host: 'a.cn' }, { id: 'b', phone: '13900000000', host: 'b.cn' }] }

test('a masked value that comes back unchanged keeps the real one', () => {
  const sent = structuredClone(shown)
  sent.services[0]!.host = 'new.cn'
  expect(restoreHidden(before, shown, sent).services[0]).toEqual({ id: 'a', phone: '13800000000', host: 'new.cn' })
})

test('a value that was changed is what was sent', () => {
  const sent = structuredClone(shown)
  sent.services[1]!.phone = '13700000000'
  expect(restoreHidden(before, shown, sent).services[1]!.phone).toBe('13700000000')
})

test('list items are matched by id when they change places, come or go', () => {
  const sent = { ...shown, services: [{ id: 'c', phone: '1', host: 'c.cn' }, structuredClone(shown.services[0]!)] }
  expect(restoreHidden(before, shown, sent).services).toEqual([{ id: 'c', phone: '1', host: 'c.cn' }, before.services[0]])
})
