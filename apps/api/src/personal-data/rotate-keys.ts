import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { keyFolder, keyIdOf, type KeyName, olderKeyFiles } from '../platform/keys.js'

const write = (file: string, bytes: Buffer) => fs.writeFileSync(file, bytes.toString('base64'), { mode: 0o600, flag: 'wx' })
const read = (file: string) => Buffer.from(fs.readFileSync(file, 'utf8').trim(), 'base64')

/** Puts a new key in the place of the present one, which stays beside it and goes on opening, or being found by. Answers the new key's id. */
export function renewKey(dataDir: string, name: KeyName): string {
  const folder = keyFolder(dataDir)
  const current = path.join(folder, `${name}.key`)
  const bytes = randomBytes(32)
  const old = read(current)
  const kept = path.join(folder, `${name}-${keyIdOf(old)}.key`)
  if (!fs.existsSync(kept)) write(kept, old)
  const coming = `${current}.new`
  fs.rmSync(coming, { force: true })
  write(coming, bytes)
  // The old one lies beside it already: at no moment is a key missing.
  fs.renameSync(coming, current)
  return keyIdOf(bytes)
}

/** Keys beside the present one: file name and id. */
export const olderKeys = (dataDir: string, name: KeyName): { readonly file: string; readonly id: string }[] =>
  olderKeyFiles(dataDir, name).map((file) => ({ file, id: keyIdOf(read(path.join(keyFolder(dataDir), file))) }))

/** Takes an old key out of use; it stays in `keys/retired/` for backups that were made with it. */
export function retireKey(dataDir: string, file: string): void {
  const retired = path.join(keyFolder(dataDir), 'retired')
  fs.mkdirSync(retired, { recursive: true, mode: 0o700 })
  fs.renameSync(path.join(keyFolder(dataDir), file), path.join(retired, file))
}
