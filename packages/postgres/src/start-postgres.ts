import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { findBinaries } from './binaries.js'
import { ensureCluster, superuser } from './cluster.js'
import { closeDataFolder, openDataFolder, type DataFolder } from './data-folder.js'
import { findLivePostmaster, isOrphaned, rememberLauncher } from './earlier-start.js'
import { findFreePort } from './free-port.js'
import { guardPostmaster } from './guard.js'
import { startPostmaster, stopPostmaster } from './postmaster.js'

export type StartOptions = {
  /** Folder of this PostgreSQL alone; made (0700) when missing, kept between starts. */
  dataDir: string
  /** TCP port on 127.0.0.1; a free one when left out. */
  port?: number
  /** False only for tests: faster, and a power cut may lose or damage data. */
  durable?: boolean
  /** Gets every line that PostgreSQL logs. */
  log?: (line: string) => void
}

export type RunningPostgres = {
  /** Superuser's connection string to the database `postgres`. */
  url: string
  port: number
  /** Settles when the server has ended, on request or by itself. */
  ended: Promise<void>
  /** Ends it cleanly; may be called twice. */
  stop: () => Promise<void>
}

// After `kill -9` of a postmaster its children need a moment to notice, and until then a new one is refused.
const patience = { tries: 40, pauseMs: 500 }

/**
 * Starts the PostgreSQL that comes from npm, as root too (then under uid 65534). The first start creates the data.
 * Throws one sentence when it cannot: the folder is in use by another start, the port is taken, the platform has no package.
 */
export async function startPostgres({ dataDir, port, durable = true, log = () => {} }: StartOptions): Promise<RunningPostgres> {
  const binaries = await findBinaries()
  const folder = openDataFolder(dataDir)
  try {
    const password = ensureCluster(folder, binaries, durable)
    const chosen = port ?? (await findFreePort())
    const postmaster = await startPatiently(folder, () => startPostmaster(binaries, folder, { port: chosen, durable, log }))
    rememberLauncher(folder)
    const callOffGuard = guardPostmaster(postmaster)
    postmaster.once('exit', callOffGuard)
    return {
      url: `postgres://${superuser}:${password}@127.0.0.1:${chosen}/postgres`,
      port: chosen,
      ended: new Promise((resolve) => void postmaster.once('exit', () => resolve())),
      stop: () => stopPostmaster(postmaster),
    }
  } finally {
    closeDataFolder(folder)
  }
}

async function startPatiently(folder: DataFolder, attempt: () => ReturnType<typeof startPostmaster>): Promise<ChildProcess> {
  for (let tries = 1; ; tries++) {
    const result = await attempt()
    if (result.outcome === 'ready') return result.process
    if (result.outcome === 'failed') throw new Error(`PostgreSQL does not start: ${result.reason}`)
    const other = findLivePostmaster(folder)
    if (other !== undefined && !isOrphaned(folder)) {
      throw new Error(`The database in ${folder.path} is in use by another start (PostgreSQL is process ${other}). Stop that one first.`)
    }
    if (tries === patience.tries) throw new Error(`The database in ${folder.path} stays locked by an earlier start that does not end.`)
    if (other !== undefined) process.kill(other, 'SIGINT')
    await pause(patience.pauseMs)
  }
}
