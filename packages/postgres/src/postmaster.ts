import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { accountForPostgres } from './account.js'
import type { Binaries } from './binaries.js'
import type { DataFolder } from './data-folder.js'

/** What became of an attempt: it serves, it found the lock file of another postmaster, or it ended for another reason. */
export type Attempt =
  | { outcome: 'ready'; process: ChildProcess }
  | { outcome: 'locked' }
  | { outcome: 'failed'; reason: string }

export type PostmasterOptions = { port: number; durable: boolean; log: (line: string) => void }

// The texts of errors repeat column values in DETAIL, and bound values are personal data: neither reaches the log.
const quiet = ['log_error_verbosity=terse', 'log_parameter_max_length_on_error=0', 'log_min_error_statement=panic']
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const durably = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on']

/** Starts the postmaster and waits until it accepts connections. Reached on 127.0.0.1 only; there is no Unix socket. */
export function startPostmaster(binaries: Binaries, folder: DataFolder, options: PostmasterOptions): Promise<Attempt> {
  const settings = [
    `port=${options.port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'timezone=UTC', 'log_timezone=UTC',
    'lc_messages=C', ...quiet, ...(options.durable ? durably : fast),
  ]
  const postmaster = spawn(binaries.postgres, ['-D', `${folder.inChild}/cluster`, ...settings.flatMap((setting) => ['-c', setting])], {
    ...accountForPostgres(),
    cwd: '/',
    // Its own group: Ctrl-C in a terminal goes to the launcher, which ends the database after those who use it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', folder.descriptor ?? 'ignore'],
  })
  return new Promise((resolve) => {
    let complaint = 'it ended without a word'
    let locked = false
    createInterface({ input: postmaster.stderr! }).on('line', (line) => {
      options.log(line)
      if (line.includes('ready to accept connections')) resolve({ outcome: 'ready', process: postmaster })
      if (/lock file "postmaster.pid" already exists|pre-existing shared memory block/.test(line)) locked = true
      complaint = /FATAL: +(.*)/.exec(line)?.[1] ?? complaint
    })
    postmaster.once('error', (error) => resolve({ outcome: 'failed', reason: error.message }))
    postmaster.once('close', () => resolve(locked ? { outcome: 'locked' } : { outcome: 'failed', reason: complaint }))
  })
}

/** Fast shutdown: sessions are cut, everything committed is on disk. One that does not end in 30 s is told to end at once and recovers at the next start. */
export function stopPostmaster(postmaster: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (postmaster.exitCode !== null || postmaster.signalCode !== null) return resolve()
    const impatience = setTimeout(() => postmaster.kill('SIGQUIT'), 30_000)
    postmaster.once('exit', () => {
      clearTimeout(impatience)
      resolve()
    })
    postmaster.kill('SIGINT')
  })
}
