import pg from 'pg'
import type { Stand } from './stand.js'

/** Makes the running log-on of one account older, so that nobody has to wait. The product has no door for this: it is done in the database. */
export async function letTimePass(stand: Stand, userName: string, seconds: number): Promise<void> {
  const client = new pg.Client({ connectionString: stand.database })
  await client.connect()
  const { rowCount } = await client.query(
    `UPDATE log_on_attempts SET resend_at = resend_at - make_interval(secs => $2), expires_at = expires_at - make_interval(secs => $2)
     WHERE account_id = (SELECT id FROM accounts WHERE user_name = $1)`,
    [userName, seconds],
  )
  await client.end()
  if (rowCount !== 1) throw new Error(`No log-on of ${userName} is running`)
}
