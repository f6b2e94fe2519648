import fs from 'node:fs'
import path from 'node:path'
import type { DataFolder } from './data-folder.js'

const launcherFile = (folder: DataFolder) => path.join(folder.path, 'launcher')

/** Remembers which process started this PostgreSQL, so that a later start can tell an orphan from one in use. */
export const rememberLauncher = (folder: DataFolder) => fs.writeFileSync(launcherFile(folder), String(process.pid), { mode: 0o600 })

/** The process named by the lock file of PostgreSQL, if it lives. The lock file itself is only read: removing it is PostgreSQL's own affair. */
export function findLivePostmaster(folder: DataFolder): number | undefined {
  const pid = readPid(path.join(folder.path, 'cluster/postmaster.pid'))
  return pid !== undefined && isAlive(pid) ? pid : undefined
}

/** True when a postmaster goes on although the launcher that started it was killed. Then nobody is left to stop it but us. */
export function isOrphaned(folder: DataFolder): boolean {
  const launcher = readPid(launcherFile(folder))
  return launcher !== undefined && launcher !== process.pid && !isAlive(launcher)
}

function readPid(file: string): number | undefined {
  if (!fs.existsSync(file)) return undefined
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0])
  return Number.isInteger(pid) && pid > 1 ? pid : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
