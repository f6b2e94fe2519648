import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A certificate and its private key lie together in one folder that appears in one step, so no process ever sees half a pair. */
export interface Pair {
  readonly certificatePem: string
  readonly keyPem: string
}

const certificateFile = 'certificate.pem'
const keyFile = 'key.pem'

/** The signing authority's folder is incomplete, damaged or open to others. The message says which file and what to do. */
export class AuthorityUnusable extends Error {
  override readonly name = 'AuthorityUnusable'
}

const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '')

async function writeSynced(path: string, text: string, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/**
 * Puts the pair into `parent/name`, key 0600 in a folder 0700, on disk before it is seen. Answers false, and writes nothing, when another
 * process was first: renaming onto a folder that holds files fails.
 */
export async function placePair(parent: string, name: string, pair: Pair): Promise<boolean> {
  const making = join(parent, `.making-${randomUUID()}`)
  try {
    await mkdir(making, { recursive: true, mode: 0o700 })
    await writeSynced(join(making, certificateFile), pair.certificatePem, 0o644)
    await writeSynced(join(making, keyFile), pair.keyPem, 0o600)
    await syncFolder(making)
    await rename(making, join(parent, name))
    await syncFolder(parent)
    return true
  } catch (error) {
    await rm(making, { recursive: true, force: true }).catch(() => undefined)
    if (codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST') return false
    throw new AuthorityUnusable(`the signing authority cannot be written into ${parent} (${codeOf(error)})`, { cause: error })
  }
}

/** The names of the pairs in a folder, sorted; none when the folder does not exist. */
export async function pairNames(parent: string): Promise<string[]> {
  try {
    return (await readdir(parent)).filter((name) => !name.startsWith('.')).sort()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw new AuthorityUnusable(`the signing authority's folder ${parent} cannot be read (${codeOf(error)})`, { cause: error })
  }
}

const revokedFile = 'revoked.json'

/** The list of revoked signers as it lies beside the root; undefined when there is none. */
export async function readRevokedFile(parent: string): Promise<string | undefined> {
  try {
    return await readFile(join(parent, revokedFile), 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw new AuthorityUnusable(`the list of revoked signers ${join(parent, revokedFile)} cannot be read (${codeOf(error)})`, { cause: error })
  }
}

/** Puts the list in the place of the one before by one rename, so that nobody ever reads half of it. */
export async function placeRevokedFile(parent: string, text: string): Promise<void> {
  const making = join(parent, `.making-${randomUUID()}`)
  try {
    await writeSynced(making, text, 0o644)
    await rename(making, join(parent, revokedFile))
    await syncFolder(parent)
  } catch (error) {
    await rm(making, { force: true }).catch(() => undefined)
    throw new AuthorityUnusable(`the list of revoked signers cannot be written into ${parent} (${codeOf(error)})`, { cause: error })
  }
}

async function readPart(folder: string, file: string): Promise<string> {
  const path = join(folder, file)
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const why = codeOf(error) === 'ENOENT' ? 'is missing' : `cannot be read (${codeOf(error)})`
    throw new AuthorityUnusable(`the signing authority is incomplete: ${path} ${why}; restore it from the backup`, { cause: error })
  }
}

/** Reads both halves. Refuses a key that other accounts of the machine may read. */
export async function readPair(parent: string, name: string): Promise<Pair> {
  const folder = join(parent, name)
  const [certificatePem, keyPem] = await Promise.all([readPart(folder, certificateFile), readPart(folder, keyFile)])
  const { mode } = await stat(join(folder, keyFile))
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new AuthorityUnusable(`the private key ${join(folder, keyFile)} is open to other accounts; run chmod 600 on it`)
  }
  return { certificatePem, keyPem }
}
