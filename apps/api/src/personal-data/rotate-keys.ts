import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { keyFolder, keyIdOf } from '../platform/keys.js'

const write = (file: string, bytes: Buffer) => fs.writeFileSync(file, bytes.toString('base64'), { mode: 0o600, flag: 'wx' })

/** Puts a new field key in the place of the present one, which stays beside it and goes on opening. Answers the new key's id. */
export function renewFieldKey(dataDir: string): string {
  const folder = keyFolder(dataDir)
  const current = path.join(folder, 'field.key')
  const bytes = randomBytes(32)
  const old = Buffer.from(fs.readFileSync(current, 'utf8').trim(), 'base64')
  const kept = path.join(folder, `field-${keyIdOf(old)}.key`)
  if (!fs.existsSync(kept)) write(kept, old)
  const coming = `${current}.new`
  fs.rmSync(coming, { force: true })
  write(coming, bytes)
  // The old one lies beside it already: at no moment is a key missing.
  fs.renameSync(coming, current)
  return keyIdOf(bytes)
}

/** Field keys beside the one that seals: file name and id. */
export function oldFieldKeys(dataDir: string): { readonly file: string; readonly id: string }[] {
  const folder = keyFolder(dataDir)
  return fs.readdirSync(folder).filter((name) => /^field-.+\.key$/.test(name)).sort()
    .map((file) => ({ file, id: keyIdOf(Buffer.from(fs.readFileSync(path.join(folder, file), 'utf8').trim(), 'base64')) }))
}

/** Takes an old key out of use; it stays in `keys/retired/` for backups that were made with it. */
export function retireFieldKey(dataDir: string, file: string): void {
  const retired = path.join(keyFolder(dataDir), 'retired')
  fs.mkdirSync(retired, { recursive: true, mode: 0o700 })
  fs.renameSync(path.join(keyFolder(dataDir), file), path.join(retired, file))
}
