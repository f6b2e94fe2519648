import { expect, test } from '@jest/globals'
import fs from 'node:fs'
import pg from 'pg'
import { describeSchema } from '../platform/describe-schema.js'
import { createTestDatabase } from './database.js'

test('schema.sql is what the migrations make; after a new one, write it with `pnpm --filter @icp/api schema`', async () => {
  const client = new pg.Client({ connectionString: await createTestDatabase() })
  await client.connect()
  const made = await describeSchema(client)
  await client.end()
  expect(made).toBe(fs.readFileSync('schema.sql', 'utf8'))
})
