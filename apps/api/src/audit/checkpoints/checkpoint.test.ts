import { describe, expect, test } from '@jest/globals'
import { createHash, createPublicKey, type KeyObject, randomBytes } from 'node:crypto'
import type { SuiteName } from '../../platform/crypto-suite.js'
import { signatureSuites } from './checkpoint-signature.js'
import { type Checkpoint, checkpointHolds, keyIdOf, noCheckpoint, type SignedCheckpoint, signCheckpoint } from './checkpoint.js'

const suites: readonly SuiteName[] = ['aes', 'sm']
const checkpoint: Omit<Checkpoint, 'keyId'> = { format: 'icp-checkpoint/1', number: 7, size: 1234, root: 'ab'.repeat(32), at: '2026-11-23T02:00:00.000Z', previous: noCheckpoint }
const pairOf = (suite: SuiteName, seed: Uint8Array = randomBytes(32)) => signatureSuites[suite].pairOf(seed)

describe.each(suites)('a checkpoint of the suite %s', (suite) => {
  const keys = pairOf(suite)
  const signed = signCheckpoint(checkpoint, keys)
  const bytes = Buffer.from(signed.signature, 'base64url')

  test('holds under its key, also read from PEM beside others, and its signature has 64 bytes', () => {
    const others = suites.map((one) => pairOf(one).publicKey)
    expect(bytes).toHaveLength(64)
    expect(checkpointHolds(signed, [...others, createPublicKey(keys.publicKey.export({ type: 'spki', format: 'pem' }))])).toBe(true)
    expect(checkpointHolds(signed, others)).toBe(false)
  })

  test('holds however often it is signed: numbers with leading zeros have their length too', () => {
    const many = Array.from({ length: suite === 'sm' ? 300 : 50 }, (_, number) => signCheckpoint({ ...checkpoint, number }, keys))
    expect(many.every((one) => checkpointHolds(one, [keys.publicKey]) && Buffer.from(one.signature, 'base64url').length === 64)).toBe(true)
  })

  test('no changed bit of the signature holds', () => {
    for (let at = 0; at < bytes.length * 8; at++) {
      const changed = Buffer.from(bytes)
      changed[at >> 3] = (changed[at >> 3] as number) ^ (1 << (at & 7))
      expect(checkpointHolds({ ...signed, signature: changed.toString('base64url') }, [keys.publicKey])).toBe(false)
    }
  })

  test('no changed part holds, nor a signature of another length or spelling', () => {
    const changes: Partial<SignedCheckpoint>[] = [
      { number: 8 }, { size: 1233 }, { root: 'ac'.repeat(32) }, { at: '2026-11-23T02:00:00.001Z' }, { previous: '1'.repeat(64) }, { format: 'icp-checkpoint/2' as never },
      { signature: '' }, { signature: 'AAAA' }, { signature: `${signed.signature}=` }, { signature: Buffer.concat([bytes, Buffer.alloc(1)]).toString('base64url') },
      { signature: Buffer.alloc(64).toString('base64url') }, { signature: Buffer.alloc(64, 0xff).toString('base64url') },
    ]
    for (const change of changes) expect(checkpointHolds({ ...signed, ...change }, [keys.publicKey])).toBe(false)
  })

  test('a signature of the other suite by the same seed is none of this key, whatever key it names', () => {
    const seed = randomBytes(32)
    const [own, other] = [pairOf(suite, seed), pairOf(suite === 'sm' ? 'aes' : 'sm', seed)]
    const foreign = signCheckpoint(checkpoint, other)
    expect(checkpointHolds(foreign, [own.publicKey])).toBe(false)
    expect(checkpointHolds({ ...foreign, keyId: keyIdOf(own.publicKey) }, [own.publicKey, other.publicKey])).toBe(false)
    expect(checkpointHolds(foreign, [own.publicKey, other.publicKey])).toBe(true)
  })
})

// SM2 as GB/T 32918.2 and .5 write it down, in whole numbers and without OpenSSL.
const p = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn
const [a, b] = [p - 3n, 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n]
const n = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n
type Point = readonly [bigint, bigint] | null
const g = [0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n, 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n] as const
const rest = (x: bigint, m: bigint) => ((x % m) + m) % m
const power = (x: bigint, e: bigint): bigint => (e === 0n ? 1n : rest(power(rest(x * x, p), e / 2n) * (e % 2n === 1n ? x : 1n), p))
function plus(one: Point, two: Point): Point {
  if (!one || !two) return one ?? two
  if (one[0] === two[0] && rest(one[1] + two[1], p) === 0n) return null
  const slope = one[0] === two[0] ? (3n * one[0] * one[0] + a) * power(rest(2n * one[1], p), p - 2n) : (two[1] - one[1]) * power(rest(two[0] - one[0], p), p - 2n)
  const x = rest(slope * slope - one[0] - two[0], p)
  return [x, rest(slope * (one[0] - x) - one[1], p)]
}
const times = (k: bigint, point: Point): Point => (k === 0n ? null : plus(times(k / 2n, plus(point, point)), k % 2n === 1n ? point : null))
const bytesOf = (x: bigint) => Buffer.from(x.toString(16).padStart(64, '0'), 'hex')
const numberOf = (digits: Uint8Array) => BigInt(`0x${Buffer.from(digits).toString('hex')}`)
const sm3 = (...parts: Uint8Array[]) => createHash('sm3').update(Buffer.concat(parts)).digest()

function holdsByTheStandard(key: KeyObject, message: Buffer, signature: Buffer): boolean {
  const [x, y] = [-64, -32].map((from) => numberOf(key.export({ type: 'spki', format: 'der' }).subarray(from, from + 32 || undefined))) as [bigint, bigint]
  const [r, s] = [numberOf(signature.subarray(0, 32)), numberOf(signature.subarray(32))]
  const z = sm3(Buffer.alloc(2), ...[a, b, g[0], g[1], x, y].map(bytesOf))
  const at = plus(times(s, g), times(rest(r + s, n), [x, y]))
  return at !== null && rest(numberOf(sm3(z, message)) + at[0], n) === r
}

test('the signatures of the suite sm are SM2 with SM3 of GB/T 32918 with an empty identifier', () => {
  const { privateKey, publicKey } = pairOf('sm')
  const message = Buffer.from('审计检查点')
  const signature = signatureSuites.sm.sign(message, privateKey)
  expect(holdsByTheStandard(publicKey, message, signature)).toBe(true)
  expect(holdsByTheStandard(publicKey, Buffer.from('审计检查奌'), signature)).toBe(false)
})
