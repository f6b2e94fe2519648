import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import { permissionsTable } from '../scripts/permissions-table.mjs'

test('docs/permissions.md says what the matrix says', () => {
  const written = fs.readFileSync(new URL('../docs/permissions.md', import.meta.url), 'utf8')
  assert.equal(written, permissionsTable(), 'Run `npx -y pnpm@12.21.0 run permissions` and commit docs/permissions.md.')
})
