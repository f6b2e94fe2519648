import path from 'node:path'
import { AuditApi } from '../audit/audit.api.js'
import { beforeFirst, chainOf, hashOf } from '../audit/chain.js'
import { CheckpointFiles } from '../audit/checkpoints/checkpoint-files.js'
import { checkpointsQueue } from '../audit/checkpoints/checkpoints.api.js'
import { openCheckpointKeys } from '../audit/checkpoints/checkpoint-key.js'
import { exportLines } from '../audit/verify/export-lines.js'
import { type Evidence, type Verdict, verify } from '../audit/verify/verify.js'
import { AuthorityHolder } from '../certificates/authority-holder.js'
import { noteEntry } from '../platform/witness.js'
import type { TestApp } from '../testing/app.js'
import { correctName } from '../testing/correct-filing.js'
import { FilingJourneys } from '../testing/filing-journey.js'
import { testedSuite } from '../testing/tested-suite.js'
import type { Drill } from './drill.js'
import { type Copy, isEntry, tamperings } from './tampering.js'

/** Damage of every sort, done to copies: an export and the checkpoint files alone must show each, and the audit's own by its place. */
export const drill: Drill = {
  id: 'F12',
  promise: 'P8: any change, deletion, insertion, reordering or cut of audit, revisions, register or certificates is found, and in the audit located, offline',
  fault: 'the chain is skipped on one path: passes name no entry before them',
  run: async ({ random, full, planted, startApi }) => {
    const api = await startApi()
    if (planted) skipChainOfPasses(api)
    await fill(api)
    const copy = await copyOf(api)
    const evidence = await evidenceOf(api)
    const violations: string[] = []
    const judge = (damaged: Copy) => verify(damaged.lines, { ...evidence, checkpoints: damaged.checkpoints })
    const before = await judge(copy)
    if (!before.whole) violations.push(`the untouched database: ${findingsOf(before).join('; ')}`)
    const tries = full ? 1000 : 100
    let found = 0
    for (let n = 1; n <= tries; n++) {
      const damaged = { lines: [...copy.lines], checkpoints: [...copy.checkpoints] }
      const { done, places } = random.pick(tamperings)(damaged, random)
      const verdict = await judge(damaged)
      const named = findingsOf(verdict)
      if (verdict.whole) violations.push(`tampering ${n}: ${done}, and nothing was found`)
      else if (places && !named.some((finding) => places.some((place) => finding.includes(place)))) violations.push(`tampering ${n}: ${done}; found ${named.join('; ')}`)
      else found += 1
    }
    return { figure: `${found} of ${tries} tamperings found among ${copy.lines.filter(isEntry).length} entries`, violations }
  },
}

const findingsOf = ({ parts }: Verdict): string[] => parts.flatMap(({ kind, first }) => (first ? [`${kind} at ${first.where}: ${first.what}`] : []))

/** The twin: passes are written past the chain, as if nothing had come before them. */
function skipChainOfPasses(api: TestApp): void {
  const audit = api.app.get(AuditApi)
  const append = audit.append.bind(audit)
  audit.append = async (tx, event) => {
    if (event.action !== 'filing.pass') return append(tx, event)
    const [{ position }] = await tx.query('SELECT coalesce(max(position), 0) + 1 AS position FROM audit_entries WHERE chain = $1', [chainOf(event)])
    const { actor, action, objectType, objectId, detail = {}, filingId = null, digest = null } = event
    const entry = { chain: chainOf(event), position: Number(position), at: api.clock.now(), actor, action, filingId, objectType, objectId, digest, detail, previous: beforeFirst }
    await tx.query(
      `INSERT INTO audit_entries (chain, position, at, actor, action, filing_id, object_type, object_id, digest, detail, previous, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [entry.chain, entry.position, entry.at, JSON.stringify(actor), action, filingId, objectType, objectId, digest, JSON.stringify(detail), entry.previous, hashOf(entry)],
    )
    noteEntry(tx)
  }
}

async function fill(api: TestApp): Promise<void> {
  const journeys = new FilingJourneys(api)
  const provider = await journeys.provider()
  await journeys.approved([provider])
  await api.runJobs(checkpointsQueue)
  const corrected = await journeys.finished([provider])
  await correctName(api, journeys, corrected, provider, '晨光新书店')
  await journeys.pass(corrected)
  await journeys.confirm(corrected)
  await api.inject('approveFiling', { params: { id: corrected.id }, body: { version: await journeys.version(corrected) } }, { as: corrected.reviewer })
  await api.runJobs('certificates-draw-paper')
  await api.runJobs(checkpointsQueue)
}

async function copyOf(api: TestApp): Promise<Copy> {
  const lines = []
  for await (const line of exportLines(api.databaseUrl, { at: api.clock.now(), contents: false, role: undefined })) lines.push(line)
  return { lines, checkpoints: [...new CheckpointFiles(path.join(api.dataDir, 'checkpoints')).read()] }
}

async function evidenceOf(api: TestApp): Promise<Omit<Evidence, 'checkpoints'>> {
  return {
    publicKeys: openCheckpointKeys(api.dataDir, testedSuite, false).publicKeys,
    root: (await api.app.get(AuthorityHolder, { strict: false }).current()).rootPem,
  }
}
