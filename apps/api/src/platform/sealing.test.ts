import { describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { SuiteName } from './crypto-suite.js'
import { fixedKeys, type Key, KeyFolder, keyIdOf } from './keys.js'
import { SealBroken, Sealing } from './sealing.js'

const key = (id: string): Key => ({ id, bytes: randomBytes(32) })
const [current, retired, index] = [key('00000001'), key('00000002'), key('00000003')]
const place = { table: 'accounts', column: 'mobile', row: '1' }

describe.each<SuiteName>(['aes', 'sm'])('suite %s', (suite) => {
  const sealing = new Sealing(fixedKeys([current, retired], index), suite)

  test('what was sealed opens at its place, and equal texts look different', () => {
    const sealed = sealing.seal(place, '13800138000 张三')
    expect(sealed).toMatch(/^[12]\.00000001\.[\w-]+$/)
    expect(sealed).not.toBe(sealing.seal(place, '13800138000 张三'))
    expect(sealing.open(place, sealed)).toBe('13800138000 张三')
    expect(sealing.open(place, sealing.seal(place, ''))).toBe('')
  })

  test('moved to another row, column or table it does not open', () => {
    const sealed = sealing.seal(place, 'secret')
    for (const elsewhere of [{ row: '2' }, { column: 'email' }, { table: 'filings' }]) expect(() => sealing.open({ ...place, ...elsewhere }, sealed)).toThrow(SealBroken)
  })

  test('no changed byte opens', () => {
    const sealed = sealing.seal(place, 'secret')
    const [form, id, bytes] = sealed.split('.') as [string, string, string]
    const raw = Buffer.from(bytes, 'base64url')
    for (let at = 0; at < raw.length; at++) {
      const changed = Buffer.from(raw)
      changed[at] = (changed[at] as number) ^ 1
      expect(() => sealing.open(place, `${form}.${id}.${changed.toString('base64url')}`)).toThrow(SealBroken)
    }
    for (const short of ['', 'AAAA', raw.subarray(0, 20).toString('base64url')]) expect(() => sealing.open(place, `${form}.${id}.${short}`)).toThrow(/authenticat|holds nothing/)
    expect(() => sealing.open(place, `${form}.${retired.id}.${bytes}`)).toThrow(SealBroken)
    expect(() => sealing.open(place, `${form === '1' ? '2' : '1'}.${id}.${bytes}`)).toThrow(SealBroken)
    expect(() => sealing.open(place, 'in clear')).toThrow('accounts.mobile of 1')
  })

  test('a retired key still opens what it sealed, a key that is gone does not', () => {
    const before = new Sealing(fixedKeys([retired], index), suite).seal(place, 'from before')
    expect(sealing.open(place, before)).toBe('from before')
    expect([sealing.isCurrent(before), sealing.isCurrent(sealing.seal(place, 'x'))]).toEqual([false, true])
    expect(() => new Sealing(fixedKeys([current], index), suite).open(place, before)).toThrow('nothing that a key here has sealed')
  })

  test('fingerprints find equal texts, per kind and per key', () => {
    expect(sealing.index({ kind: 'mobile', text: '138' })).toBe(sealing.index({ kind: 'mobile', text: '138' }))
    expect(sealing.index({ kind: 'mobile', text: '138' })).toMatch(/^[\w-]{43}$/)
    expect(sealing.index({ kind: 'mobile', text: '138' })).not.toBe(sealing.index({ kind: 'certificate', text: '138' }))
    expect(sealing.index({ kind: 'mobile', text: '138' })).not.toBe(new Sealing(fixedKeys([current], key('x')), suite).index({ kind: 'mobile', text: '138' }))
  })
})

test('what one suite sealed stays readable after the other was configured, and asks to be sealed anew', () => {
  const keys = fixedKeys([current], index)
  const [aes, sm] = [new Sealing(keys, 'aes'), new Sealing(keys, 'sm')]
  for (const [from, to] of [[aes, sm], [sm, aes]] as const) {
    const sealed = from.seal(place, '110101189001010016')
    expect(to.open(place, sealed)).toBe('110101189001010016')
    expect(to.isCurrent(sealed)).toBe(false)
  }
  expect(aes.index({ kind: 'mobile', text: '138' })).not.toBe(sm.index({ kind: 'mobile', text: '138' }))
})

test('a process that runs takes up a new key from the folder, at once when it meets what that key has sealed', () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'icp-keys-'))
  try {
    fs.mkdirSync(path.join(dataDir, 'keys'))
    const [old, young] = [randomBytes(32), randomBytes(32)]
    const write = (name: string, bytes: Buffer) => fs.writeFileSync(path.join(dataDir, 'keys', name), bytes.toString('base64'))
    write('field.key', old)
    write('index.key', randomBytes(32))
    const running = new Sealing(new KeyFolder(dataDir), 'aes')
    const before = running.seal(place, 'before')
    write(`field-${keyIdOf(old)}.key`, old)
    write('field.key', young)
    const sealedElsewhere = new Sealing(new KeyFolder(dataDir), 'aes').seal(place, 'after')
    expect(sealedElsewhere).toContain(keyIdOf(young))
    expect(running.open(place, sealedElsewhere)).toBe('after')
    expect(running.open(place, before)).toBe('before')
    expect(running.seal(place, 'x')).toContain(keyIdOf(young))
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
})
