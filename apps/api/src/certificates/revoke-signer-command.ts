import 'reflect-metadata'
import { revocationReasons } from '@icp/contract'
import { parseArgs } from 'node:util'
import { createApp } from '../app.js'
import { actAs, house } from '../platform/acting.js'
import { Config } from '../platform/config.js'
import { requireKeys } from '../platform/keys.js'
import { ensureMigrated } from '../platform/migrate.js'
import { reasonOf } from '../platform/start-fault.js'
import { SignerRevocation } from './signer-revocation.service.js'

// `npm run revoke-signer -- 0001 --reason key-compromise`: docs/how-to/rotate-keys.md.

async function run(): Promise<void> {
  const { positionals: [called, more], values } = parseArgs({ allowPositionals: true, options: { reason: { type: 'string' } } })
  const reason = revocationReasons.find((one) => one === values.reason)
  if (called === undefined || more !== undefined || !reason) throw new Error(`Say which signer, such as 0001, and --reason ${revocationReasons.join(' | ')}.`)
  const config = Config.from(process.env)
  requireKeys(config.dataDir)
  await ensureMigrated(config.databaseUrl)
  const app = await createApp(config)
  try {
    const { revocation, signer } = await actAs(house('certificates'), () => app.get(SignerRevocation, { strict: false }).revoke(called, reason))
    process.stdout.write(`signer ${revocation.name} (key ${revocation.key}) is revoked since ${revocation.since}: ${revocation.reason}\n`)
    process.stdout.write(`the signer in use has the key ${signer}\n`)
  } finally {
    await app.close()
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`)
  // What the start had opened before it failed would hold the process.
  process.exit(1)
})
