import fs from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { exportText } from './audit/verify/export-lines.js'
import { Config } from './platform/config.js'
import { appRole, mayActAs } from './platform/database.js'
import { reasonOf } from './platform/start-fault.js'

/** `audit-export --out file`: all that `verify` needs, without personal data, as JSON lines. */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string' } } })
  if (values.out === undefined) throw new Error('--out names the file to write.')
  const { databaseUrl } = Config.from(process.env)
  const role = (await mayActAs(databaseUrl, appRole)) ? appRole : undefined
  await pipeline(exportText(databaseUrl, { contents: false, role }), fs.createWriteStream(values.out, { flags: 'wx', mode: 0o640 }))
  process.stdout.write(`${values.out} is written\n`)
}

run().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`)
  process.exitCode = 2
})
