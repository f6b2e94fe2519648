import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { ruleMutants } from '../packages/domain/mutants/rule-mutants.mjs'

test('every fault planted into the rules turns their tests red', async () => {
  assert.ok(ruleMutants.length >= 12)
  const said = await new Promise((resolve) => {
    execFile(process.execPath, [fileURLToPath(new URL('../packages/domain/mutants/run.mjs', import.meta.url))], { maxBuffer: 1 << 24 }, (_error, stdout) => resolve(stdout))
  })
  assert.match(said, new RegExp(`rule mutants: ${ruleMutants.length} of ${ruleMutants.length} caught`), said)
})
