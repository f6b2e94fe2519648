// Makes the secrets of a new installation in docker/secrets/. Keep a copy elsewhere: what field.key sealed cannot be read without it.
// An existing secret is never replaced. The folder is closed to others; the files are readable, since each container reads them as a user of its own.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const folder = path.join(import.meta.dirname, 'secrets')
const secrets = {
  'database-password': () => randomBytes(24).toString('base64url'),
  'api-database-password': () => randomBytes(24).toString('base64url'),
  'field.key': () => randomBytes(32).toString('base64'),
  'index.key': () => randomBytes(32).toString('base64'),
}

fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
for (const [name, make] of Object.entries(secrets)) {
  const file = path.join(folder, name)
  if (fs.existsSync(file)) continue
  fs.writeFileSync(file, make(), { mode: 0o444 })
  process.stdout.write(`made ${path.relative(process.cwd(), file)}\n`)
}
