import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { dropDatabase } from '@icp/postgres'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { createTestDatabase } from '../testing/database.js'
import { makeConfinedLogin } from './confined-login.js'

let database: string
const user = `api_${randomBytes(4).toString('hex')}`
const password = 'of the API alone'

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  await asOwner((client) => client.query(`DROP ROLE IF EXISTS ${user}`))
  const { pathname } = new URL(database)
  await dropDatabase(database.replace(pathname, '/postgres'), pathname.slice(1))
})

async function as<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
const asOwner = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => as(database, work)

function urlOf(typed: string): string {
  const url = new URL(database)
  url.username = user
  url.password = typed
  return url.href
}

test('the user that the migration makes has the rights of the API’s roles, and becomes no owner', async () => {
  await makeConfinedLogin(database, { user, password })
  await as(urlOf(password), async (client) => {
    const outcome = (text: string) => client.query(text).then(() => 'done', ({ code }: { code: string }) => code)
    for (const role of ['icp_app', 'icp_reader']) expect([role, await outcome(`SET ROLE ${role}`), await outcome('RESET ROLE')]).toEqual([role, 'done', 'done'])
    expect(await outcome('SELECT count(*) FROM accounts')).toBe('done')
    const { rows: [{ owner }] } = await client.query(`SELECT tableowner AS owner FROM pg_tables WHERE tablename = 'accounts'`)
    for (const text of [
      'DELETE FROM audit_entries', 'UPDATE audit_entries SET detail = NULL', 'TRUNCATE accounts', 'DROP TABLE accounts', 'ALTER TABLE filings DISABLE ROW LEVEL SECURITY', 'CREATE TABLE mine (a int)',
      `SET ROLE ${pg.escapeIdentifier(owner)}`, 'CREATE ROLE mine', `ALTER ROLE ${user} SUPERUSER`, `COPY accounts TO PROGRAM 'cat'`,
    ]) expect([text, await outcome(text)]).toEqual([text, '42501'])
  })
})

test('with another password the one before opens nothing, and whatever else it could do is gone', async () => {
  await asOwner((client) => client.query(`ALTER ROLE ${user} SUPERUSER; GRANT pg_read_all_data TO ${user}`))
  await makeConfinedLogin(database, { user, password: 'another one, it’s as good' })
  await expect(as(urlOf(password), (client) => client.query('SELECT 1'))).rejects.toMatchObject({ code: '28P01' })
  const { rows } = await as(urlOf('another one, it’s as good'), (client) => client.query(`SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, pg_has_role(oid, 'pg_read_all_data', 'MEMBER') AS reads_all FROM pg_roles WHERE rolname = current_user`))
  expect(rows).toEqual([{ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false, reads_all: false }])
})

test('the owner of the tables is not confined by mistake', async () => {
  await expect(makeConfinedLogin(database, { user: decodeURIComponent(new URL(database).username), password })).rejects.toThrow('must be another user than the owner')
})
