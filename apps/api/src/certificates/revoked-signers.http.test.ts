import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { checkpointsQueue } from '../audit/checkpoints/checkpoints.api.js'
import { type Entry, hashOf } from '../audit/chain.js'
import { verifyDatabase } from '../audit/verify/verify-database.js'
import { verifyFile } from '../audit/verify/verify-file.js'
import type { Verdict } from '../audit/verify/verify.js'
import { exportText } from '../audit/verify/export-lines.js'
import { Config } from '../platform/config.js'
import { canonicalJson } from '../platform/digest.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'
import { AuthorityHolder } from './authority-holder.js'
import { CertificatePapers } from './certificate-papers.service.js'
import type { CertificateAuthority } from './paper/certificate-authority.js'
import { codeRandomBytes, makeCertificateCode } from './paper/certificate-code.js'
import type { CertificateContent } from './paper/certificate-content.js'
import { drawAndSign } from './paper/certificate-signing.js'
import { signPayload, digestOfPayload } from './payload-signature.api.js'
import { keyPrintOf, readRevoked } from './revoked-signers.api.js'
import { SignerRevocation } from './signer-revocation.service.js'
import { judgeStatement, statementOf } from './statement.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff
let stolen: CertificateAuthority
/** Issued and drawn before the revocation, and issued only. */
let drawn: Issued
let undrawn: Issued
let pdf: Buffer

interface Issued {
  readonly id: string
  readonly code: string
  readonly payload: CertificateContent
  readonly signer: Buffer
}

const holder = () => api.app.get(AuthorityHolder, { strict: false })
const revoke = (called: string) => api.app.get(SignerRevocation, { strict: false }).revoke(called, 'key-compromise')
const paperOf = (id: string) => api.app.get(CertificatePapers, { strict: false }).paperOf(id)
const checkPdf = async (body: Uint8Array) => (await api.inject('verifyPdf', { body: Buffer.from(body) })).body
const check = (code: string) => api.inject('verifyByCode', { params: { code } })
const listFile = () => path.join(api.dataDir, 'authority/revoked.json')
const published = async () => canonicalJson((await api.inject('getRevokedSigners')).body)

async function issue(): Promise<Issued> {
  const { owner } = await journeys.approved([provider])
  const { id } = (await api.inject('listOwnRecords', {}, { as: owner })).body.rows[0]!.certificates[0]!
  const [row] = await api.db.query('SELECT id, code, payload, signer FROM certificates WHERE id = $1', [id])
  return row
}

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
  stolen = await holder().current()
  drawn = await issue()
  pdf = await paperOf(drawn.id)
  undrawn = await issue()
  await api.runJobs(checkpointsQueue)
  api.clock.advance(60)
})
afterAll(() => api.close())

const signerLine = ({ parts }: Verdict) => parts.find(({ kind }) => kind === 'signers')

test('before any revocation the published list is empty, and there is no file', async () => {
  expect(await published()).toBe('{"format":"icp-revoked-signers/1","revoked":[]}')
  expect(fs.existsSync(listFile())).toBe(false)
  expect((await verifyDatabase(api.app.get(Config))).whole).toBe(true)
})

test('a signer is revoked by the command: listed, noted, published, and the next one is made at once; the same once more changes nothing', async () => {
  await expect(revoke('0009')).rejects.toThrow('No signer in')
  const { revocation, signer } = await revoke('0001')
  expect(revocation).toMatchObject({ key: stolen.signerPrint, name: '0001', reason: 'key-compromise' })
  expect(signer).not.toBe(stolen.signerPrint)
  expect((await revoke(stolen.signerPrint)).revocation).toEqual(revocation)
  const entries = await api.db.query(`SELECT detail FROM audit_entries WHERE action = 'signer.revoke'`)
  expect(entries).toEqual([{ detail: { revocation, by: 'revoke-signer' } }])
  expect(await published()).toBe(fs.readFileSync(listFile(), 'utf8'))
  expect([...readRevoked(await published(), stolen.rootPem)!.values()]).toEqual([revocation])
  expect(fs.statSync(listFile()).mode & 0o777).toBe(0o644)
})

test('the next approval signs with the new signer', async () => {
  const { signer } = await issue()
  expect(keyPrintOf(signer)).toBe((await holder().current()).signerPrint)
  expect(keyPrintOf(signer)).not.toBe(stolen.signerPrint)
})

test('what the audit noted before the revocation counts: by code, as a file, as a statement, and its paper can still be drawn', async () => {
  expect((await check(drawn.code)).body).toMatchObject({ verdict: null, certificate: { code: drawn.code, state: 'current' } })
  expect(await checkPdf(pdf)).toMatchObject({ verdict: 'genuine', certificate: { code: drawn.code } })
  const later = await paperOf(undrawn.id)
  expect(await checkPdf(later)).toMatchObject({ verdict: 'genuine', certificate: { code: undrawn.code } })
  const { text, status } = await api.inject('getCertificateStatement', { params: { code: drawn.code } })
  expect(status).toBe(200)
  // Without our audit nobody can tell.
  expect(judgeStatement(text, { root: stolen.rootPem, revoked: readRevoked(await published(), stolen.rootPem)! })).toMatchObject({ word: 'revoked-signer' })
  await api.runJobs('certificates-draw-paper')
  await api.runJobs(checkpointsQueue)
  const verdict = await verifyDatabase(api.app.get(Config))
  expect(verdict.whole).toBe(true)
  expect(signerLine(verdict)).toMatchObject({ checked: 2, wrong: 0, skipped: null })
})

test('a PDF that the thief signs is told so, whatever instant it claims, also under the code of a genuine certificate', async () => {
  for (const content of [drawn.payload, { ...drawn.payload, subjectName: '别的公司' }]) {
    for (const at of [new Date(drawn.payload.issuedAt), new Date(stolen.signerFrom.getTime() + 1000)]) {
      expect(await checkPdf(await drawAndSign(content, stolen, at))).toMatchObject({ verdict: 'revoked-signer', certificate: null })
    }
  }
  expect(await checkPdf(Buffer.concat([pdf, Buffer.from('\n% more\n')]))).toMatchObject({ verdict: 'revoked-signer', certificate: null })
})

test('verify goes by the audit in an export as well, with the list or without', async () => {
  const [file, pem] = [path.join(api.dataDir, 'export.jsonl'), path.join(api.dataDir, 'checkpoint.pem')]
  let text = ''
  for await (const line of exportText(api.app.get(Config).databaseUrl, { at: api.clock.now(), contents: false, role: undefined })) text += line
  fs.writeFileSync(file, text)
  fs.writeFileSync(pem, (await api.inject('getLatestCheckpoint')).body.publicKey)
  const files = { export: file, checkpoints: path.join(api.dataDir, 'checkpoints'), publicKey: pem, root: path.join(api.dataDir, 'authority/root/certificate.pem') }
  expect((await verifyFile(files)).whole).toBe(true)
  expect((await verifyFile({ ...files, revoked: listFile() })).whole).toBe(true)
  const empty = path.join(api.dataDir, 'empty.json')
  fs.writeFileSync(empty, '{"format":"icp-revoked-signers/1","revoked":[]}')
  expect(signerLine(await verifyFile({ ...files, revoked: empty }))).toMatchObject({ first: { where: stolen.signerPrint, what: 'missing' } })
  fs.writeFileSync(empty, fs.readFileSync(listFile(), 'utf8').replace('key-compromise', 'superseded'))
  expect(signerLine(await verifyFile({ ...files, revoked: empty }))).toMatchObject({ first: { where: 'revoked.json', what: 'signature' } })
  expect(signerLine(await verifyFile({ ...files, root: undefined }))).toMatchObject({ skipped: 'none-given' })
})

test('a list that was taken away, or cut, is whole again at the next use; another instance knows at once', async () => {
  const text = await published()
  for (const spoil of [() => fs.rmSync(listFile()), () => fs.writeFileSync(listFile(), '{"format":"icp-revoked-signers/1","revoked":[]}')]) {
    spoil()
    expect(await checkPdf(await drawAndSign(drawn.payload, stolen, new Date(drawn.payload.issuedAt)))).toMatchObject({ verdict: 'revoked-signer' })
    expect(fs.readFileSync(listFile(), 'utf8')).toBe(text)
  }
  const beside = await startTestApp({ beside: api })
  try {
    const { signerPrint } = await beside.app.get(AuthorityHolder, { strict: false }).current()
    expect(signerPrint).toBe((await holder().current()).signerPrint)
  } finally {
    await beside.close()
  }
})

test('a list that the root has not signed makes the authority unusable: nothing is signed or judged, nothing starts, and one sentence says why', async () => {
  const text = fs.readFileSync(listFile(), 'utf8')
  fs.writeFileSync(listFile(), text.replace('2026-', '2036-'))
  try {
    expect((await api.inject('verifyPdf', { body: pdf })).problem).toMatchObject({ status: 503, code: 'cannot-judge' })
    expect((await api.inject('getRevokedSigners')).status).toBe(503)
    await expect(holder().current()).rejects.toMatchObject({ kind: 'unavailable', code: 'cannot-judge' })
    await expect(holder().onModuleInit()).rejects.toThrow('revoked.json is not what the root has signed; restore it, or remove it: the audit keeps every revocation')
  } finally {
    fs.writeFileSync(listFile(), text)
  }
  expect(await checkPdf(pdf)).toMatchObject({ verdict: 'genuine' })
})

test('an entry that somebody else writes revokes nobody, and verify names it', async () => {
  const { signerPrint } = await holder().current()
  const [{ detail }] = await api.db.query(`SELECT detail FROM audit_entries WHERE action = 'signer.revoke'`)
  await asOwnerOfDatabase(await entryOf({ action: 'signer.revoke', objectType: 'signer', objectId: signerPrint, detail: { revocation: { ...detail.revocation, key: signerPrint } } }))
  expect((await holder().current()).signerPrint).toBe(signerPrint)
  expect(signerLine(await verifyDatabase(api.app.get(Config)))).toMatchObject({ wrong: 1, first: { where: signerPrint, what: 'signature' } })
})

test('a row that the thief writes into the register becomes no paper, is told so by code, and has no statement; backdated entries do not help against verify', async () => {
  const forged: CertificateContent = { ...drawn.payload, certificateId: '0199a0c4-6f5e-4000-8000-000000000009', code: makeCertificateCode(Buffer.alloc(codeRandomBytes, 7)), subjectName: '别的公司' }
  const { signature, signer } = await signPayload(forged, stolen)
  await asOwnerOfDatabase([
    `INSERT INTO certificates (id, subject_id, version, code, owner_account_id, province, subject_number, subject_name, services, payload, signature, signer, issued_at, state)
     SELECT $2, $2, 1, $3, owner_account_id, province, subject_number, $4, services, $5, $6, $7, issued_at, 'current' FROM certificates WHERE id = $1`,
    [drawn.id, forged.certificateId, forged.code, forged.subjectName, JSON.stringify(forged), signature, signer],
  ])
  expect(statementOf(forged, { signature, signer })).toContain('别的公司')
  expect((await check(forged.code)).body).toEqual({ verdict: 'revoked-signer', signedAt: null, signer: null, certificate: null })
  expect((await api.inject('getCertificateStatement', { params: { code: forged.code } })).problem).toMatchObject({ status: 409, code: 'revoked-signer' })
  await expect(paperOf(forged.certificateId)).rejects.toThrow('revoked-signer')
  await asOwnerOfDatabase(await entryOf({
    action: 'certificate.issue', objectType: 'certificate', objectId: forged.certificateId, digest: digestOfPayload(forged), at: drawn.payload.issuedAt, detail: { version: 1 },
  }))
  await api.runJobs(checkpointsQueue)
  const line = signerLine(await verifyDatabase(api.app.get(Config)))
  expect(line).toMatchObject({ wrong: 2, first: { where: forged.code, what: 'revoked' } })
})

/** An entry with all its hashes right, as the owner of the database could write it. */
async function entryOf(more: Pick<Entry, 'action' | 'objectType' | 'objectId'> & Partial<Entry>): Promise<[string, unknown[]]> {
  const entry: Entry = {
    chain: `${more.objectType}:${more.objectId}`, position: 1, at: api.clock.now(), actor: { role: 'clock' }, filingId: null, digest: null, detail: {}, previous: '0'.repeat(64), ...more,
  }
  return [
    `INSERT INTO audit_entries (chain, position, at, actor, action, filing_id, object_type, object_id, digest, detail, previous, hash)
     VALUES ($1, $2, $3, $4, $5, NULL, $6, $7, $8, $9, $10, $11)`,
    [entry.chain, entry.position, entry.at, entry.actor, entry.action, entry.objectType, entry.objectId, entry.digest, entry.detail, entry.previous, hashOf(entry)],
  ]
}

async function asOwnerOfDatabase([sql, values]: [string, unknown[]]): Promise<void> {
  const client = new pg.Client({ connectionString: api.databaseUrl })
  await client.connect()
  try {
    await client.query(sql, values)
  } finally {
    await client.end()
  }
}
