import fs from 'node:fs'
import path from 'node:path'
import { Logger } from '@nestjs/common'
import { Sealing } from '../platform/sealing.js'
import type { TestApp } from '../testing/app.js'
import { ownerOf } from '../testing/database.js'
import { testFolder } from '../testing/test-folder.js'
import { tapLogs } from './canaries/log-tap.js'
import { Scanner } from './canaries/scanner.js'
import { spreadCanaries } from './canaries/spread.js'
import type { Drill } from './drill.js'

/** What people send, in all that is written down about what they did. */
export const drill: Drill = {
  id: 'F28',
  promise: 'P13: numbers, phones, addresses, passwords, codes, tokens and cookies, sent through every route, stand in no log of API or database, no job, no audit entry and no refusal, in 8 encodings',
  fault: 'a forgotten line logs what is about to be sealed',
  run: async ({ startApi, random, full, planted }) => {
    const api = await startApi({ logLevel: 'info' })
    const tap = tapLogs()
    try {
      if (planted) logWhatIsSealed(api)
      const { canaries, codes, requests, echoes } = await spreadCanaries(api, random, full ? 40 : 1)
      const scanner = new Scanner(canaries)
      const logs = tap.text()
      if (!logs.includes('"req"')) throw new Error('the tap has heard no request')
      const places: (readonly [string, string])[] = [['the log of the API', logs], ['the log of PostgreSQL', postgresLog()], ...(await written(api))]
      const violations = [...echoes, ...places.flatMap(([place, text]) => scanner.find(Buffer.from(text)).map((what) => `${place} holds ${what}`))]
      for (const code of codes) if (new RegExp(String.raw`(?<![\w.:-])${code}(?![\w.-])`).test(logs)) violations.push('the log of the API holds a code')
      violations.push(...(await settingsOf(api)))
      return { figure: `${requests} requests, ${canaries.length} canaries and ${codes.length} codes in 8 encodings (${scanner.size} texts) sought in ${places.length} places: ${violations.length} hits`, violations }
    } finally {
      tap.close()
    }
  },
}

function logWhatIsSealed(api: TestApp): void {
  const sealing = api.app.get(Sealing)
  const seal = sealing.seal.bind(sealing)
  const log = new Logger('Sealing')
  sealing.seal = (place, text) => {
    log.log(`sealing ${text}`)
    return seal(place, text)
  }
}

const postgresLog = (): string => fs.readFileSync(path.join(testFolder(), 'postgres.log'), 'utf8')

/** What the database keeps about what happened, beside the data itself. */
const written = (api: TestApp): Promise<(readonly [string, string])[]> => ownerOf(api, async (client) => {
  const places: (readonly [string, string])[] = []
  for (const table of ['pgboss.job', 'audit_entries', 'audit_log', 'filing_events', 'sliding_counts', 'limiter_points', 'idempotency_records']) {
    const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${table} t`)
    places.push([table, rows.map(({ row }) => row).join('\n')])
  }
  return places
})

/** What keeps values out of PostgreSQL's own log; a given PostgreSQL has to be set so too (docs/how-to/deploy.md). */
const quiet = { log_parameter_max_length_on_error: '0', log_min_error_statement: 'panic', log_error_verbosity: 'terse', log_statement: 'none', log_min_duration_statement: '-1' } as const

const settingsOf = (api: TestApp): Promise<string[]> => ownerOf(api, async (client) => {
  const wrong: string[] = []
  for (const [name, wanted] of Object.entries(quiet)) {
    const { rows } = await client.query<Record<string, string>>(`SHOW ${name}`)
    if (rows[0]?.[name] !== wanted) wrong.push(`PostgreSQL runs with ${name} = ${rows[0]?.[name]}`)
  }
  return wrong
})
