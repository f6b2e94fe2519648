import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { sayVerdict } from './audit/verify/say-verdict.js'
import { verifyDatabase } from './audit/verify/verify-database.js'
import { verifyFile } from './audit/verify/verify-file.js'
import { readStatement } from './certificates/statement.js'
import { Config } from './platform/config.js'
import { reasonOf } from './platform/start-fault.js'

/** A certificate for programs (`/api/verify/CODE/statement`), by the root alone. */
function sayCertificate(file: string, root: string | undefined): void {
  if (root === undefined) throw new Error('--certificate needs --root, the PEM of the certificate authority.')
  const said = readStatement(fs.readFileSync(file, 'utf8'), { root: fs.readFileSync(root, 'utf8') })
  process.stdout.write(said ? `GENUINE, valid as of ${said.issuedAt}: ${said.subjectNumber} ${said.subjectName}\n` : 'NOT GENUINE\n')
  process.exitCode = said ? 0 : 1
}

/**
 * `verify`: the whole database, with its keys; or `--export file --checkpoints folder --public-key file [--root file]`: an export, anywhere, without them; or
 * `--certificate file --root file`: one certificate.
 * Exit code 0: all is as it was signed; 1: something is wrong, and what; 2: it could not be looked at.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { export: { type: 'string' }, checkpoints: { type: 'string' }, 'public-key': { type: 'string' }, root: { type: 'string' }, certificate: { type: 'string' } },
  })
  const { export: file, checkpoints, 'public-key': publicKey, root } = values
  if (values.certificate !== undefined) return sayCertificate(values.certificate, root)
  if (file !== undefined && (checkpoints === undefined || publicKey === undefined)) {
    throw new Error('--export needs --checkpoints, the folder of checkpoint files, and --public-key, a PEM file.')
  }
  const verdict = file === undefined
    ? await verifyDatabase(Config.from(process.env))
    : await verifyFile({ export: file, checkpoints: checkpoints as string, publicKey: publicKey as string, root })
  process.stdout.write(`${sayVerdict(verdict)}\n`)
  process.exitCode = verdict.whole ? 0 : 1
}

run().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`)
  process.exitCode = 2
})
