import { afterAll, expect, test } from '@jest/globals'
import { chmod, cp, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { X509Certificate } from 'node:crypto'
import { readRevoked, revokedBy, revokedText } from '../revoked-signers.api.js'
import { placeRevokedFile } from './authority-files.js'
import { AuthorityUnusable, findSigner, listedAsRevoked, openOrCreateAuthority, signRevocation } from './certificate-authority.js'

const home = await mkdtemp(join(tmpdir(), 'authority-'))
afterAll(() => rm(home, { recursive: true }))

let count = 0
const freshDir = (): string => join(home, `authority-${count++}`, 'nested')
const now = new Date('2026-11-23T02:00:00Z')
const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000)

test('the first opening makes a root for ten years and a signer for three, and the next opening finds them again', async () => {
  const dir = freshDir()
  const made = await openOrCreateAuthority(dir, now)
  const again = await openOrCreateAuthority(dir, later(1))
  expect(again.rootFingerprint).toBe(made.rootFingerprint)
  expect(again.signerCertificate).toEqual(made.signerCertificate)
  const root = new X509Certificate(made.rootPem)
  const signer = new X509Certificate(made.signerCertificate)
  expect(new Date(root.validTo).getUTCFullYear()).toBe(2036)
  expect(made.signerUntil.getUTCFullYear()).toBe(2029)
  for (const { publicKey } of [root, signer]) expect([publicKey.asymmetricKeyType, publicKey.asymmetricKeyDetails]).toEqual(['ec', { namedCurve: 'prime256v1' }])
  expect(root.ca).toBe(true)
  expect(signer.ca).toBe(false)
  expect(root.verify(root.publicKey)).toBe(true)
  expect(signer.verify(root.publicKey)).toBe(true)
  expect(signer.checkIssued(root)).toBe(true)
  expect(made.rootFingerprint).toBe(root.fingerprint256.replaceAll(':', '').toLowerCase())
  expect(made.signerKey.extractable).toBe(false)
})

test('private keys are readable by their owner only', async () => {
  const dir = freshDir()
  await openOrCreateAuthority(dir, now)
  for (const key of ['root/key.pem', 'signers/0001/key.pem']) expect((await stat(join(dir, key))).mode & 0o777).toBe(0o600)
  for (const folder of ['root', 'signers', 'signers/0001']) expect((await stat(join(dir, folder))).mode & 0o777).toBe(0o700)
})

test('processes that start at once make one authority, and leave nothing half made behind', async () => {
  const dir = freshDir()
  const opened = await Promise.all(Array.from({ length: 12 }, () => openOrCreateAuthority(dir, now)))
  expect(new Set(opened.map(({ rootFingerprint }) => rootFingerprint)).size).toBe(1)
  expect(new Set(opened.map(({ signerCertificate }) => Buffer.from(signerCertificate).toString('hex'))).size).toBe(1)
  expect((await readdir(dir)).sort()).toEqual(['root', 'signers'])
  expect(await readdir(join(dir, 'signers'))).toEqual(['0001'])
})

test('the signer is renewed before its end by the same root, once, and the old one is kept', async () => {
  const dir = freshDir()
  const first = await openOrCreateAuthority(dir, now)
  const soon = new Date(first.renewFrom.getTime() + 1000)
  expect((await openOrCreateAuthority(dir, new Date(first.renewFrom.getTime() - 1000))).signerCertificate).toEqual(first.signerCertificate)
  const renewed = await Promise.all(Array.from({ length: 6 }, () => openOrCreateAuthority(dir, soon)))
  for (const { rootFingerprint, signerCertificate } of renewed) {
    expect(rootFingerprint).toBe(first.rootFingerprint)
    expect(signerCertificate).toEqual(renewed[0]!.signerCertificate)
    expect(signerCertificate).not.toEqual(first.signerCertificate)
  }
  expect((await readdir(join(dir, 'signers'))).sort()).toEqual(['0001', '0002'])
})

test('a signer never outlives its root, and after the root nothing is signed', async () => {
  const dir = freshDir()
  await openOrCreateAuthority(dir, now)
  const late = await openOrCreateAuthority(dir, later(9 * 365))
  expect(late.signerUntil).toEqual(new Date(new X509Certificate(late.rootPem).validTo))
  await expect(openOrCreateAuthority(dir, later(3660))).rejects.toThrow('not valid on 2036')
  await expect(openOrCreateAuthority(dir, later(-2))).rejects.toThrow(AuthorityUnusable)
})

test.each([
  ['a missing root key', 'root/key.pem', 'root/key.pem is missing; restore it from the backup'],
  ['a missing root certificate', 'root/certificate.pem', 'root/certificate.pem is missing'],
  ['a missing root', 'root', 'root is missing'],
  ['a missing signer key', 'signers/0001/key.pem', 'signers/0001/key.pem is missing'],
])('%s is named, and no new authority is made in its place', async (_, path, message) => {
  const dir = freshDir()
  await openOrCreateAuthority(dir, now)
  await rm(join(dir, path), { recursive: true })
  await expect(openOrCreateAuthority(dir, now)).rejects.toThrow(message)
  await expect(openOrCreateAuthority(dir, now)).rejects.toThrow(AuthorityUnusable)
})

test('damaged and mixed-up halves are refused', async () => {
  const [dir, other] = [freshDir(), freshDir()]
  await Promise.all([openOrCreateAuthority(dir, now), openOrCreateAuthority(other, now)])
  await cp(join(other, 'signers'), join(dir, 'signers'), { recursive: true })
  await expect(openOrCreateAuthority(dir, now)).rejects.toThrow('was not issued by the root')
  await cp(join(other, 'root/key.pem'), join(dir, 'root/key.pem'))
  await expect(openOrCreateAuthority(dir, now)).rejects.toThrow('do not belong together')
  await writeFile(join(dir, 'root/key.pem'), 'nonsense')
  await expect(openOrCreateAuthority(dir, now)).rejects.toThrow('does not hold a readable certificate and key')
})

test('a key that others may read is refused', async () => {
  const dir = freshDir()
  await openOrCreateAuthority(dir, now)
  await chmod(join(dir, 'signers/0001/key.pem'), 0o644)
  await expect(openOrCreateAuthority(dir, now)).rejects.toThrow('chmod 600')
})

test('a folder that cannot be made is named', async () => {
  const file = join(home, 'a-file')
  await writeFile(file, '')
  await expect(openOrCreateAuthority(join(file, 'authority'), now)).rejects.toThrow(AuthorityUnusable)
})

test('a revoked signer signs nothing more: the next one is made at once, and everybody opens it', async () => {
  const dir = freshDir()
  const stolen = await openOrCreateAuthority(dir, now)
  const revocation = await signRevocation(dir, { key: stolen.signerPrint, name: '0001', since: now.toISOString(), reason: 'key-compromise' })
  const revoked = revokedBy([revocation])
  const next = await Promise.all(Array.from({ length: 6 }, () => openOrCreateAuthority(dir, now, revoked)))
  expect(new Set(next.map(({ signerPrint }) => signerPrint)).size).toBe(1)
  expect(next[0]!.signerPrint).not.toBe(stolen.signerPrint)
  expect((await readdir(join(dir, 'signers'))).sort()).toEqual(['0001', '0002'])
})

test('a signer is found by its folder, its key and its certificate, as other programs print them', async () => {
  const dir = freshDir()
  const { signerPrint, signerCertificate } = await openOrCreateAuthority(dir, now)
  const found = { name: '0001', print: signerPrint }
  for (const called of ['0001', signerPrint, new X509Certificate(signerCertificate).fingerprint256]) expect(await findSigner(dir, called)).toEqual(found)
  expect(await findSigner(dir, '0002')).toBeUndefined()
})

test('a list of revoked signers counts by the word of the root alone', async () => {
  const [dir, other] = [freshDir(), freshDir()]
  const [{ rootPem, signerPrint }] = await Promise.all([openOrCreateAuthority(dir, now), openOrCreateAuthority(other, now)])
  const said = { key: signerPrint, name: '0001', since: now.toISOString(), reason: 'key-compromise' } as const
  expect(await listedAsRevoked(dir, rootPem)).toEqual(new Map())
  const text = revokedText(revokedBy([await signRevocation(dir, said)]))
  await placeRevokedFile(dir, text)
  expect([...(await listedAsRevoked(dir, rootPem)).values()]).toMatchObject([said])
  expect((await readdir(dir)).sort()).toEqual(['revoked.json', 'root', 'signers'])
  const foreign = revokedText(revokedBy([await signRevocation(other, said)]))
  const changes = [foreign, text.replace('key-compromise', 'superseded'), text.replace('2026-11-23', '2027-11-23'), text.replace(signerPrint, 'a'.repeat(64)), '{}', '', text.slice(0, -2)]
  for (const changed of changes) {
    expect(readRevoked(changed, rootPem)).toBeUndefined()
    await writeFile(join(dir, 'revoked.json'), changed)
    await expect(listedAsRevoked(dir, rootPem)).rejects.toThrow('revoked.json is not what the root has signed')
  }
})
