import pg from 'pg'
import { randomUUID } from 'node:crypto'
import { verifyDatabase } from '../audit/verify/verify-database.js'
import { AuthorityHolder } from '../certificates/authority-holder.js'
import type { Genuine } from '../certificates/forgeries.fixture.js'
import type { CertificateAuthority } from '../certificates/paper/certificate-authority.js'
import { codeRandomBytes, makeCertificateCode } from '../certificates/paper/certificate-code.js'
import type { CertificateContent } from '../certificates/paper/certificate-content.js'
import { drawAndSign } from '../certificates/paper/certificate-signing.js'
import { respelled } from '../certificates/respelled-certificate.fixture.js'
import { readRevoked } from '../certificates/revoked-signers.api.js'
import { SignerRevocation } from '../certificates/signer-revocation.service.js'
import { SignerStanding } from '../certificates/signer-standing.js'
import type { Trust } from '../certificates/payload-signature.api.js'
import { judgeStatement } from '../certificates/statement.js'
import { Config } from '../platform/config.js'
import type { TestApp } from '../testing/app.js'

/** What was issued before the theft: by code, as a file, and one whose paper nobody has asked for yet. */
export interface Before {
  readonly code: string
  readonly pdf: Buffer
  readonly undrawn: string
}

interface Doors {
  readonly judge: (pdf: Buffer) => Promise<string | null>
  readonly download: (id: string) => Promise<Buffer>
}

/** Takes from the product what the twin of a drill is told to leave out. */
export function plantInTrust(api: TestApp, planted: number): void {
  if (planted === 1) api.app.get(AuthorityHolder, { strict: false }).revoked = async () => new Map()
  if (planted === 2) Object.assign(api.app.get(SignerStanding, { strict: false }), { notedAt: async () => '2000-01-01T00:00:00.000Z' })
}

/** By what anybody judges offline: the root, and the list that is published. */
export async function publishedTrust(api: TestApp, root: string): Promise<Trust> {
  const revoked = readRevoked((await api.inject('getRevokedSigners')).text, root)
  if (!revoked) throw new Error('the published list is not the root’s')
  return { root, revoked }
}

/** The signer's key is stolen, the signer revoked; the thief signs on, each time with an instant before the theft. Answers what broke the promise. */
export async function tryStolenKey(api: TestApp, { text, ours, issued }: Genuine, before: Before, { judge, download }: Doors): Promise<string[]> {
  const violations: string[] = []
  const expect = (holds: boolean, what: string) => void (holds || violations.push(what))
  const { payload } = JSON.parse(text) as { payload: CertificateContent }
  await api.app.get(SignerRevocation, { strict: false }).revoke('0001', 'key-compromise')
  const trust = await publishedTrust(api, ours.rootPem)
  const offline = (statement: string) => judgeStatement(statement, trust).word

  const forged = { ...payload, subjectName: '别的公司', code: makeCertificateCode(Buffer.alloc(codeRandomBytes, 7)), certificateId: randomUUID(), version: 1 }
  expect(offline(await issued(ours, forged)) !== 'genuine', 'accepted offline: what a revoked signer has backdated')
  const { signerCertificate } = ours
  const other: CertificateAuthority = { ...ours, signerCertificate: respelled(signerCertificate) }
  expect(offline(await issued(other, forged)) !== 'genuine', 'accepted offline: a revoked signer under another spelling of its certificate')
  for (const [signer, content] of [[ours, forged], [ours, payload], [other, payload]] as const) {
    const verdict = await judge(Buffer.from(await drawAndSign(content, signer, new Date(payload.issuedAt))))
    expect(verdict !== 'genuine', 'accepted: a backdated PDF of a revoked signer')
  }

  expect((await api.inject('verifyByCode', { params: { code: before.code } })).body.certificate?.code === before.code, 'refused by code: what was issued before the theft')
  expect((await api.inject('getCertificateStatement', { params: { code: before.code } })).text === text, 'no statement of what was issued before the theft')
  expect((await judge(before.pdf)) === 'genuine', 'refused: the paper of before the theft')
  expect((await judge(await download(before.undrawn))) === 'genuine', 'refused: a paper drawn after the theft of what was issued before')
  expect((await verifyDatabase(api.app.get(Config))).whole, 'verify: what was issued before the theft is not whole')
  await withForgedRow(api, JSON.parse(await issued(ours, forged)) as ForgedStatement, async () => {
    expect((await api.inject('verifyByCode', { params: { code: forged.code } })).body.verdict === 'revoked-signer', 'accepted by code: a row of a revoked signer')
    expect((await api.inject('getCertificateStatement', { params: { code: forged.code } })).status === 409, 'a statement is given of a row of a revoked signer')
    expect(!(await verifyDatabase(api.app.get(Config))).whole, 'verify: a row of a revoked signer is whole')
  })
  return violations
}

interface ForgedStatement {
  readonly payload: CertificateContent
  readonly signature: string
  readonly signer: string
}

/** As whoever owns the database; taken out again for the checks that follow. */
async function withForgedRow(api: TestApp, { payload, signature, signer }: ForgedStatement, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: api.databaseUrl })
  await client.connect()
  try {
    await client.query('SET session_replication_role = replica')
    await client.query(
      `INSERT INTO certificates (id, subject_id, version, code, owner_account_id, province, subject_number, subject_name, services, payload, signature, signer, issued_at, state)
       SELECT $1, $1, 1, $2, owner_account_id, province, subject_number, $3, services, $4, $5, $6, issued_at, 'current' FROM certificates LIMIT 1`,
      [payload.certificateId, payload.code, payload.subjectName, JSON.stringify(payload), Buffer.from(signature, 'base64url'), Buffer.from(signer, 'base64url')],
    )
    await work()
    await client.query('DELETE FROM certificates WHERE id = $1', [payload.certificateId])
  } finally {
    await client.end()
  }
}
