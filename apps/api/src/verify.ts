import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { sayVerdict } from './audit/verify/say-verdict.js'
import { verifyDatabase } from './audit/verify/verify-database.js'
import { verifyFile } from './audit/verify/verify-file.js'
import { readRevoked } from './certificates/revoked-signers.api.js'
import { judgeStatement } from './certificates/statement.js'
import { Config } from './platform/config.js'
import { reasonOf } from './platform/start-fault.js'

/** A certificate for programs (`/api/verify/CODE/statement`), by the root and the list of revoked signers alone. */
function sayCertificate(file: string, rootFile: string | undefined, revokedFile: string | undefined): void {
  if (rootFile === undefined || revokedFile === undefined) {
    throw new Error('--certificate needs --root, the PEM of the certificate authority, and --revoked, the list from /api/certificates/revoked-signers.')
  }
  const root = fs.readFileSync(rootFile, 'utf8')
  const revoked = readRevoked(fs.readFileSync(revokedFile, 'utf8'), root)
  if (!revoked) throw new Error(`${revokedFile} is not a list of revoked signers that this root has signed.`)
  const judged = judgeStatement(fs.readFileSync(file, 'utf8'), { root, revoked })
  process.stdout.write(`${judged.word === 'not-genuine' ? 'NOT GENUINE' : `${opening[judged.word]} of ${judged.said.issuedAt}: ${judged.said.subjectNumber} ${judged.said.subjectName}`}\n`)
  process.exitCode = judged.word === 'genuine' ? 0 : 1
}

const opening = {
  genuine: 'GENUINE, valid as',
  'revoked-signer': 'CANNOT TELL, since its key was revoked and only the register knows whether it was issued before (/api/verify/CODE); claims to be',
} as const

/**
 * `verify`: the whole database, with its keys; or `--export file --checkpoints folder --public-key file [--root file] [--revoked file]`: an export, anywhere,
 * without them; or `--certificate file --root file --revoked file`: one certificate.
 * Exit code 0: all is as it was signed; 1: something is wrong, and what; 2: it could not be looked at.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      export: { type: 'string' }, checkpoints: { type: 'string' }, 'public-key': { type: 'string' }, root: { type: 'string' }, revoked: { type: 'string' },
      certificate: { type: 'string' },
    },
  })
  const { export: file, checkpoints, 'public-key': publicKey, root, revoked } = values
  if (values.certificate !== undefined) return sayCertificate(values.certificate, root, revoked)
  if (file !== undefined && (checkpoints === undefined || publicKey === undefined)) {
    throw new Error('--export needs --checkpoints, the folder of checkpoint files, and --public-key, a PEM file.')
  }
  const verdict = file === undefined
    ? await verifyDatabase(Config.from(process.env))
    : await verifyFile({ export: file, checkpoints: checkpoints as string, publicKey: publicKey as string, root, revoked })
  process.stdout.write(`${sayVerdict(verdict)}\n`)
  process.exitCode = verdict.whole ? 0 : 1
}

run().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`)
  process.exitCode = 2
})
