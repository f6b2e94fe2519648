import type { KeyObject } from 'node:crypto'
import { canonicalJson, sha256 } from '../../platform/digest.js'
import { type KeyPair, signatureHolds, signWith } from './checkpoint-signature.js'

/** What was signed: how many entries the log of all audit entries had, and the root of the Merkle tree over them. */
export interface Checkpoint {
  readonly format: 'icp-checkpoint/1'
  /** 1, 2, 3 … without a gap. */
  readonly number: number
  /** It covers the entries 1 to `size` of the log. */
  readonly size: number
  readonly root: string
  readonly at: string
  /** Digest of the checkpoint before with its signature; zeros for the first. */
  readonly previous: string
  readonly keyId: string
}

export interface SignedCheckpoint extends Checkpoint {
  /** Ed25519, or SM2 with SM3, over the canonical JSON of the rest; 64 bytes in base64url. */
  readonly signature: string
}

export const noCheckpoint = '0'.repeat(64)

const parts = ({ format, number, size, root, at, previous, keyId }: Checkpoint): Checkpoint => ({ format, number, size, root, at, previous, keyId })
const signedBytes = (checkpoint: Checkpoint): Buffer => Buffer.from(canonicalJson(parts(checkpoint)))

export function signCheckpoint(checkpoint: Omit<Checkpoint, 'keyId'>, keys: KeyPair): SignedCheckpoint {
  const named = { ...checkpoint, keyId: keyIdOf(keys.publicKey) }
  return { ...named, signature: signWith(keys, signedBytes(named)).toString('base64url') }
}

/** By which the next checkpoint names this one. */
export const digestOfCheckpoint = (checkpoint: SignedCheckpoint): string => sha256(canonicalJson({ ...parts(checkpoint), signature: checkpoint.signature }))

/** Whether one of the keys signed exactly this. The key id chooses the key, and the key the algorithm. */
export function checkpointHolds(checkpoint: SignedCheckpoint, keys: readonly KeyObject[]): boolean {
  const key = keys.find((one) => keyIdOf(one) === checkpoint.keyId)
  if (!key || checkpoint.format !== 'icp-checkpoint/1') return false
  const signature = Buffer.from(checkpoint.signature, 'base64url')
  // One signature has one spelling: base64url has unused bits at its end.
  return signature.toString('base64url') === checkpoint.signature && signatureHolds(key, signedBytes(checkpoint), signature)
}

/** Names a key: the first 16 hex digits of the SHA-256 of the public key (SPKI, DER). */
export const keyIdOf = (key: KeyObject): string => sha256(key.export({ type: 'spki', format: 'der' })).slice(0, 16)
