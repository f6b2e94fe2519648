import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { inDatabase } from './database.js'
import type { Stand } from './stand.js'

/** Makes the running log-on of one account older, so that nobody has to wait. */
export async function letTimePass(stand: Stand, userName: string, seconds: number): Promise<void> {
  await inDatabase(
    stand,
    `UPDATE one_time_codes SET resend_at = resend_at - make_interval(secs => $2), expires_at = expires_at - make_interval(secs => $2)
     WHERE purpose = 'log-on' AND holder IN (SELECT token FROM log_on_attempts JOIN accounts ON id = account_id WHERE user_name = $1)`,
    [userName, seconds], 1,
  )
}

/** As if a document had got a new version since this account accepted it. */
export async function letDocumentChange(stand: Stand, userName: string, document: 'terms' | 'pledge'): Promise<void> {
  await inDatabase(
    stand, `UPDATE acceptances SET version = '2020-01-01' WHERE document = $2 AND account_id = (SELECT id FROM accounts WHERE user_name = $1)`, [userName, document], 1,
  )
}

/** As if no code had gone to anybody lately: numbers and mailboxes get few of them. */
export async function letSendingsPass(stand: Stand): Promise<void> {
  // What others count at this moment is theirs: taking their rows while they hold some of them could make both wait for each other.
  await inDatabase(stand, 'DELETE FROM sliding_counts WHERE key IN (SELECT key FROM sliding_counts FOR UPDATE SKIP LOCKED)')
}

const retention = fileURLToPath(new URL('../../../apps/api/dist/personal-data/retention/retention-command.js', import.meta.url))

/** What the job of the night does, by the command that operators have for it. */
export async function removeWhatHasServed({ database, folder }: Stand): Promise<void> {
  await promisify(execFile)(process.execPath, [retention], { env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: database, DATA_DIR: folder, LOG_LEVEL: 'warn' } })
}
