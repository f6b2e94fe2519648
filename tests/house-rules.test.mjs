// What no linter says. Each failure tells the offender what to do instead.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { code, files, findLines, read } from './sources.mjs'

const none = (found, advice) => assert.ok(found.length === 0, `${advice}\n${found.join('\n')}`)
const withoutThisFolder = code.filter((file) => !file.startsWith('tests/'))
const tests = (file) => /\.test\.tsx?$|\/testing\/|^e2e\//.test(file)

test('a name says what a file is for', () => {
  const empty = /^(?:utils?|helpers?|common|manager|base|misc)$/i
  none(
    files.filter((file) => file.split(/[/.-]/).some((word) => empty.test(word))),
    'Name the file after what it does; these words say nothing:',
  )
})

test('a declaration is named after what it does', () => {
  none(
    findLines(withoutThisFolder, /^\s*(?:export\s+)?(?:abstract\s+|async\s+)?(?:class|function|interface|type|const)\s+\w*(?:Helpers?|Utils?|Manager|Misc)\b/),
    'Helper, Util, Manager and Misc say nothing about what it does:',
  )
})

test('the environment is read in one file of each program', () => {
  const allowed = /(?:^|\/)(?:config|[\w-]+-config|[\w-]+\.config)\.(?:ts|mjs)$|^scripts\/|^packages\/presets\/|^e2e\//
  none(
    findLines(withoutThisFolder.filter((file) => !allowed.test(file) && !tests(file)), /\bprocess\.env\b(?!\))/),
    'Take the value from the configuration, which checks it at the start:',
  )
})

test('the rules are told the time', () => {
  const rules = code.filter((file) => file.startsWith('packages/domain/src/') && !tests(file))
  none(findLines(rules, /\bnew Date\(\)|(?<!new )\bDate\(\)/), 'Take the time as an argument; the rules know no clock:')
})

test('the API asks its clock for the time, which is the database’s', () => {
  const api = code.filter((file) => /^apps\/api\/src\/(?!drills\/)/.test(file) && !tests(file) && !file.endsWith('/platform/database-clock.ts'))
  none(findLines(api, /\bnew Date\(\)|(?<!new )\bDate\(\)|\bDate\.now\b/), 'Take the time from Clock; the clock of the machine may be wrong:')
})

test('only a service opens a transaction', () => {
  const api = code.filter((file) => file.startsWith('apps/api/src/') && !tests(file) && !file.endsWith('.service.ts'))
  none(findLines(api, /\.transaction\(/), 'Open the transaction in the service and pass `tx` on:')
})

test('no test is left out and none runs alone', () => {
  none(
    findLines(withoutThisFolder, /\b(?:it|test|describe)\.(?:only|skip|todo)\b|\b[xf](?:it|describe)\(|\btest\.fixme\b/),
    'Mend the test or delete it:',
  )
})

test('nothing is promised in a comment', () => {
  none(findLines(withoutThisFolder, /\b(?:TODO(?!\(#\d+\))|FIXME)\b|not implemented|coming soon/), 'Do it now, or open an issue and write TODO(#number):')
})

test('no path of one machine is written down', () => {
  const texts = files.filter((file) => !file.endsWith('pnpm-lock.yaml') && !/\.(?:png|ttf|pdf|ico|woff2?)$/.test(file) && !file.startsWith('tests/'))
  none(findLines(texts, /(?:^|[^.\w/$}-])\/(?:work|farm|root|home)\//), 'Paths are found from the file or given by the environment:')
})

test('a relative import names the file that runs', () => {
  none(
    findLines(code.filter((file) => /^(?:apps|packages)\/[^/]+\/src\/.*\.tsx?$/.test(file)), /\bfrom '\.{1,2}\/[^']*(?<!\.js|\.css|\.json|\.svg)'/),
    'End the relative import in .js:',
  )
})

test('a rule’s number is given in one folder', () => {
  const given = /(?:\b(?:rule|id): |\b[fF]inding\()'([A-Z]-\d{2})'/g
  const places = new Map()
  for (const file of withoutThisFolder.filter((one) => /\/src\/.*\.tsx?$/.test(one) && !tests(one) && !one.includes('.fixture.'))) {
    for (const [, id] of read(file).matchAll(given)) places.set(id, new Set([...(places.get(id) ?? []), file.slice(0, file.lastIndexOf('/'))]))
  }
  assert.ok(places.size > 200, 'the pattern finds rules')
  none([...places].filter(([, folders]) => folders.size > 1).map(([id, folders]) => `${id}: ${[...folders].join(', ')}`), 'Take a free number; a finding with this one may be two rules:')
})
