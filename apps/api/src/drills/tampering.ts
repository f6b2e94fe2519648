import { hashOf } from '../audit/chain.js'
import type { CheckpointLine } from '../audit/checkpoints/checkpoint-files.js'
import type { CertificateLine, EntryLine, ExportLine } from '../audit/verify/export-line.js'
import type { Random } from './random.js'

/** A database read as an export, and the checkpoints that lie outside of it. */
export interface Copy {
  readonly lines: ExportLine[]
  readonly checkpoints: CheckpointLine[]
}

/** Damages the copy in place; answers what it did and, where the audit itself was hit, which places `verify` may name. */
export type Tampering = (copy: Copy, random: Random) => { readonly done: string; readonly places?: readonly string[] }

export const isEntry = (line: ExportLine): line is EntryLine => line.line === 'entry'
const placeOf = ({ chain, position }: { readonly chain: string; readonly position: number }) => `${chain} #${position}`
const entriesOf = ({ lines }: Copy) => lines.filter(isEntry)

const put = (copy: Copy, old: ExportLine, next: ExportLine): void => void copy.lines.splice(copy.lines.indexOf(old), 1, next)
/** An export is written after the damage, so its count is right. */
const recount = (copy: Copy): void => void copy.lines.splice(-1, 1, { line: 'end', lines: copy.lines.length - 1 })

const otherHash = (hash: string) => `${hash.startsWith('0') ? '1' : '0'}${hash.slice(1)}`

const changed = (entry: EntryLine, random: Random): [string, Partial<EntryLine>] => random.pick<[string, Partial<EntryLine>]>([
  ['at', { at: new Date(Date.parse(entry.at) + 1 + random.int(10_000)).toISOString() }],
  ['actor', { actor: { role: 'reviewer', accountId: random.uuid(), province: '110000' } }],
  ['action', { action: `${entry.action}x` }],
  ['filing', { filingId: entry.filingId === null ? random.uuid() : null }],
  ['object type', { objectType: 'other' }],
  ['object', { objectId: random.uuid() }],
  ['digest', { digest: entry.digest === null ? 'ab'.repeat(32) : null }],
  ['detail', { detail: { ...entry.detail, note: random.int(1000) } }],
  ['previous', { previous: otherHash(entry.previous) }],
  ['hash', { hash: otherHash(entry.hash) }],
])

const changeField: Tampering = (copy, random) => {
  const entry = random.pick(entriesOf(copy))
  const [field, part] = changed(entry, random)
  put(copy, entry, { ...entry, ...part })
  return { done: `${field} of ${placeOf(entry)} changed`, places: [placeOf(entry)] }
}

const swapTwo: Tampering = (copy, random) => {
  const [one, other] = random.shuffled(entriesOf(copy)) as [EntryLine, EntryLine]
  const place = ({ chain, position, sequence, logged }: EntryLine) => ({ chain, position, sequence, logged })
  put(copy, one, { ...other, ...place(one) })
  put(copy, other, { ...one, ...place(other) })
  return { done: `${placeOf(one)} and ${placeOf(other)} swapped`, places: [placeOf(one), placeOf(other)] }
}

/** With or without its line of the log. */
const deleteOne: Tampering = (copy, random) => {
  const entry = random.pick(entriesOf(copy))
  const { chain, position, sequence, hash } = entry
  if (sequence !== null && random.chance(0.5)) {
    put(copy, entry, { line: 'gap', sequence, chain, position, logged: hash })
    return { done: `${placeOf(entry)} deleted`, places: [placeOf(entry)] }
  }
  copy.lines.splice(copy.lines.indexOf(entry), 1)
  renumber(copy)
  recount(copy)
  return { done: `${placeOf(entry)} deleted with its line of the log`, places: [placeOf(entry), `${sequence} (`, `${sequence}:`] }
}

/** A forged entry with right hashes of its own, linked to the one before; often at the very end, where nothing follows that would contradict it. */
const insertOne: Tampering = (copy, random) => {
  const entry = random.pick(random.chance(0.3) ? entriesOf(copy).slice(-1) : entriesOf(copy))
  const { line: _, hash: _hash, sequence, logged: _logged, ...body } = entry
  const forged = { ...body, position: body.position + 1, previous: entry.hash, action: random.pick(['filing.approve', 'account.log-on']) }
  const hash = hashOf(forged)
  copy.lines.splice(copy.lines.indexOf(entry) + 1, 0, { line: 'entry', ...forged, hash, sequence: (sequence ?? 0) + 1, logged: hash })
  renumber(copy)
  recount(copy)
  return { done: `an entry inserted after ${placeOf(entry)}`, places: [placeOf(forged), `${(sequence ?? 0) + 1} (`] }
}

const cutTail: Tampering = (copy, random) => {
  const entries = entriesOf(copy)
  const cut = 1 + random.int(Math.min(20, entries.length - 1))
  for (const entry of entries.slice(-cut)) copy.lines.splice(copy.lines.indexOf(entry), 1)
  recount(copy)
  return { done: `the last ${cut} entries cut`, places: [`${entries.length - cut + 1} (`] }
}

/** Everything from one entry on with right hashes, in the chains and in the log: only what lies outside of the database contradicts it. */
const rewriteFrom: Tampering = (copy, random) => {
  const first = random.pick(entriesOf(copy))
  const ends = new Map<string, string>()
  let begun = false
  for (const entry of entriesOf(copy)) {
    begun ||= entry === first
    const { line, hash: _, sequence, logged: _logged, ...body } = entry
    const rewritten = begun ? { ...body, ...(entry === first ? { detail: { ...body.detail, rewritten: true } } : {}), previous: ends.get(body.chain) ?? body.previous } : body
    const hash = hashOf(rewritten)
    ends.set(body.chain, hash)
    put(copy, entry, { line, ...rewritten, hash, sequence, logged: sequence === null ? null : hash })
  }
  return { done: `everything from ${placeOf(first)} on written anew`, places: [`${first.sequence} (`] }
}

function renumber(copy: Copy): void {
  let sequence = 0
  for (const [at, line] of copy.lines.entries()) if (isEntry(line) && line.sequence !== null) copy.lines[at] = { ...line, sequence: ++sequence }
}

const pickOf = <Kind extends ExportLine['line']>(copy: Copy, random: Random, kind: Kind) =>
  random.pick(copy.lines.filter((line): line is Extract<ExportLine, { line: Kind }> => line.line === kind))

/** A change of one column of a row outside of the audit, or the row's deletion. */
const damage = <Kind extends 'filing' | 'revision' | 'correction' | 'pass' | 'decision' | 'event' | 'subject' | 'service' | 'counter'>(
  kind: Kind, changes: (row: Extract<ExportLine, { line: Kind }>, random: Random) => object,
): Tampering => (copy, random) => {
  const row = pickOf(copy, random, kind)
  if (random.chance(0.2)) {
    copy.lines.splice(copy.lines.indexOf(row), 1)
    recount(copy)
    return { done: `a ${kind} deleted` }
  }
  const change = changes(row, random)
  put(copy, row, { ...row, ...change })
  return { done: `${Object.keys(change).join()} of a ${kind} changed` }
}

const certificateChange = (row: CertificateLine, random: Random): object => random.pick<object>([
  { state: row.state === 'cancelled' ? 'current' : 'cancelled' }, { version: row.version + 1 }, { subjectName: `${row.subjectName}甲` }, { issuedAt: '2020-01-01T00:00:00.000Z' },
  { payload: { ...(row.payload as object), subjectName: '某公司' } }, { payload: { ...(row.payload as object), extra: true } }, { sha256: otherHash(row.sha256 ?? '0') },
  { signature: flipped(row.signature, random) }, { endedAt: row.endedAt === null ? '2026-11-24T00:00:00.000Z' : null },
])

const flipped = (base64: string, random: Random): string => {
  const bytes = Buffer.from(base64, 'base64')
  const at = random.int(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(8))
  return bytes.toString('base64')
}

const damageCertificate: Tampering = (copy, random) => {
  const row = pickOf(copy, random, 'certificate')
  const change = certificateChange(row, random)
  put(copy, row, { ...row, ...change })
  return { done: `${Object.keys(change).join()} of a certificate changed` }
}

/** The files outside are under attack too. */
const damageCheckpoint: Tampering = ({ checkpoints }, random) => {
  const at = random.int(checkpoints.length)
  const line = checkpoints[at] as CheckpointLine
  const change = random.pick<Partial<CheckpointLine>>([
    { root: otherHash(line.root) }, { size: line.size + 1 }, { at: '2026-01-01T00:00:00.000Z' }, { previous: otherHash(line.previous) }, { number: line.number + 1 },
    { signature: `${line.signature.startsWith('A') ? 'B' : 'A'}${line.signature.slice(1)}` },
  ])
  checkpoints.splice(at, 1, { ...line, ...change })
  return { done: `${Object.keys(change).join()} of checkpoint ${line.number} changed` }
}

export const tamperings: readonly Tampering[] = [
  changeField, changeField, changeField, swapTwo, deleteOne, insertOne, cutTail, rewriteFrom, damageCertificate, damageCheckpoint,
  damage('filing', (row, random) => random.pick<object>([{ status: row.status === 'refused' ? 'approved' : 'refused' }, { version: row.version + 1 }, { reference: 'BA20200101-000001' }, { round: (row.round ?? 0) + 1 }])),
  damage('revision', (row, random) => random.pick<object>([
    { digest: otherHash(row.digest) }, { cause: row.cause === 'finish' ? 'correct' : 'finish' }, { at: '2026-01-01T00:00:00.000Z' }, { number: row.number + 1 },
  ])),
  damage('correction', (_, random) => random.pick<object>([
    { requestState: 'open' }, { revision: 1 }, { requestState: 'missing' }, { providerName: '别的公司' }, { byAccountId: random.uuid() }, { at: '2026-01-01T00:00:00.000Z' },
  ])),
  damage('pass', (_, random) => random.pick<object>([{ state: 'waiting' }, { providerName: '别的公司' }, { at: '2026-01-01T00:00:00.000Z' }, { noted: true }])),
  damage('decision', (row, random) => random.pick<object>([
    { decision: row.decision === 'refuse' ? 'approve' : 'refuse' }, { byName: '别的管局' }, { byAccountId: random.uuid() }, { round: (row.round ?? 0) + 1 }, { at: '2026-01-01T00:00:00.000Z' },
  ])),
  damage('event', (row, random) => random.pick<object>([
    { action: row.action === 'withdraw' ? 'pass' : 'withdraw' }, { role: 'clock' }, { name: '别的公司' }, { status: 'refused' }, { at: '2026-01-01T00:00:00.000Z' }, { noted: !row.noted },
  ])),
  damage('subject', (row, random) => random.pick<object>([
    { name: `${row.name}甲` }, { state: row.state === 'cancelled' ? 'in-force' : 'cancelled' }, { number: row.number.replace(/\d号/, '7号') === row.number ? '京ICP备2026000008号' : row.number.replace(/\d号/, '7号') },
    { approvedOn: '2020-01-01' }, { province: '330000' },
  ])),
  damage('service', (row, random) => random.pick<object>([
    { domain: `x${row.domain}` }, { name: `${row.name}甲` }, { state: row.state === 'cancelled' ? 'in-force' : 'cancelled' }, { accesses: [] }, { number: `${row.number}0` },
  ])),
  damage('counter', (row) => ({ last: row.last + 1 })),
]
