import pg from 'pg'
import { columnTypes } from '../platform/database.js'
import type { Drill } from './drill.js'
import { mutants } from './sweep/mutants.js'
import { lookAround, sweep } from './sweep/sweep.js'
import { fillWorld, setStage } from './sweep/world.js'

/** Every operation as everybody on what is theirs, what is another's and what does not exist; then with one check after the other taken out of the API. */
export const drill: Drill = {
  id: 'F20',
  promise: 'P11: whatever the operation, role, state or way of naming it, what is another’s is neither shown nor changed nor told apart from what does not exist',
  fault: 'getFiling does not ask whose filing it is, and the database does not either',
  run: async ({ startApi, full, planted }) => {
    const api = await startApi()
    const database = new pg.Client({ connectionString: api.databaseUrl, types: columnTypes })
    await database.connect()
    try {
      const stage = await setStage(api)
      const { b, newcomer, administrators } = stage
      const strangers = [undefined, newcomer, b.owner, b.provider.staff, b.colleague, b.reviewer, ...administrators]
      const before = await lookAround({ api }, strangers.map((account) => ({ name: account?.role ?? 'visitor', ...(account ? { account } : {}) })))
      const world = await fillWorld(stage)
      if (planted) {
        await switchPolicies(database, false)
        mutants.find(({ only }) => only.includes('getFiling'))!.plant(world)
      }
      const found = await sweep(world, before, database, { full })
      const violations = [...found.all]
      let caught = 0
      if (!planted) {
        // The second wall would hide what the first one lets through.
        await switchPolicies(database, false)
        // That each own object is reached was proven above; what serves once, such as a session that was ended, is gone since.
        const alone = full ? await sweep(world, before, database, { full }) : undefined
        violations.push(...[...(alone?.violations ?? []), ...(alone?.oracles ?? [])].map((what) => `without the policies of the database, ${what}`))
        for (const mutant of mutants) {
          const putBack = mutant.plant(world)
          const { violations: seen, oracles } = await sweep(world, before, database, { only: mutant.only, full: false })
          putBack()
          if (seen.length + oracles.length > 0) caught++
          else violations.push(`not found: ${mutant.name}`)
        }
        await switchPolicies(database, true)
      }
      const { requests } = found
      return {
        figure: `${requests} requests: violations=${found.violations.length} unproven=${found.unproven.length} oracle=${found.oracles.length}${planted ? '' : `, mutants ${caught}/${mutants.length} found`}`,
        violations,
      }
    } finally {
      await database.end()
    }
  },
}

async function switchPolicies(database: pg.Client, on: boolean): Promise<void> {
  const { rows } = await database.query<{ name: string }>(`SELECT DISTINCT tablename AS name FROM pg_policies WHERE schemaname = 'public'`)
  await database.query(rows.map(({ name }) => `ALTER TABLE ${name} ${on ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY`).join(';'))
}
