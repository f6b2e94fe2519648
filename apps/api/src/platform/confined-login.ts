import pg from 'pg'
import type { ConfinedLogin } from './config.js'
import { appRole, readerRole } from './database.js'

/**
 * Lets `user` log on with `password` and do what the roles of the running API may, and nothing else, whatever it could do before: what reads and writes for requests holds no
 * credentials of the tables' owner. Again with another password it changes that (ASVS 5.0, 13.2.1 and 13.2.2). `url`: the owner, after the migration.
 * Throws one sentence when the owner itself is named.
 */
export async function makeConfinedLogin(url: string, { user, password }: ConfinedLogin): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 20_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows: [found] } = await client.query('SELECT current_user = $1 AS is_owner, EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1) AS is_there', [user])
    if (found.is_owner) throw new Error('DATABASE_API_USER must be another user than the owner of the tables, whom DATABASE_URL names.')
    const [name, secret] = [pg.escapeIdentifier(user), pg.escapeLiteral(password)]
    await client.query(`${found.is_there ? 'ALTER' : 'CREATE'} ROLE ${name} WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT PASSWORD ${secret}`)
    const { rows: besides } = await client.query('SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid WHERE m.member = $1::regrole AND r.rolname <> ALL($2)', [name, [appRole, readerRole]])
    for (const { rolname } of besides) await client.query(`REVOKE ${pg.escapeIdentifier(rolname)} FROM ${name}`)
    await client.query(`GRANT ${appRole}, ${readerRole} TO ${name}`)
  } finally {
    await client.end()
  }
}
