import fs from 'node:fs'
import path from 'node:path'

const top = path.resolve(import.meta.dirname, '../..')

const packageFolders = () =>
  [...['apps', 'packages'].flatMap((group) => fs.readdirSync(path.join(top, group)).map((name) => path.join(group, name))), 'e2e'].filter((folder) =>
    fs.existsSync(path.join(top, folder, 'package.json')),
  )

const resultFiles = () =>
  packageFolders()
    .map((folder) => path.join(top, folder, 'test-results/jest.json'))
    .filter((file) => fs.existsSync(file))

/** Results of an earlier run must not count for this one. Turbo puts them back for a package that it answers from its cache. */
export function forgetResults() {
  for (const file of resultFiles()) fs.rmSync(file)
}

/** Every count is taken from what the runners wrote; a package whose runner failed without naming a test counts as one failure. */
export function resultsOf(check, { ok, said }) {
  if (check.results === 'jest') return readJest(failedPackages(said), check, ok)
  if (check.results === 'node') return withTheRun(check, ok, readJunit(said))
  return ok ? { passed: 1, failed: [] } : { passed: 0, failed: [[check.name, ...failedPackages(said)].join(' ')] }
}

function readJest(failedPlaces, check, ok) {
  const counted = { passed: 0, failed: [] }
  for (const file of resultFiles()) {
    const { passed, failed } = JSON.parse(fs.readFileSync(file, 'utf8'))
    counted.passed += passed
    counted.failed.push(...failed.map((name) => `${placeOf(file)}: ${name}`))
    fs.rmSync(file)
  }
  const silent = failedPlaces.filter((place) => !counted.failed.some((name) => name.startsWith(`${place}: `)))
  counted.failed.push(...silent.map((place) => `${place}: the run failed without naming a test`))
  return withTheRun(check, ok, counted)
}

const placeOf = (file) => path.relative(top, path.dirname(path.dirname(file)))

/** Folders of the packages that turbo names at the end of a run: `Failed:    @icp/api#test, @icp/ui#test`. */
function failedPackages(said) {
  const names = /^Failed:\s+(.+)$/m.exec(said)?.[1].split(', ').map((task) => task.split('#')[0]) ?? []
  return packageFolders().filter((folder) => names.includes(nameOf(folder)))
}

const nameOf = (folder) => JSON.parse(fs.readFileSync(path.join(top, folder, 'package.json'), 'utf8')).name

function readJunit(report) {
  const cases = report.split('<testcase ').slice(1)
  const titleOf = (text) => /name="([^"]*)"/.exec(text)?.[1] ?? 'a test without a name'
  const failed = cases.filter((text) => text.split('</testcase>')[0].includes('<failure')).map((text) => `tests: ${titleOf(text)}`)
  return { passed: cases.length - failed.length, failed }
}

const withTheRun = (check, ok, counted) =>
  ok || counted.failed.length > 0 ? counted : { ...counted, failed: [`${check.name}: the run failed without naming a test`] }
