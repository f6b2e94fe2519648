import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

// field.key encrypts personal data, index.key makes its exact search possible without reading it.
const names = ['field.key', 'index.key']

/**
 * Makes the keys of a first start (32 random bytes each, base64, readable by this user only). A key that is missing beside existing data is never replaced:
 * a new one could read none of it.
 */
export function ensureKeys(dataDir, hasData) {
  const folder = path.join(dataDir, 'keys')
  const missing = names.map((name) => path.join(folder, name)).filter((file) => !fs.existsSync(file))
  if (missing.length === 0) return
  if (hasData) throw new Error(`The database holds data but its key ${missing[0]} is missing. Put it back from your backup; a new key could not read that data.`)
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const file of missing) fs.writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 })
}
