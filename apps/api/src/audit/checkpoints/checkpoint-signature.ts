import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto'
import type { SuiteName } from '../../platform/crypto-suite.js'

export interface KeyPair {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

/** A way to sign checkpoints. A public key belongs to one of them, so the key says the algorithm and the checkpoint never does. */
interface SignatureSuite {
  /** How a public key of it begins (SPKI, DER); what follows is the key itself. */
  readonly spki: string
  readonly pairOf: (seed: Uint8Array) => KeyPair
  /** 64 bytes. */
  readonly sign: (bytes: Buffer, key: KeyObject) => Buffer
  readonly holds: (bytes: Buffer, key: KeyObject, signature: Buffer) => boolean
}

const pairOf = (head: string, secret: Uint8Array): KeyPair => {
  const privateKey = createPrivateKey({ key: Buffer.concat([Buffer.from(head, 'hex'), secret]), format: 'der', type: 'pkcs8' })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

/** Ed25519; RFC 8410 wraps the 32 secret bytes so. */
const ed25519: SignatureSuite = {
  spki: '302a300506032b6570032100',
  pairOf: (seed) => pairOf('302e020100300506032b657004220420', seed),
  sign: (bytes, key) => sign(null, bytes, key),
  holds: (bytes, key, signature) => verify(null, bytes, key, signature),
}

/** Of the curve in GB/T 32918.5. */
const sm2Order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n

/** The secret number is derived from the seed, so that one stored key serves both suites and no key does two works. */
function sm2Secret(seed: Uint8Array): Buffer {
  for (let turn = 0; ; turn++) {
    const drawn = Buffer.from(hkdfSync('sm3', seed, Buffer.alloc(0), `checkpoint sm2 ${turn}`, 32))
    const secret = BigInt(`0x${drawn.toString('hex')}`)
    // Of 2^32 numbers one is none (GB/T 32918.1: 1 … n − 2).
    if (secret > 0n && secret < sm2Order - 1n) return drawn
  }
}

/** SM2 with SM3 (GB/T 32918.2, GB/T 32905). The signer's distinguishing identifier is empty: OpenSSL takes one, but Node has no way to hand it over. */
const sm2: SignatureSuite = {
  spki: '3059301306072a8648ce3d020106082a811ccf5501822d034200',
  pairOf: (seed) => pairOf('3041020100301306072a8648ce3d020106082a811ccf5501822d042730250201010420', sm2Secret(seed)),
  sign: (bytes, key) => fixedOf(sign('sm3', bytes, key)),
  holds: (bytes, key, signature) => verify('sm3', bytes, key, derOf(signature)),
}

/** r and s of 32 bytes each in place of DER, of which one number may have several. */
function fixedOf(der: Buffer): Buffer {
  const fixed = Buffer.alloc(64)
  let at = 2
  for (const end of [32, 64]) {
    const number = der.subarray(at + 2, at + 2 + (der[at + 1] as number))
    const digits = number.subarray(Math.max(0, number.length - 32))
    digits.copy(fixed, end - digits.length)
    at += 2 + number.length
  }
  return fixed
}

function derOf(fixed: Buffer): Buffer {
  const parts = [fixed.subarray(0, 32), fixed.subarray(32)].map((digits) => {
    const from = digits.findIndex((byte) => byte !== 0)
    const shortest = from < 0 ? digits.subarray(-1) : digits.subarray(from)
    const number = (shortest[0] as number) > 0x7f ? Buffer.concat([Buffer.alloc(1), shortest]) : shortest
    return Buffer.concat([Buffer.from([2, number.length]), number])
  })
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([0x30, body.length]), body])
}

export const signatureSuites: Readonly<Record<SuiteName, SignatureSuite>> = { aes: ed25519, sm: sm2 }

const suiteOf = (publicKey: KeyObject): SignatureSuite | undefined => {
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('hex')
  return Object.values(signatureSuites).find((suite) => spki.startsWith(suite.spki))
}

/** By the suite of the public key of the pair. Answers 64 bytes. */
export function signWith({ privateKey, publicKey }: KeyPair, bytes: Buffer): Buffer {
  const suite = suiteOf(publicKey)
  if (!suite) throw new Error('Checkpoints are signed with Ed25519 or SM2')
  return suite.sign(bytes, privateKey)
}

export const signatureHolds = (publicKey: KeyObject, bytes: Buffer, signature: Buffer): boolean =>
  signature.length === 64 && (suiteOf(publicKey)?.holds(bytes, publicKey, signature) ?? false)
