import 'reflect-metadata'
import { parseArgs } from 'node:util'
import { startTestCluster } from '../testing/cluster.js'
import type { Drill } from './drill.js'
import { findDrills } from './find-drills.js'
import { lineFor } from './line.js'
import { faultsOf, runDrill } from './run-drill.js'

// `npm run drill -- F09 [--full] [--twin] [--seed N] [--role reviewer] [--minutes 40]`, `npm run drills [-- --full]`: docs/how-to/drills.md.

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function chosen(ids: readonly string[], all: boolean): Promise<Drill[]> {
  const drills = await findDrills()
  const unknown = ids.find((id) => !drills.some((drill) => drill.id === id.toUpperCase()))
  if (unknown !== undefined || (ids.length === 0 && !all)) {
    throw new Error(`Name one of these:\n${drills.map(({ id, promise }) => `  ${id}  ${promise}`).join('\n')}`)
  }
  return all ? drills : drills.filter(({ id }) => ids.some((wanted) => wanted.toUpperCase() === id))
}

/** True when every drill passed, or, as a twin, was turned red by its fault. */
async function runAll(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { full: { type: 'boolean', default: false }, twin: { type: 'boolean', default: false }, all: { type: 'boolean', default: false }, seed: { type: 'string' }, role: { type: 'string' }, minutes: { type: 'string' } },
  })
  const drills = await chosen(positionals, values.all)
  const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed)
  if (!Number.isInteger(seed)) throw new Error('--seed must be a whole number')
  const minutes = values.minutes === undefined ? undefined : Number(values.minutes)
  if (minutes !== undefined && !(minutes > 0)) throw new Error('--minutes must be a number above 0')
  const cluster = await startTestCluster()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void cluster.stop().then(() => process.exit(130)))
  try {
    let good = true
    for (const drill of drills) {
      for (const planted of values.twin ? faultsOf(drill).map((_, index) => index + 1) : [0]) {
        const order = { seed, full: values.full, planted, role: values.role, minutes }
        const result = await runDrill(drill, order)
        good &&= result.passed !== values.twin
        say(lineFor(drill, result, order))
      }
    }
    return good
  } finally {
    await cluster.stop()
  }
}

runAll().then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exit(2)
  },
)
