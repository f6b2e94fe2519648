// Checks everything: `npm test`. One failure hides no other. The last line is `N passed, N failed`.
import { checks } from './check/checks.mjs'
import { forgetResults, resultsOf } from './check/results.mjs'
import { runCheck } from './check/run-check.mjs'

const total = { passed: 0, failed: [] }
const say = (text) => void process.stdout.write(`${text}\n`)

forgetResults()
for (const check of checks) {
  const run = await runCheck(check)
  const { passed, failed } = resultsOf(check, run)
  total.passed += passed
  total.failed.push(...failed)
  if (failed.length > 0 && !check.shown) say(run.said.trimEnd())
  say(`${failed.length === 0 ? '✓' : '✗'} ${check.name}: ${passed} passed, ${failed.length} failed (${run.seconds.toFixed(1)} s)`)
}

if (total.failed.length > 0) say(`\nFailed:\n${total.failed.map((name) => `  ${name}`).join('\n')}`)
say(`${total.passed} passed, ${total.failed.length} failed`)
process.exitCode = total.failed.length === 0 ? 0 : 1
