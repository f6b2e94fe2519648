import { Revocation, RevokedSignersList } from '@icp/contract'
import { verify, X509Certificate } from 'node:crypto'
import { canonicalJson, sha256 } from '../platform/digest.js'

/** By the key of the signer. */
export type RevokedSigners = ReadonlyMap<string, Revocation>

/** Under which the audit keeps a revocation, whole, as its `detail.revocation`. */
export const revokeAction = 'signer.revoke'

/**
 * By which a signer is known: SHA-256 (hex) of its public key. Not of its certificate: whoever has one can spell the root's ECDSA signature in it otherwise,
 * and it is as valid under another fingerprint.
 */
export const keyPrintOf = (certificate: Uint8Array): string =>
  sha256(new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' }))

/** What the root signs. */
export const bytesOfRevocation = ({ key, name, since, reason }: Omit<Revocation, 'signature'>): Buffer =>
  Buffer.from(canonicalJson({ format: 'icp-revocation/1', key, name, since, reason }))

/** The revocation that a value is; undefined when it is none, or not signed by this root (PEM). */
export function findRevocation(value: unknown, root: string): Revocation | undefined {
  const { data } = Revocation.safeParse(value)
  if (!data) return undefined
  const signature = Buffer.from(data.signature, 'base64url')
  const { publicKey } = new X509Certificate(root)
  return signature.length === 64 && verify('sha256', bytesOfRevocation(data), { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature) ? data : undefined
}

/** Of several revocations of one signer the earliest counts. */
export function revokedBy(revocations: Iterable<Revocation>): RevokedSigners {
  const revoked = new Map<string, Revocation>()
  for (const revocation of revocations) {
    const known = revoked.get(revocation.key)
    if (!known || revocation.since < known.since) revoked.set(revocation.key, revocation)
  }
  return revoked
}

/** The list as it is published. */
export const revokedList = (revoked: RevokedSigners): RevokedSignersList => ({ format: 'icp-revoked-signers/1', revoked: [...revoked.values()] })

/** The same as it lies beside the authority: one line of canonical JSON. */
export const revokedText = (revoked: RevokedSigners): string => canonicalJson(revokedList(revoked))

/** Reads a list; undefined when it is none, or a line of it is not signed by this root (PEM). */
export function readRevoked(text: string, root: string): RevokedSigners | undefined {
  try {
    const { revoked } = RevokedSignersList.parse(JSON.parse(text))
    return revoked.every((revocation) => findRevocation(revocation, root)) ? revokedBy(revoked) : undefined
  } catch {
    return undefined
  }
}
