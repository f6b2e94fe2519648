import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createHash, createHmac, generateKeyPairSync, sign, X509Certificate } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalJson } from '../platform/digest.js'
import { type CertificateAuthority, openOrCreateAuthority } from './paper/certificate-authority.js'
import type { CertificateContent } from './paper/certificate-content.js'
import { sampleContent } from './paper/certificate-samples.js'
import { signPayload, type Trust } from './payload-signature.api.js'
import { readStatement, statementOf } from './statement.js'

const at = '2026-11-23T18:05:00.000Z'
let home: string
let ours: CertificateAuthority
let theirs: CertificateAuthority
let trust: Trust
let text: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'statement-'))
  ours = await openOrCreateAuthority(join(home, 'ours'), new Date(at))
  theirs = await openOrCreateAuthority(join(home, 'theirs'), new Date(at))
  trust = { root: ours.rootPem }
  text = await issued(ours)
})
afterAll(() => rm(home, { recursive: true }))

const content = (more: Partial<CertificateContent> = {}) => sampleContent({ issuedAt: at, services: sampleContent().services.slice(0, 1), ...more })
const issued = async (authority: CertificateAuthority, more: Partial<CertificateContent> = {}) => statementOf(content(more), await signPayload(content(more), authority))
const accepted = (statement: string, by: Trust = trust) => readStatement(statement, by) !== undefined

test('what was issued is read offline', () => {
  expect(readStatement(text, trust)).toEqual(content())
})

test('not one bit of it may be another', () => {
  const bytes = Buffer.from(text)
  const survivors: string[] = []
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = Buffer.from(bytes)
    flipped[bit >> 3] = flipped[bit >> 3]! ^ (1 << (bit & 7))
    // Not every flip leaves UTF-8; whoever reads a file decodes it so.
    if (accepted(flipped.toString('utf8'))) survivors.push(`${bit}`)
  }
  expect(survivors).toEqual([])
}, 120_000)

test('certificates of three generations of keys hold, each with the signer of its time', async () => {
  const years = ['2026-11-23T18:05:00.000Z', '2029-10-01T00:00:00.000Z', '2032-09-01T00:00:00.000Z']
  const signers = new Set<string>()
  for (const issuedAt of years) {
    const authority = await openOrCreateAuthority(join(home, 'ours'), new Date(issuedAt))
    signers.add(Buffer.from(authority.signerCertificate).toString('hex'))
    expect(accepted(await issued(authority, { issuedAt }), { root: authority.rootPem })).toBe(true)
  }
  expect(signers.size).toBe(3)
  expect(accepted(text)).toBe(true)
})

type Parsed = { format: string; payload: Record<string, unknown> & { services: Record<string, unknown>[] }; signature: string; signer: string }
const edited = (edit: (statement: Parsed) => unknown): string => {
  const statement = JSON.parse(text) as Parsed
  return canonicalJson(edit(statement) ?? statement)
}
const field = (name: string, value: unknown) => [`${name} changed`, () => edited((s) => void (s.payload[name] = value))] as const
const removed = (name: string) => [`${name} removed`, () => edited((s) => void delete s.payload[name])] as const

const foreignKey = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
const signedBy = (key: typeof foreignKey.privateKey, payload: unknown) =>
  sign('sha256', Buffer.from(canonicalJson(payload)), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')

const attacks: readonly (readonly [string, () => string | Promise<string>])[] = [
  field('certificateId', '0199a0c4-6f5e-7000-8000-000000000002'), field('code', 'AAAA-AAAA-AAAA'), field('version', 3), field('version', '2'), field('version', 2.5),
  field('subjectNumber', '京ICP备2026000002号'), field('subjectName', '别的公司'), field('natureZh', '个人'), field('natureEn', 'Individual'),
  field('provinceName', { zh: '上海市', en: 'Shanghai' }), field('administration', { zh: '上海市通信管理局', en: 'Shanghai Communications Administration' }),
  field('approvedOn', '2026-11-22'), field('issuedAt', '2026-11-23T18:05:01.000Z'), field('verifyUrl', 'https://evil.example/verify'), field('replaces', undefined),
  field('services', []), field('subjectName', null),
  ['a service added', () => edited((s) => void s.payload.services.push({ ...s.payload.services[0]!, number: '京ICP备2026000001号-9' }))],
  ['a domain changed', () => edited((s) => void (s.payload.services[0]!['domains'] = [{ unicode: 'evil.com', ascii: 'evil.com' }]))],
  removed('subjectName'), removed('version'), removed('issuedAt'), removed('services'), removed('code'),
  ['a field added to the payload', () => edited((s) => void (s.payload['status'] = 'current'))],
  ['a field added beside it', () => edited((s) => ({ ...s, alg: 'none' }))],
  ['alg none without a signature', () => edited((s) => ({ ...s, alg: 'none', signature: '' }))],
  ['an empty signature', () => edited((s) => void (s.signature = ''))],
  ['a signature of zeros', () => edited((s) => void (s.signature = Buffer.alloc(64).toString('base64url')))],
  ['HS256 with the public key as its secret', () => edited((s) => {
    const secret = new X509Certificate(ours.signerCertificate).publicKey.export({ type: 'spki', format: 'pem' })
    return { ...s, alg: 'HS256', signature: createHmac('sha256', secret).update(canonicalJson(s.payload)).digest('base64url') }
  })],
  ['HS256 without a name', () => edited((s) => void (s.signature = createHmac('sha256', Buffer.from(s.signer, 'base64url')).update(canonicalJson(s.payload)).digest('base64url')))],
  ['the digest as a signature', () => edited((s) => void (s.signature = createHash('sha512').update(canonicalJson(s.payload)).digest('base64url')))],
  ['a DER signature', () => edited((s) => void (s.signature = sign('sha256', Buffer.from(canonicalJson(s.payload)), foreignKey.privateKey).toString('base64url')))],
  ['a foreign key under our signer', () => edited((s) => void (s.signature = signedBy(foreignKey.privateKey, s.payload)))],
  ['another authority of the same name', () => issued(theirs)],
  ['our payload under their signer', async () => { const other = JSON.parse(await issued(theirs)) as Parsed; return edited((s) => void (s.signer = other.signer)) }],
  ['the root as signer', () => edited((s) => void (s.signer = Buffer.from(ours.rootCertificate).toString('base64url')))],
  ['bytes behind the signer', () => edited((s) => void (s.signer = Buffer.concat([Buffer.from(s.signer, 'base64url'), Buffer.from([0])]).toString('base64url')))],
  ['a kid that names another key', () => edited((s) => ({ ...s, kid: '../keys/other' }))],
  ['an address of a key', () => edited((s) => ({ ...s, jku: 'https://evil.example/keys' }))],
  ['the signature of another certificate', async () => { const other = JSON.parse(await issued(ours, { version: 3 })) as Parsed; return edited((s) => void (s.signature = other.signature)) }],
  ['keys in another order', () => { const s = JSON.parse(text) as Parsed; return JSON.stringify({ signer: s.signer, signature: s.signature, payload: s.payload, format: s.format }) }],
  ['a doubled key, the forged one last', () => text.replace('"subjectName":', '"subjectName":"北京","subjectName":')],
  ['a doubled key, the forged one first', () => text.replace('"payload":{', '"payload":{},"payload":{')],
  ['a blank', () => text.replace(':', ': ')], ['a line end', () => `${text}\n`], ['an escape for a letter', () => text.replace('icp-certificate', '\\u0069cp-certificate')],
  ['__proto__', () => text.replace('{"format"', '{"__proto__":{"x":1},"format"')],
  ['another format', () => text.replace('icp-certificate/1', 'icp-certificate/2')],
  ['padding at the signature', () => text.replace(/("signature":"[^"]+)"/, '$1=="')],
  ['a signer that is not valid yet', () => issued(ours, { issuedAt: '2020-01-01T00:00:00.000Z' })],
  ['a signer whose time is over', () => issued(ours, { issuedAt: '2036-01-01T00:00:00.000Z' })],
  ['nothing', () => ''], ['no object', () => '[]'], ['a number', () => '1'], ['depth', () => `${'['.repeat(5000)}${']'.repeat(5000)}`],
]

test.each(attacks)('refused: %s', async (_, attack) => {
  const forged = await attack()
  expect(forged).not.toBe(text)
  expect(accepted(forged)).toBe(false)
})

test('a revoked signer counts for what it signed before, and for nothing after', async () => {
  const fingerprint = createHash('sha256').update(ours.signerCertificate).digest('hex')
  const by = (from: string): Trust => ({ ...trust, revoked: new Map([[fingerprint, from]]) })
  expect(accepted(text, by('2026-11-23T18:04:59.000Z'))).toBe(false)
  expect(accepted(text, by(at))).toBe(false)
  expect(accepted(text, by('2026-11-24T00:00:00.000Z'))).toBe(true)
})
