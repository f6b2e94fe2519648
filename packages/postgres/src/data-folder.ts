import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { accountForPostgres, isRoot } from './account.js'

/**
 * The folder that holds one PostgreSQL: `cluster/` (its data), `password` (0600) and `launcher` (who started it last).
 *
 * `path` is what we use; `inChild` is what PostgreSQL is told. As root they differ on Linux: `nobody` may not walk the path to the folder (a clone in
 * /root, a temporary folder with mode 0700), so it gets the folder as an open descriptor, number 3, and needs no permission on anything above it.
 */
export type DataFolder = { path: string; inChild: string; descriptor: number | undefined }

export function openDataFolder(dataDir: string): DataFolder {
  const folder = path.resolve(dataDir)
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid, gid } = accountForPostgres()
  if (uid !== undefined && gid !== undefined) fs.chownSync(folder, uid, gid)
  if (!isRoot() || process.platform !== 'linux') return { path: folder, inChild: folder, descriptor: undefined }
  return { path: folder, inChild: '/proc/self/fd/3', descriptor: fs.openSync(folder, fs.constants.O_RDONLY | fs.constants.O_DIRECTORY) }
}

export function closeDataFolder(folder: DataFolder) {
  if (folder.descriptor !== undefined) fs.closeSync(folder.descriptor)
}

export const isInitialised = (folder: DataFolder) => fs.existsSync(path.join(folder.path, 'cluster/PG_VERSION'))

const passwordFile = (folder: DataFolder) => path.join(folder.path, 'password')

/** The superuser's password, made for this cluster alone. It is written before the cluster is, so an interrupted first start leaves no cluster without one. */
export function createPassword(folder: DataFolder): string {
  const password = randomBytes(24).toString('base64url')
  fs.writeFileSync(passwordFile(folder), password, { mode: 0o600 })
  const { uid, gid } = accountForPostgres()
  if (uid !== undefined && gid !== undefined) fs.chownSync(passwordFile(folder), uid, gid)
  return password
}

export function readPassword(folder: DataFolder): string {
  try {
    return fs.readFileSync(passwordFile(folder), 'utf8').trim()
  } catch (cause) {
    throw new Error(`The database in ${folder.path} exists but its password file is missing. Put ${passwordFile(folder)} back.`, { cause })
  }
}
