import { createHash, createHmac, generateKeyPairSync, sign, X509Certificate } from 'node:crypto'
import { canonicalJson } from '../platform/digest.js'
import type { CertificateAuthority } from './paper/certificate-authority.js'
import type { CertificateContent } from './paper/certificate-content.js'

/** A genuine statement, and who could issue more. */
export interface Genuine {
  readonly text: string
  readonly ours: CertificateAuthority
  /** Another authority that calls itself the same. */
  readonly theirs: CertificateAuthority
  /** Another certificate of that authority. */
  readonly issued: (authority: CertificateAuthority, more?: Partial<CertificateContent>) => Promise<string>
}
type Forgery = readonly [what: string, forge: (genuine: Genuine) => string | Promise<string>]

type Parsed = { format: string; payload: Record<string, unknown> & { services: Record<string, unknown>[] }; signature: string; signer: string }
const edited = ({ text }: Genuine, edit: (statement: Parsed) => unknown): string => {
  const statement = JSON.parse(text) as Parsed
  return canonicalJson(edit(statement) ?? statement)
}
const field = (name: string, value: unknown): Forgery => [`${name} changed`, (g) => edited(g, (s) => void (s.payload[name] = value))]
const removed = (name: string): Forgery => [`${name} removed`, (g) => edited(g, (s) => void delete s.payload[name])]

const foreignKey = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
const signedBy = (key: typeof foreignKey.privateKey, payload: unknown) =>
  sign('sha256', Buffer.from(canonicalJson(payload)), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')

/** What somebody might try who has a genuine statement, the public keys and an authority of their own. */
export const forgeries: readonly Forgery[] = [
  field('certificateId', '0199a0c4-6f5e-7000-8000-000000000002'), field('code', 'AAAA-AAAA-AAAA'), field('version', 3), field('version', '2'), field('version', 2.5),
  field('subjectNumber', '京ICP备2026000002号'), field('subjectName', '别的公司'), field('natureZh', '个人'), field('natureEn', 'Individual'),
  field('provinceName', { zh: '上海市', en: 'Shanghai' }), field('administration', { zh: '上海市通信管理局', en: 'Shanghai Communications Administration' }),
  field('approvedOn', '2026-11-22'), field('issuedAt', '2026-11-23T18:05:01.000Z'), field('verifyUrl', 'https://evil.example/verify'), field('replaces', undefined),
  field('services', []), field('subjectName', null),
  ['a service added', (g) => edited(g, (s) => void s.payload.services.push({ ...s.payload.services[0]!, number: '京ICP备2026000001号-9' }))],
  ['a domain changed', (g) => edited(g, (s) => void (s.payload.services[0]!['domains'] = [{ unicode: 'evil.com', ascii: 'evil.com' }]))],
  removed('subjectName'), removed('version'), removed('issuedAt'), removed('services'), removed('code'),
  ['a field added to the payload', (g) => edited(g, (s) => void (s.payload['status'] = 'current'))],
  ['a field added beside it', (g) => edited(g, (s) => ({ ...s, alg: 'none' }))],
  ['alg none without a signature', (g) => edited(g, (s) => ({ ...s, alg: 'none', signature: '' }))],
  ['an empty signature', (g) => edited(g, (s) => void (s.signature = ''))],
  ['a signature of zeros', (g) => edited(g, (s) => void (s.signature = Buffer.alloc(64).toString('base64url')))],
  ['HS256 with the public key as its secret', (g) => edited(g, (s) => {
    const secret = new X509Certificate(g.ours.signerCertificate).publicKey.export({ type: 'spki', format: 'pem' })
    return { ...s, alg: 'HS256', signature: createHmac('sha256', secret).update(canonicalJson(s.payload)).digest('base64url') }
  })],
  ['HS256 without a name', (g) => edited(g, (s) => void (s.signature = createHmac('sha256', Buffer.from(s.signer, 'base64url')).update(canonicalJson(s.payload)).digest('base64url')))],
  ['the digest as a signature', (g) => edited(g, (s) => void (s.signature = createHash('sha512').update(canonicalJson(s.payload)).digest('base64url')))],
  ['a DER signature', (g) => edited(g, (s) => void (s.signature = sign('sha256', Buffer.from(canonicalJson(s.payload)), foreignKey.privateKey).toString('base64url')))],
  ['a foreign key under our signer', (g) => edited(g, (s) => void (s.signature = signedBy(foreignKey.privateKey, s.payload)))],
  ['another authority of the same name', (g) => g.issued(g.theirs)],
  ['our payload under their signer', async (g) => { const other = JSON.parse(await g.issued(g.theirs)) as Parsed; return edited(g, (s) => void (s.signer = other.signer)) }],
  ['the root as signer', (g) => edited(g, (s) => void (s.signer = Buffer.from(g.ours.rootCertificate).toString('base64url')))],
  ['bytes behind the signer', (g) => edited(g, (s) => void (s.signer = Buffer.concat([Buffer.from(s.signer, 'base64url'), Buffer.from([0])]).toString('base64url')))],
  ['a kid that names another key', (g) => edited(g, (s) => ({ ...s, kid: '../keys/other' }))],
  ['an address of a key', (g) => edited(g, (s) => ({ ...s, jku: 'https://evil.example/keys' }))],
  ['the signature of another certificate', async (g) => { const other = JSON.parse(await g.issued(g.ours, { version: 3 })) as Parsed; return edited(g, (s) => void (s.signature = other.signature)) }],
  ['keys in another order', (g) => { const s = JSON.parse(g.text) as Parsed; return JSON.stringify({ signer: s.signer, signature: s.signature, payload: s.payload, format: s.format }) }],
  ['a doubled key, the forged one last', (g) => g.text.replace('"subjectName":', '"subjectName":"北京","subjectName":')],
  ['a doubled key, the forged one first', (g) => g.text.replace('"payload":{', '"payload":{},"payload":{')],
  ['a blank', (g) => g.text.replace(':', ': ')], ['a line end', (g) => `${g.text}\n`], ['an escape for a letter', (g) => g.text.replace('icp-certificate', '\\u0069cp-certificate')],
  ['__proto__', (g) => g.text.replace('{"format"', '{"__proto__":{"x":1},"format"')],
  ['another format', (g) => g.text.replace('icp-certificate/1', 'icp-certificate/2')],
  ['padding at the signature', (g) => g.text.replace(/("signature":"[^"]+)"/, '$1=="')],
  ['a signer that is not valid yet', (g) => g.issued(g.ours, { issuedAt: '2020-01-01T00:00:00.000Z' })],
  ['a signer whose time is over', (g) => g.issued(g.ours, { issuedAt: '2036-01-01T00:00:00.000Z' })],
  ['nothing', () => ''], ['no object', () => '[]'], ['a number', () => '1'], ['depth', () => `${'['.repeat(5000)}${']'.repeat(5000)}`],
]
