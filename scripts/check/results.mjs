import fs from 'node:fs'
import path from 'node:path'

const top = path.resolve(import.meta.dirname, '../..')

const packageFolders = () => [...['apps', 'packages'].flatMap((group) => fs.readdirSync(path.join(top, group)).map((name) => path.join(group, name))), 'e2e']

const resultFiles = () =>
  packageFolders()
    .map((folder) => path.join(top, folder, 'test-results/jest.json'))
    .filter((file) => fs.existsSync(file))

/** Results of an earlier run must not count for this one. Turbo puts them back for a package that it answers from its cache. */
export function forgetResults() {
  for (const file of resultFiles()) fs.rmSync(file)
}

/** Every count is taken from what the runners wrote; a runner that failed without naming a test counts as one failure. */
export function resultsOf(check, { ok, said }) {
  if (check.results === 'jest') return withTheRun(check, ok, readJest())
  if (check.results === 'node') return withTheRun(check, ok, readJunit(said))
  return ok ? { passed: 1, failed: [] } : { passed: 0, failed: [check.name] }
}

function readJest() {
  const counted = { passed: 0, failed: [] }
  for (const file of resultFiles()) {
    const { passed, failed } = JSON.parse(fs.readFileSync(file, 'utf8'))
    const place = path.relative(top, path.dirname(path.dirname(file)))
    counted.passed += passed
    counted.failed.push(...failed.map((name) => `${place}: ${name}`))
    fs.rmSync(file)
  }
  return counted
}

function readJunit(report) {
  const cases = report.split('<testcase ').slice(1)
  const nameOf = (text) => /name="([^"]*)"/.exec(text)?.[1] ?? 'a test without a name'
  const failed = cases.filter((text) => text.split('</testcase>')[0].includes('<failure')).map((text) => `house rule: ${nameOf(text)}`)
  return { passed: cases.length - failed.length, failed }
}

const withTheRun = (check, ok, counted) =>
  ok || counted.failed.length > 0 ? counted : { ...counted, failed: [`${check.name}: the run failed without naming a test`] }
