import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partsIn, sbomOf } from '../scripts/parts.mjs'

const listed = [
  { name: '@icp/api', dependencies: { zod: { version: '4.0.0' }, '@icp/domain': { version: 'link:../domain' }, pg: { version: '8.0.0', dependencies: { 'pg-pool': { version: '3.0.0' } } } } },
  { name: '@icp/ui', dependencies: { zod: { version: '4.0.0' }, renamed: { from: '@scope/real', version: '1.0.0' } } },
  { name: '@icp/presets', dependencies: { jest: { version: '30.0.0' } } },
]

test('each part that runs in production is listed once, with those that it brings, and neither our own nor what only tests', () => {
  assert.deepEqual(partsIn(listed).map(({ name, version }) => `${name}@${version}`), ['@scope/real@1.0.0', 'pg-pool@3.0.0', 'pg@8.0.0', 'zod@4.0.0'])
})

test('the bill names each by its package URL', () => {
  assert.deepEqual(sbomOf([{ name: '@scope/real', version: '1.0.0' }]).components[0], {
    type: 'library', 'bom-ref': 'pkg:npm/%40scope/real@1.0.0', name: '@scope/real', version: '1.0.0', purl: 'pkg:npm/%40scope/real@1.0.0',
  })
})
