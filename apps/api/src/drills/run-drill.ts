import { startTestApp, type TestApp, type TestAppOptions } from '../testing/app.js'
import { checkDatabase } from './checker.js'
import type { Drill } from './drill.js'
import { Journal } from './journal.js'
import { Random } from './random.js'

export interface Order {
  readonly seed: number
  readonly full: boolean
  /** Runs the twin: with this fault of the drill planted, 1 for the first; 0 = none. */
  readonly planted: number
  readonly role?: string | undefined
  /** How long a run may take that can end early; undefined = as long as it needs. */
  readonly minutes?: number | undefined
}

/** What is planted, one after the other, when the twins of a drill run. */
export const faultsOf = ({ fault, moreFaults = [] }: Drill): readonly string[] => [fault, ...moreFaults]

export interface Result {
  readonly id: string
  readonly passed: boolean
  readonly figure: string
  readonly violations: readonly string[]
  readonly seconds: number
}

/** Runs one drill to its end, then the checker on every database it used. What a drill throws is a fault of the drill and is thrown on. */
export async function runDrill(drill: Drill, { seed, full, planted, role, minutes = Infinity }: Order): Promise<Result> {
  const startedAt = performance.now()
  const journal = new Journal()
  const apis: { api: TestApp; alone: boolean }[] = []
  const ends: (() => Promise<void>)[] = []
  const startApi = async (options: TestAppOptions = {}) => {
    const api = await startTestApp(options)
    apis.push({ api, alone: !options.beside })
    return api
  }
  try {
    const { figure, violations } = await drill.run({ seed, random: new Random(seed), full, planted, role, isOver: () => performance.now() - startedAt > minutes * 60_000, startApi, atEnd: (end) => void ends.push(end), journal })
    const wrong = [...violations]
    for (const { api, alone } of apis) if (alone) wrong.push(...(await checkDatabase(api, journal)))
    return { id: drill.id, passed: wrong.length === 0, figure, violations: wrong, seconds: (performance.now() - startedAt) / 1000 }
  } finally {
    for (const { api } of apis.toReversed()) await api.close()
    for (const end of ends) await end()
  }
}
