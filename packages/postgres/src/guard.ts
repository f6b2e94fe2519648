import { spawn, type ChildProcess } from 'node:child_process'
import { accountForPostgres } from './account.js'

/**
 * Ends the postmaster when this process ends without having done so: a kill, Ctrl-C in a test run. A shell waits on a pipe that only we hold open; the
 * system closes it with us, whatever the end was. Returns what calls the guard off.
 */
export function guardPostmaster({ pid }: ChildProcess): () => void {
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(pid)], {
    ...accountForPostgres(),
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // Where there is no shell there is no guard; the next start then ends the orphan.
  guard.once('error', () => {})
  guard.unref()
  ;(guard.stdin as unknown as { unref: () => void }).unref()
  return () => void guard.kill('SIGKILL')
}
