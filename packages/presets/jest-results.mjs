import fs from 'node:fs'
import path from 'node:path'

/**
 * Jest reporter: writes what became of a package's tests to `test-results/jest.json` in the package. Turbo keeps that file with the task, so that
 * a run which is answered from the cache still counts.
 */
export default class ResultsReporter {
  constructor({ rootDir }) {
    this.file = path.join(rootDir, 'test-results/jest.json')
  }

  onRunComplete(_contexts, { numPassedTests, testResults }) {
    const failed = testResults.flatMap(failuresOf)
    fs.mkdirSync(path.dirname(this.file), { recursive: true })
    fs.writeFileSync(this.file, JSON.stringify({ passed: numPassedTests, failed }, null, 2))
  }
}

/** Names of the tests that failed; of the file itself when it could not run at all. A file that runs in two ways says in which. */
function failuresOf({ testFilePath, displayName, testExecError, testResults }) {
  const file = path.basename(testFilePath) + (displayName ? ` (${displayName.name})` : '')
  const failed = testResults.filter(({ status }) => status === 'failed').map(({ fullName }) => `${file}: ${fullName}`)
  return testExecError && failed.length === 0 ? [`${file} does not run`] : failed
}
