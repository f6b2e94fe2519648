import { findOperation, type OperationId, operationIds } from '@icp/contract'
import type { AccountRole } from '@icp/domain'
import pg from 'pg'
import { Queries } from '../platform/queries.js'
import type { TestApp } from '../testing/app.js'
import type { Drill } from './drill.js'
import { canaryLock, sqlPayloads } from './fuzz/payloads.js'
import { type Place, placesOf } from './fuzz/places.js'
import { FuzzStand } from './fuzz/stand.js'

/** No answer of these takes seconds unless a statement was made to sleep. */
const slowMs = 5500

/** Every parameter and field of every operation, each with every way in. What runs takes a lock, which anybody can see from outside. */
export const drill: Drill = {
  id: 'F23',
  promise: 'P15: nothing that is written into a parameter or field runs as SQL',
  fault: 'values are written into the text of reading statements',
  run: async ({ startApi, random, full, planted }) => {
    const api = await startApi()
    const stand = await FuzzStand.build(api, random)
    if (planted) writeValuesIntoText(api)
    const watch = new pg.Client({ connectionString: api.databaseUrl })
    await watch.connect()
    const violations: string[] = []
    const places = operationIds.flatMap((id) => placesOf(id, (name) => stand.find(name)))
    const tries = (some: readonly Place[]) => random.shuffled(some.flatMap((place) => sqlPayloads.map((payload) => ({ place, payload }))))
    const within = (part: Place['in']) => tries(places.filter((place) => place.in === part))
    const chosen = full ? tries(places) : [...within('query').slice(0, 80), ...within('params').slice(0, 40), ...within('body').slice(0, 80)]
    try {
      for (const { place, payload } of chosen) {
        const wrong = await tryPlace(api, stand, watch, place, payload)
        if (wrong) violations.push(`${place.id} ${place.in} ${place.name}: ${wrong} with ${payload}`)
        // The lock stays with the connection that ran it, so one is enough.
        if (wrong === 'it ran') break
      }
    } finally {
      await watch.end()
    }
    return { figure: `${chosen.length} requests into ${places.length} places of ${operationIds.length} operations`, violations }
  },
}

function writeValuesIntoText(api: TestApp): void {
  const queries = api.app.get(Queries)
  const literal = (value: unknown): string => (value === null || value === undefined ? 'NULL' : typeof value === 'string' ? `'${value}'` : String(value))
  let statements = 0
  for (const door of ['named', 'publicly'] as const) {
    const real = queries[door].bind(queries) as (name: string, text: string, values?: readonly unknown[]) => Promise<never[]>
    queries[door] = ((name: string, text: string, values: readonly unknown[] = []) => {
      if (values.some((value) => typeof value === 'object' && value !== null)) return real(name, text, values)
      return real(`${name}-${++statements}`, text.replace(/\$(\d+)/g, (_, n: string) => literal(values[Number(n) - 1])))
    }) as never
  }
}

async function tryPlace(api: TestApp, stand: FuzzStand, watch: pg.Client, place: Place, payload: string): Promise<string | undefined> {
  const role = findOperation(place.id as OperationId).roles.find((one): one is AccountRole => one !== 'public')
  const as = role && stand.callers.get(role)
  const ask = async () => {
    const startedAt = performance.now()
    const { status } = await api.inject(place.id, place.with(payload) as never, { ...(as ? { as } : {}), headers: { 'x-forwarded-for': `10.1.${Math.floor(startedAt) % 256}.${payload.length}` } })
    return { status, took: performance.now() - startedAt }
  }
  let { status, took } = await ask()
  // A busy machine is slow once; a statement that was made to sleep is slow each time.
  for (let again = 0; again < 3 && took > slowMs && payload.includes('pg_sleep'); again++) ({ status, took } = await ask())
  if (status === 401 && role) await stand.renew(role)
  const { rows } = await watch.query('SELECT count(*)::int AS held FROM pg_locks WHERE locktype = $1 AND objid = $2', ['advisory', canaryLock])
  if (rows[0].held > 0) return 'it ran'
  if (status >= 500) return `answered ${status}`
  return took > slowMs && payload.includes('pg_sleep') ? `answered after ${Math.round(took)} ms` : undefined
}
