import 'reflect-metadata'
import { createHash, randomBytes, webcrypto } from 'node:crypto'
import { join } from 'node:path'
import type { Revocation } from '@icp/contract'
import * as x509 from '@peculiar/x509'
import { bytesOfRevocation, keyPrintOf, readRevoked, type RevokedSigners } from '../revoked-signers.api.js'
import { AuthorityUnusable, type Pair, pairNames, placePair, readPair, readRevokedFile } from './authority-files.js'

export { AuthorityUnusable }

x509.cryptoProvider.set(webcrypto)

/**
 * The authority behind the certificates: a root that only signs signers, and the signer in use, EC P-256 both. Folder layout:
 * `root/{certificate,key}.pem`, `signers/0001/{certificate,key}.pem`, one numbered folder for each renewal, and `revoked.json` once a signer was revoked.
 */
export interface CertificateAuthority {
  /** The root certificate in PEM: what a verifier must trust. */
  readonly rootPem: string
  /** SHA-256 of the root certificate, lower-case hex. */
  readonly rootFingerprint: string
  /** The signer's common name. */
  readonly signerName: string
  /** By which revocations name the signer. */
  readonly signerPrint: string
  readonly signerFrom: Date
  readonly signerUntil: Date
  /** When `openOrCreateAuthority` makes the next signer; open the authority again after that. */
  readonly renewFrom: Date
  readonly signerCertificate: Uint8Array
  readonly rootCertificate: Uint8Array
  readonly signerKey: webcrypto.CryptoKey
}

const rootName = 'C=CN, O=ICP Filing System, CN=ICP 备案电子证书根证书 ICP Filing Certificate Root'
const signerSubject = 'C=CN, O=ICP Filing System, CN=ICP 备案电子证书签发 ICP Filing Certificate Signer'

/** id-kp-documentSigning (RFC 9336): a certificate of this root without it must not sign filing certificates. */
export const documentSigning = '1.3.6.1.5.5.7.3.36'
/** id-kp-emailProtection: readers built on NSS (Poppler, Okular) judge signers of documents by it. */
const emailProtection = '1.3.6.1.5.5.7.3.4'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const rootYears = 10
const signerYears = 3
const renewalDays = 90
/** Another instance's clock may be behind; a signer is valid from a little before it was made. */
const clockSlackMs = 3_600_000

const yearsAfter = (date: Date, years: number): Date => {
  const later = new Date(date)
  later.setUTCFullYear(later.getUTCFullYear() + years)
  return later
}

const earlierOf = (one: Date, other: Date): Date => (one < other ? one : other)

/** 16 random bytes, positive and without a leading zero byte, as RFC 5280 §4.1.2.2 asks. */
const serialNumber = (): string => {
  const bytes = randomBytes(16)
  bytes[0] = (bytes[0]! & 0x3f) | 0x40
  return bytes.toString('hex')
}

async function pairOf(certificate: x509.X509Certificate, key: webcrypto.CryptoKey): Promise<Pair> {
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', key)
  return { certificatePem: `${certificate.toString('pem')}\n`, keyPem: `${x509.PemConverter.encode(pkcs8, 'PRIVATE KEY')}\n` }
}

async function makeRoot(now: Date): Promise<Pair> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const notBefore = new Date(now.getTime() - clockSlackMs)
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(), name: rootName, notBefore, notAfter: yearsAfter(notBefore, rootYears), signingAlgorithm: algorithm, keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return pairOf(root, keys.privateKey)
}

interface Opened {
  readonly certificate: x509.X509Certificate
  readonly key: webcrypto.CryptoKey
}

async function makeSigner(root: Opened, now: Date): Promise<Pair> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const notBefore = new Date(Math.max(now.getTime() - clockSlackMs, root.certificate.notBefore.getTime()))
  const signer = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(), subject: signerSubject, issuer: root.certificate.subject, notBefore,
    notAfter: earlierOf(yearsAfter(notBefore, signerYears), root.certificate.notAfter),
    signingAlgorithm: algorithm, publicKey: keys.publicKey, signingKey: root.key,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true),
      new x509.ExtendedKeyUsageExtension([documentSigning, emailProtection]),
      await x509.AuthorityKeyIdentifierExtension.create(root.certificate),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return pairOf(signer, keys.privateKey)
}

/** Parses a pair and proves that its halves belong together by signing with the one and verifying with the other. */
async function openPair(parent: string, name: string): Promise<Opened> {
  const pair = await readPair(parent, name)
  const folder = join(parent, name)
  try {
    const certificate = new x509.X509Certificate(pair.certificatePem)
    const key = await webcrypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(pair.keyPem), algorithm, false, ['sign'])
    const probe = randomBytes(32)
    const signature = await webcrypto.subtle.sign(algorithm, key, probe)
    if (await webcrypto.subtle.verify(algorithm, await certificate.publicKey.export(), signature, probe)) return { certificate, key }
  } catch (cause) {
    throw new AuthorityUnusable(`the signing authority is damaged: ${folder} does not hold a readable certificate and key`, { cause })
  }
  throw new AuthorityUnusable(`the signing authority is damaged: key and certificate in ${folder} do not belong together`)
}

async function openSigner(dir: string, name: string, root: Opened): Promise<Opened> {
  const signer = await openPair(join(dir, 'signers'), name)
  const issued = signer.certificate.issuer === root.certificate.subject
    && await signer.certificate.verify({ publicKey: root.certificate.publicKey, signatureOnly: true })
  if (!issued) throw new AuthorityUnusable(`the signing authority is damaged: ${join(dir, 'signers', name)} was not issued by the root in ${dir}`)
  return signer
}

const renewalOf = (signer: Opened): Date => new Date(signer.certificate.notAfter.getTime() - renewalDays * 86_400_000)

const printOf = ({ certificate }: Opened): string => keyPrintOf(new Uint8Array(certificate.rawData))

/**
 * The newest signer; makes the first, or the next one when the newest was revoked, or is within 90 days of its end and the root still outlives it.
 */
async function currentSigner(dir: string, root: Opened, now: Date, revoked: RevokedSigners): Promise<Opened> {
  const parent = join(dir, 'signers')
  const newest = (await pairNames(parent)).at(-1)
  const signer = newest === undefined ? undefined : await openSigner(dir, newest, root)
  const mayStay = signer && !revoked.has(printOf(signer))
  if (mayStay && (now < renewalOf(signer) || signer.certificate.notAfter >= root.certificate.notAfter)) return signer
  const next = String(Number(newest ?? 0) + 1).padStart(4, '0')
  await placePair(parent, next, await makeSigner(root, now))
  return openSigner(dir, next, root)
}

/**
 * Opens the authority in `dir`, or makes it at first start; renews the signer in time. Safe when several processes do this at once: the
 * first to place a pair wins and the others use it. Throws `AuthorityUnusable` for a missing, damaged or exposed half, and when the root or
 * the signer is not valid at `now`: a new root is never made silently, since certificates of the old one would stop verifying. A signer among `revoked`
 * is never the one in use.
 */
export async function openOrCreateAuthority(dir: string, now: Date, revoked: RevokedSigners = new Map()): Promise<CertificateAuthority> {
  // Signers are looked up first: a root is always placed before its signers, so another process in between cannot look like a loss.
  const signersExist = (await pairNames(join(dir, 'signers'))).length > 0
  if (!(await pairNames(dir)).includes('root')) {
    if (signersExist) throw new AuthorityUnusable(`the signing authority is incomplete: ${join(dir, 'root')} is missing; restore it from the backup`)
    await placePair(dir, 'root', await makeRoot(now))
  }
  const root = await openPair(dir, 'root')
  if (now < root.certificate.notBefore || now >= root.certificate.notAfter) {
    throw new AuthorityUnusable(`the signing authority's root in ${dir} is not valid on ${now.toISOString().slice(0, 10)}`)
  }
  const signer = await currentSigner(dir, root, now, revoked)
  if (now < signer.certificate.notBefore || now >= signer.certificate.notAfter) {
    throw new AuthorityUnusable(`the signing authority's signer in ${dir} is not valid on ${now.toISOString().slice(0, 10)}`)
  }
  return {
    rootPem: `${root.certificate.toString('pem')}\n`,
    rootFingerprint: createHash('sha256').update(new Uint8Array(root.certificate.rawData)).digest('hex'),
    signerName: signer.certificate.subjectName.getField('CN')[0] ?? signer.certificate.subject,
    signerPrint: printOf(signer),
    signerFrom: signer.certificate.notBefore,
    signerUntil: signer.certificate.notAfter,
    renewFrom: renewalOf(signer),
    signerCertificate: new Uint8Array(signer.certificate.rawData),
    rootCertificate: new Uint8Array(root.certificate.rawData),
    signerKey: signer.key,
  }
}

/** Which signers of the authority in `dir` its list says are revoked. Throws `AuthorityUnusable` when a line of the list is not the root's. */
export async function listedAsRevoked(dir: string, rootPem: string): Promise<RevokedSigners> {
  const text = await readRevokedFile(dir)
  const revoked = text === undefined ? new Map() : readRevoked(text, rootPem)
  if (revoked) return revoked
  throw new AuthorityUnusable(`the list of revoked signers ${join(dir, 'revoked.json')} is not what the root has signed; restore it, or remove it: the audit keeps every revocation`)
}

/** The signer that is called so: by its folder, or by the SHA-256 of its key or of its certificate, with or without colons. */
export async function findSigner(dir: string, called: string): Promise<{ readonly name: string; readonly print: string } | undefined> {
  const wanted = called.replaceAll(':', '').toLowerCase()
  for (const name of await pairNames(join(dir, 'signers'))) {
    const der = new Uint8Array(new x509.X509Certificate((await readPair(join(dir, 'signers'), name)).certificatePem).rawData)
    const print = keyPrintOf(der)
    if (name === called || print === wanted || createHash('sha256').update(der).digest('hex') === wanted) return { name, print }
  }
  return undefined
}

/** A revocation by the root in `dir`. */
export async function signRevocation(dir: string, said: Omit<Revocation, 'signature'>): Promise<Revocation> {
  const { key } = await openPair(dir, 'root')
  return { ...said, signature: Buffer.from(await webcrypto.subtle.sign(algorithm, key, bytesOfRevocation(said))).toString('base64url') }
}
