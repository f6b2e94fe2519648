import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CryptoKeySigner, PDF } from '@libpdf/core'
import fc from 'fast-check'
import { openOrCreateAuthority, type CertificateAuthority } from './certificate-authority.js'
import { drawCertificate } from './certificate-drawing.js'
import { sampleCode, sampleContent } from './certificate-samples.js'
import { drawAndSign, signPdf, SignerNotValid } from './certificate-signing.js'
import { largestFile, verifyPdf } from './certificate-verification.js'

const at = new Date('2026-11-23T18:05:07.890Z')
let home: string
let ours: CertificateAuthority
let theirs: CertificateAuthority
let drawn: Uint8Array
let signed: Uint8Array

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'verification-'))
  ;[ours, theirs] = await Promise.all([openOrCreateAuthority(join(home, 'ours'), at), openOrCreateAuthority(join(home, 'theirs'), at)])
  drawn = await drawCertificate(sampleContent())
  signed = await signPdf(drawn, ours, at)
})
afterAll(() => rm(home, { recursive: true }))

const verdictOf = async (bytes: Uint8Array): Promise<string> => (await verifyPdf(bytes, [ours.rootPem])).verdict
const gapOf = (bytes: Uint8Array): { from: number; to: number } => {
  const file = Buffer.from(bytes)
  const from = file.indexOf('<', file.indexOf('/Contents', file.indexOf('/ByteRange')))
  return { from, to: file.indexOf('>', from) }
}
const changed = (bytes: Uint8Array, at: number, value: number): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  copy[at] = value
  return copy
}
const flipped = (bytes: Uint8Array, at: number, bit: number): Uint8Array => changed(bytes, at, bytes[at]! ^ (1 << bit))

test('a signed certificate is genuine, and tells its code, its signer and when it was signed', async () => {
  expect(await verifyPdf(signed, [ours.rootPem])).toEqual({
    verdict: 'genuine', code: sampleCode, signerName: ours.signerName, signerPrint: ours.signerPrint, signedAt: new Date('2026-11-23T18:05:07.000Z'),
  })
  expect(await verifyPdf(await drawAndSign(sampleContent(), ours, at), [theirs.rootPem, ours.rootPem])).toMatchObject({ verdict: 'genuine' })
})

test('a program that knows nothing of this system calls the signature valid', async () => {
  const path = join(home, 'certificate.pdf')
  await writeFile(path, signed)
  const pdfsig = spawnSync('pdfsig', [path], { encoding: 'utf8' })
  if (!pdfsig.error) {
    expect(pdfsig.stdout).toContain('Signature is Valid')
    expect(pdfsig.stdout).toContain('Total document signed')
    expect(pdfsig.stdout).toContain('ETSI.CAdES.detached')
    return
  }
  const { from, to } = gapOf(signed)
  const hex = Buffer.from(signed.subarray(from + 1, to)).toString('latin1')
  await Promise.all([
    writeFile(join(home, 'signature.der'), Buffer.from(hex, 'hex')),
    writeFile(join(home, 'covered.bin'), Buffer.concat([signed.subarray(0, from), signed.subarray(to + 1)])),
    writeFile(join(home, 'root.pem'), ours.rootPem),
  ])
  const openssl = spawnSync('openssl', [
    'cms', '-verify', '-attime', String(Math.ceil(at.getTime() / 1000)), '-binary', '-inform', 'DER', '-in', join(home, 'signature.der'), '-content', join(home, 'covered.bin'), '-CAfile', join(home, 'root.pem'), '-out', '/dev/null',
  ], { encoding: 'utf8' })
  if (!openssl.error) expect(openssl.stderr).toContain('successful')
  else expect(await verdictOf(signed)).toBe('genuine')
})

test('one changed byte anywhere is never called genuine: every region of the file', async () => {
  const { from, to } = gapOf(signed)
  const places = [0, 5, 9, ...Array.from({ length: 120 }, (_, index) => Math.floor((index * signed.length) / 120)), signed.length - 1, signed.length - 6]
  const file = Buffer.from(signed)
  for (const key of ['/ByteRange', '/Contents', '/Keywords', '/Type /Sig', '/SubFilter', '/M (', 'startxref', 'trailer', '/Prev']) places.push(file.lastIndexOf(key) + key.length - 1)
  places.push(from - 1, from, from + 1, to - 1, to, to + 1)
  for (const place of places) expect([place, await verdictOf(flipped(signed, place, place % 7))]).not.toEqual([place, 'genuine'])
})

test('every bit around the signature counts: its wrapping, its certificates, its padding and the spelling of its digits', async () => {
  const { from, to } = gapOf(signed)
  const used = Buffer.from(signed.subarray(from + 1, to)).toString('latin1').replace(/0+$/, '').length
  const starts = [from - 60, from, from + 20, from + 120, from + Math.floor(used * 0.3), from + Math.floor(used * 0.6), from + used - 6, from + used + 40, to - 2]
  for (const start of starts) {
    for (let place = start; place < start + 5; place++) {
      for (let bit = 0; bit < 8; bit++) expect([place, bit, await verdictOf(flipped(signed, place, bit))]).not.toEqual([place, bit, 'genuine'])
    }
  }
})

test('digits of the signature in the other case are refused, although they mean the same', async () => {
  const { from, to } = gapOf(signed)
  const place = Array.from({ length: to - from }, (_, index) => from + index).find((index) => /[A-F]/.test(String.fromCharCode(signed[index]!)))!
  expect(await verdictOf(changed(signed, place, signed[place]! | 0x20))).toBe('tampered')
})

test('a changed text is tampered', async () => {
  const place = Buffer.from(signed).indexOf(sampleCode)
  expect(await verifyPdf(changed(signed, place, 0x5a), [ours.rootPem])).toEqual({ verdict: 'tampered' })
})

test('whatever is appended is seen: one line end, or a whole incremental update that replaces the page', async () => {
  expect(await verifyPdf(Buffer.concat([signed, Buffer.from('\n')]), [ours.rootPem])).toMatchObject({ verdict: 'appended', code: sampleCode })
  const reopened = await PDF.load(Uint8Array.from(signed))
  reopened.setTitle('another title')
  reopened.getPages()[0]!.drawText('forged', { x: 100, y: 400 })
  const updated = await reopened.save({ incremental: true })
  expect(updated.length).toBeGreaterThan(signed.length)
  expect(await verdictOf(updated)).toBe('appended')
})

test('a second signature behind ours, even by our own authority, is an addition', async () => {
  const again = await PDF.load(Uint8Array.from(signed))
  const signer = new CryptoKeySigner(ours.signerKey, ours.signerCertificate, 'EC', 'ECDSA', [ours.rootCertificate])
  const { bytes } = await again.sign({ signer, signingTime: at, level: 'B-B', fieldName: 'Second' })
  expect(await verdictOf(bytes)).toBe('appended')
})

test('a cut-off file is tampered, and cutting the signature away leaves an unsigned one', async () => {
  expect(await verdictOf(signed.subarray(0, signed.length - 1))).toBe('tampered')
  expect(await verdictOf(signed.subarray(0, Math.floor(signed.length / 2)))).toBe('not-signed')
})

test('the same paper signed by another authority is a foreign one, also when that authority calls itself ours', async () => {
  const forged = await signPdf(drawn, theirs, at)
  expect(theirs.signerName).toBe(ours.signerName)
  const verification = await verifyPdf(forged, [ours.rootPem])
  expect(verification).toMatchObject({ verdict: 'foreign-signer', signerName: ours.signerName })
  expect(verification.code).toBeUndefined()
  const withOurRootEnclosed = await signPdf(drawn, { ...theirs, rootCertificate: ours.rootCertificate }, at)
  expect(await verdictOf(withOurRootEnclosed)).toBe('foreign-signer')
  expect((await verifyPdf(signed, [])).verdict).toBe('foreign-signer')
})

test('our signer\'s certificate over another\'s key does not pass', async () => {
  const borrowed = await signPdf(drawn, { ...ours, signerKey: theirs.signerKey }, at)
  expect(await verdictOf(borrowed)).toBe('tampered')
})

test('the signature of one certificate does not fit another', async () => {
  const other = await drawAndSign(sampleContent({ subjectNumber: '京ICP备2026000002号' }), ours, at)
  const [target, source] = [gapOf(other), gapOf(signed)]
  const mixed = Buffer.concat([other.subarray(0, target.from), signed.subarray(source.from, source.to + 1), other.subarray(target.to + 1)])
  expect(await verdictOf(mixed)).toBe('tampered')
})

test('certificates signed before the signer was renewed stay genuine', async () => {
  const dir = join(home, 'renewed')
  const first = await openOrCreateAuthority(dir, at)
  const old = await signPdf(drawn, first, at)
  const second = await openOrCreateAuthority(dir, new Date(first.renewFrom.getTime() + 1000))
  expect(second.signerCertificate).not.toEqual(first.signerCertificate)
  expect((await verifyPdf(old, [second.rootPem])).verdict).toBe('genuine')
  expect((await verifyPdf(await signPdf(drawn, second, second.signerFrom), [second.rootPem])).verdict).toBe('genuine')
})

test('nothing is signed at an instant at which the signer is not valid', async () => {
  await expect(signPdf(drawn, ours, new Date('2026-11-22T00:00:00Z'))).rejects.toThrow(SignerNotValid)
  await expect(signPdf(drawn, ours, ours.signerUntil)).rejects.toThrow(SignerNotValid)
})

test('what is not a certificate gets its own verdict', async () => {
  expect(await verdictOf(drawn)).toBe('not-signed')
  expect(await verdictOf(new Uint8Array())).toBe('unreadable')
  expect(await verdictOf(Buffer.from('PNG, honestly'))).toBe('unreadable')
  expect(await verdictOf(Buffer.concat([signed, new Uint8Array(largestFile)]))).toBe('unreadable')
})

test('garbage gives a verdict, never an error, and never a good one', async () => {
  const rangeOver = (length: number): string => `/ByteRange [0 60 ${60 + length} 10]`
  const crafted = [
    '%PDF-1.7', '%PDF-1.7 /ByteRange', '%PDF-1.7 /ByteRange [0 1 2 3]', '%PDF-1.7 /ByteRange [0 9999999999 9999999999 9999999999]',
    `%PDF-1.7 ${rangeOver(4)}`.padEnd(60, ' ') + '<00>' + ' '.repeat(10), `%PDF-1.7 ${rangeOver(40)}`.padEnd(60, ' ') + `<${'30'.repeat(19)}>` + ' '.repeat(10),
    `%PDF-1.7 ${rangeOver(40_002)}`.padEnd(60, ' ') + `<${'3080'.repeat(10_000)}>` + ' '.repeat(10),
  ]
  for (const text of crafted) expect(['tampered', 'not-signed']).toContain(await verdictOf(Buffer.from(text)))
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, headed) => {
    expect(['unreadable', 'not-signed']).toContain(await verdictOf(headed ? Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes]) : bytes))
  }), { numRuns: 60, seed: 20261126 })
  await fc.assert(fc.asyncProperty(fc.nat(signed.length - 1), fc.nat(2000), async (start, length) => {
    const hole = Uint8Array.from(signed).fill(0x20, start, start + length + 1)
    fc.pre(Buffer.compare(hole, signed) !== 0)
    expect(await verdictOf(hole)).not.toBe('genuine')
  }), { numRuns: 40, seed: 20261126 })
})
