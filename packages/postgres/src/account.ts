import { spawnSync } from 'node:child_process'

/** The operating-system account that PostgreSQL runs under. Empty: the one that runs us. */
export type Account = { uid?: number; gid?: number }

// PostgreSQL refuses to run as root. 65534 is `nobody` on every Linux; no account has to be created for it.
const nobody = 65534

export const isRoot = () => process.getuid?.() === 0

export const accountForPostgres = (): Account => (isRoot() ? { uid: nobody, gid: nobody } : {})

/** Whether that account can execute the file (it may lie in a folder that only root can enter, such as /root). */
export function canExecute(file: string, account: Account): boolean {
  return spawnSync(file, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}
