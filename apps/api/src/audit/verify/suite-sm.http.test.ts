import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RegistrationContent } from '@icp/domain'
import { createPublicKey } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { sealedColumns, turnSealed } from '../../personal-data/reseal.js'
import { Config } from '../../platform/config.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { ownerOf } from '../../testing/database.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../../testing/filing-journey.js'
import { checkpointHolds } from '../checkpoints/checkpoint.js'
import { CheckpointFiles } from '../checkpoints/checkpoint-files.js'
import { checkpointsQueue } from '../checkpoints/checkpoints.api.js'
import { exportText } from './export-lines.js'
import { verifyDatabase } from './verify-database.js'
import { verifyFile } from './verify-file.js'

const sm2 = '1.2.156.10197.1.301'
let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff
let filed: RegistrationContent
let approved: Journey

beforeAll(async () => {
  api = await startTestApp({ env: { CRYPTO_SUITE: 'sm' } })
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
  filed = journeys.content([provider])
  approved = await journeys.approved([provider], filed)
  await api.runJobs('certificates-draw-paper')
  await api.runJobs(checkpointsQueue)
})
afterAll(() => api.close())

/** Dotted name of the curve in a public key (SPKI, DER); '' for Ed25519, which has none. */
function curveOf(pem: string): string {
  const der = createPublicKey(pem).export({ type: 'spki', format: 'der' })
  return der.includes(Buffer.from('06082a811ccf5501822d', 'hex')) ? sm2 : ''
}

const checkpointsOutside = () => [...new CheckpointFiles(path.join(api.dataDir, 'checkpoints')).read()]

test('a filing goes its whole way with the national algorithms: what is sealed is SM4 and opens for who may read it', async () => {
  const { status, body } = await api.inject('getFiling', { params: { id: approved.id } }, { as: approved.owner })
  expect([status, body.status]).toEqual([200, 'approved'])
  const forms = new Set<string>()
  await ownerOf(api, async (client) => {
    for (const column of sealedColumns) {
      const { rows } = await client.query(`SELECT * FROM "${column.table}"`)
      for (const row of rows) turnSealed(column, row, (_, sealed) => (forms.add(sealed.slice(0, 2)), sealed))
    }
  })
  expect([...forms]).toEqual(['2.'])
})

test('who has filed is found again by its fingerprint: the same subject is not filed a second time', async () => {
  const owner = await api.accounts.owner()
  const { body } = await api.inject('createFiling', { body: { kind: 'new-subject' } }, { as: owner })
  const content = journeys.content([provider], { subject: filed.subject })
  const saved = await api.inject('saveDraft', { params: { id: body.id }, body: { version: body.version, content } }, { as: owner })
  // That a certificate is filed is told to whoever hands in, not to whoever types.
  const refused = await api.inject('finishFiling', { params: { id: body.id }, body: { version: saved.body.version } }, { as: owner })
  expect([refused.status, refused.problem.findings.map(({ path: where }) => where)]).toEqual([422, expect.arrayContaining(['subject.certificateNumber'])])
})

test('the checkpoint is signed with SM2 by the key that the API publishes', async () => {
  const { checkpoint, publicKey } = (await api.inject('getLatestCheckpoint')).body
  expect(curveOf(publicKey)).toBe(sm2)
  expect(checkpointHolds(checkpoint!, [createPublicKey(publicKey)])).toBe(true)
  expect(checkpointHolds({ ...checkpoint!, size: checkpoint!.size - 1 }, [createPublicKey(publicKey)])).toBe(false)
})

test('everything is whole, in the database and from an export with files alone', async () => {
  const config = api.app.get(Config)
  const verdict = await verifyDatabase(config)
  expect(verdict.parts.filter(({ wrong, checked }) => wrong > 0 || checked === 0).map(({ kind }) => kind)).toEqual(['corrections', 'papers', 'acceptances', 'reads'])
  const [file, pem] = [path.join(api.dataDir, 'export.jsonl'), path.join(api.dataDir, 'checkpoint.pem')]
  let text = ''
  for await (const line of exportText(config.databaseUrl, { at: api.clock.now(), contents: false, role: undefined })) text += line
  fs.writeFileSync(file, text)
  fs.writeFileSync(pem, (await api.inject('getLatestCheckpoint')).body.publicKey)
  const files = { export: file, checkpoints: path.join(api.dataDir, 'checkpoints'), publicKey: pem, root: path.join(api.dataDir, 'authority/root/certificate.pem') }
  expect((await verifyFile(files)).whole).toBe(true)
})

test('after the suite was changed both kinds of checkpoints follow each other and hold', async () => {
  const other = await startTestApp({ beside: api, env: { CRYPTO_SUITE: 'aes' } })
  try {
    await journeys.approved([provider])
    await other.runJobs(checkpointsQueue)
    const { checkpoint, publicKey } = (await other.inject('getLatestCheckpoint')).body
    expect([checkpoint!.number > 1, curveOf(publicKey)]).toEqual([true, ''])
    expect(checkpointHolds(checkpoint!, [createPublicKey(publicKey)])).toBe(true)
    expect(new Set(checkpointsOutside().map(({ keyId }) => keyId)).size).toBe(2)
    expect((await verifyDatabase(other.app.get(Config))).whole).toBe(true)
  } finally {
    await other.close()
  }
})
