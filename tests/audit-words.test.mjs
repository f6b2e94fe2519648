import assert from 'node:assert/strict'
import { test } from 'node:test'
import { code, read } from './sources.mjs'

const api = code.filter((file) => file.startsWith('apps/api/src/') && !/\.test\.ts$|\/(?:testing|drills)\//.test(file))
const kept = new Set(api.flatMap((file) => [...read(file).matchAll(/action: '([a-z-]+\.[a-z-]+)'/g)].map(([, action]) => action)))

/** Of the names that stand whole in the code; one that is put together from parts, as each act of a filing is, is not found this way. */
test('every action that the audit keeps has words for those who read it', () => {
  const words = read('apps/regulator-console/src/locales/zh-CN/audit.ts')
  assert.ok(kept.size > 40)
  assert.deepEqual([...kept].filter((action) => !new RegExp(`\\b${action.replaceAll(/[.-]/g, '_')}:`).test(words)), [])
})
