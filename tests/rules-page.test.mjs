import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import { rulesPage } from '../scripts/rules-page.mjs'

test('docs/rules.md says what the catalogue of rules says', () => {
  const written = fs.readFileSync(new URL('../docs/rules.md', import.meta.url), 'utf8')
  assert.equal(written, rulesPage(), 'Run `npx -y pnpm@12.21.0 run rules` and commit docs/rules.md.')
})
