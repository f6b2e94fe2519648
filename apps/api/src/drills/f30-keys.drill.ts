import type { Client } from 'pg'
import { countByKey, resealAll } from '../personal-data/reseal.js'
import { olderKeys, renewKey, retireKey } from '../personal-data/rotate-keys.js'
import { KeyFolder } from '../platform/keys.js'
import { type Place, Sealing } from '../platform/sealing.js'
import type { TestApp } from '../testing/app.js'
import { ownerOf } from '../testing/database.js'
import { FilingJourneys, type Journey } from '../testing/filing-journey.js'
import type { Drill, Given, Outcome } from './drill.js'
import { rotateIndexUnderLoad } from './index-key-rotation.js'
import { everySealed, type SealedValue } from './sealed-values.js'

/** Ciphertexts that were moved or changed, and keys that are rotated while the system is read. */
export const drill: Drill = {
  id: 'F30',
  promise: 'P14: ciphertext moved to another row, column or key, or changed in one bit, is refused: 1,000 of 1,000; keys, those of fingerprints too, rotate under load with 0 failed reads',
  fault: 'values are not bound to their place, and an instance does not see that the index key was changed',
  run: async (given) => {
    const index = await rotateIndexUnderLoad(given)
    const api = await given.startApi()
    if (given.planted) bindNothing(api)
    const journeys = new FilingJourneys(api)
    const provider = await journeys.provider()
    const filed: Journey[] = []
    for (let n = 0; n < (given.full ? 20 : 2); n++) filed.push(await journeys.finished([provider]))
    return ownerOf(api, async (client) => {
      const moved = [...(await tryMoves(api, client, given)), ...(await askMoved(api, client, filed))]
      // Values that open anywhere cannot be sealed anew by a sound process.
      if (given.planted) return bothFound(moved, index.violations)
      if (moved.length > 0) return { figure: `${tries} moved or changed values, ${moved.length} opened`, violations: moved }
      const rotated = await rotateUnderLoad(api, client, filed, given.full ? 6 : 2)
      const movedAfter = await tryMoves(api, client, given)
      return {
        figure: `${2 * tries} moved or changed values of both suites, ${movedAfter.length} opened; ${rotated.rows} rows sealed anew under ${rotated.reads} reads, ${rotated.violations.length} failed; ${index.figure}`,
        violations: [...index.violations, ...rotated.violations, ...movedAfter],
      }
    })
  },
}

/** Two faults are planted, and one that was found does not cover for the other. */
const bothFound = (moved: readonly string[], index: readonly string[]): Outcome =>
  ({ figure: `${moved.length} moved or changed values opened, ${index.length} acts failed under a rotation`, violations: moved.length > 0 && index.length > 0 ? [...moved, ...index] : [] })

function bindNothing(api: TestApp): void {
  const sealing = api.app.get(Sealing)
  const nowhere: Place = { table: '', column: '', row: '' }
  const [seal, open] = [sealing.seal.bind(sealing), sealing.open.bind(sealing)]
  sealing.seal = (_, text) => seal(nowhere, text)
  sealing.open = (_, sealed) => open(nowhere, sealed)
}

const flipped = (sealed: string, random: Given['random']): string => {
  const [form, id, encoded = ''] = sealed.split('.')
  const bytes = Buffer.from(encoded, 'base64url')
  const at = random.int(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(8))
  return `${form}.${id}.${bytes.toString('base64url')}`
}

const tries = 500

/** Of the values as they are sealed now. */
async function tryMoves(api: TestApp, client: Client, { random }: Given): Promise<string[]> {
  const sealing = api.app.get(Sealing)
  const all = await everySealed(client)
  const violations: string[] = []
  for (let n = 0; n < tries; n++) {
    const from = all[random.int(all.length)] as SealedValue
    const to = all[random.int(all.length)] as SealedValue
    const [place, sealed] = n % 4 === 3 || from === to ? [from.place, flipped(from.sealed, random)] as const : [to.place, from.sealed] as const
    try {
      sealing.open(place, sealed)
      violations.push(`move ${n}: a value of ${from.place.table}.${from.place.column} opened at ${place.table}.${place.column} of ${place.row}`)
    } catch {
      continue
    }
  }
  return violations
}

/** What whoever asks for a filing gets whose content is that of another one now: no content, and no fault without words. */
async function askMoved(api: TestApp, client: Client, filed: readonly Journey[]): Promise<string[]> {
  const [one, other] = filed as [Journey, Journey]
  const exchange = () => client.query(
    `UPDATE filing_revisions r SET content = o.content FROM filing_revisions o
     WHERE r.number = o.number AND r.filing_id = ANY($1) AND o.filing_id = ANY($1) AND r.filing_id <> o.filing_id`, [[one.id, other.id]])
  await client.query('SET session_replication_role = replica')
  try {
    await exchange()
    const violations: string[] = []
    for (const as of [one.owner, one.reviewer]) {
      const answer = await api.inject('getFiling', { params: { id: one.id } }, { as })
      const { status } = answer
      if (status !== 503 || answer.problem.code !== 'value-damaged') violations.push(`a filing with the content of another was answered ${status} to the ${as.role}`)
    }
    return violations
  } finally {
    await exchange()
    await client.query('SET session_replication_role = DEFAULT')
  }
}

/** Every second time the values change over to the other suite as well. */
async function rotateUnderLoad(api: TestApp, client: Client, filed: readonly Journey[], times: number) {
  const violations: string[] = []
  let [reads, rows] = [0, 0]
  const over = new AbortController()
  const read = async (journey: Journey) => {
    while (!over.signal.aborted) {
      for (const as of [journey.owner, journey.reviewer]) {
        const { status } = await api.inject('getFiling', { params: { id: journey.id } }, { as })
        reads++
        if (status !== 200) violations.push(`read ${reads}: a filing answered ${status} during the rotation`)
      }
    }
  }
  const readers = filed.slice(0, 4).map(read)
  try {
    for (let time = 0; time < times; time++) {
      renewKey(api.dataDir, 'field')
      // As the command does: a process of its own, which knows the new key from its first moment.
      rows += await resealAll(client, new Sealing(new KeyFolder(api.dataDir), time % 2 === 0 ? 'aes' : 'sm'))
      const left = [...(await countByKey(client)).keys()].filter((key) => olderKeys(api.dataDir, 'field').some(({ id }) => key.endsWith(id)))
      if (left.length > 0) violations.push(`values of the keys ${left.join(', ')} were left after the rotation`)
      else for (const { file } of olderKeys(api.dataDir, 'field')) retireKey(api.dataDir, file)
    }
  } finally {
    over.abort()
    await Promise.all(readers)
  }
  if (rows === 0) violations.push('the rotation sealed nothing anew')
  return { violations, reads, rows }
}
