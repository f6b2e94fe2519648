import { expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import type { Key } from './keys.js'
import { Sealing } from './sealing.js'

const key = (id: string): Key => ({ id, bytes: randomBytes(32) })
const [current, retired, index] = [key('00000001'), key('00000002'), key('00000003')]
const sealing = new Sealing({ field: [current, retired], index })
const place = { table: 'accounts', column: 'mobile', row: '1' }

test('what was sealed opens at its place, and equal texts look different', () => {
  const sealed = sealing.seal(place, '13800138000 张三')
  expect(sealed).toMatch(/^1\.00000001\.[\w-]+$/)
  expect(sealed).not.toBe(sealing.seal(place, '13800138000 张三'))
  expect(sealing.open(place, sealed)).toBe('13800138000 张三')
  expect(sealing.open(place, sealing.seal(place, ''))).toBe('')
})

test('moved to another row, column or table it does not open', () => {
  const sealed = sealing.seal(place, 'secret')
  for (const elsewhere of [{ row: '2' }, { column: 'email' }, { table: 'filings' }]) expect(() => sealing.open({ ...place, ...elsewhere }, sealed)).toThrow('unable to authenticate')
})

test('no changed byte opens', () => {
  const sealed = sealing.seal(place, 'secret')
  const [form, id, bytes] = sealed.split('.') as [string, string, string]
  const raw = Buffer.from(bytes, 'base64url')
  for (let at = 0; at < raw.length; at++) {
    const changed = Buffer.from(raw)
    changed[at] = (changed[at] as number) ^ 1
    expect(() => sealing.open(place, `${form}.${id}.${changed.toString('base64url')}`)).toThrow('unable to authenticate')
  }
  expect(() => sealing.open(place, `1.${retired.id}.${bytes}`)).toThrow('unable to authenticate')
  expect(() => sealing.open(place, 'in clear')).toThrow('accounts.mobile of 1')
})

test('a retired key still opens what it sealed, a key that is gone does not', () => {
  const before = new Sealing({ field: [retired], index }).seal(place, 'from before')
  expect(sealing.open(place, before)).toBe('from before')
  expect(() => new Sealing({ field: [current], index }).open(place, before)).toThrow('nothing that a key here has sealed')
})

test('fingerprints find equal texts, per kind and per key', () => {
  expect(sealing.index('mobile', '138')).toBe(sealing.index('mobile', '138'))
  expect(sealing.index('mobile', '138')).not.toBe(sealing.index('certificate', '138'))
  expect(sealing.index('mobile', '138')).not.toBe(new Sealing({ field: [current], index: key('x') }).index('mobile', '138'))
})
