import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { accountForPostgres } from './account.js'
import type { Binaries } from './binaries.js'
import { createPassword, isInitialised, readPassword, type DataFolder } from './data-folder.js'

export const superuser = 'icp'

// ICU's zh-Hans sorts Chinese names by pinyin. C.UTF-8 beneath it: with plain C, pg_trgm finds no trigrams in Chinese at all.
const locale = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=zh-Hans', '--locale=C.UTF-8']

/**
 * Makes the cluster unless it is there, and returns the superuser's password. An earlier attempt that was interrupted is made anew: a cluster counts only
 * when it was renamed to its final name, and before that it has held nobody's data.
 */
export function ensureCluster(folder: DataFolder, binaries: Binaries, durable: boolean): string {
  if (isInitialised(folder)) return readPassword(folder)
  const unfinished = path.join(folder.path, 'cluster.unfinished')
  fs.rmSync(unfinished, { recursive: true, force: true })
  const password = createPassword(folder)
  const made = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${folder.inChild}/cluster.unfinished`, `--username=${superuser}`, `--pwfile=${folder.inChild}/password`,
      '--auth=scram-sha-256', '--data-checksums', ...locale, ...(durable ? [] : ['--no-sync']),
    ],
    { ...accountForPostgres(), cwd: '/', encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', folder.descriptor ?? 'ignore'] },
  )
  if (made.status !== 0) throw new Error(`PostgreSQL could not create its data in ${folder.path}: ${lastLine(made.stderr) ?? made.error?.message}`)
  fs.renameSync(unfinished, path.join(folder.path, 'cluster'))
  return password
}

const lastLine = (text: string | null) => text?.trim().split('\n').at(-1)
