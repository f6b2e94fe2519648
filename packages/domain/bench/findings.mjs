// How long the rules take for a filing with 50 services, in milliseconds and as a multiple of reading the same filing from JSON in the same run.
// `pnpm --filter @icp/domain bench`; alone on the machine, since everything else that runs is measured too.
import { domainToASCII } from 'node:url'
import { findingsFor } from '../dist/index.js'
import { sampleFiling } from './sample-filing.mjs'

const rounds = 200
const content = sampleFiling(50)
const text = JSON.stringify(content)
const context = { today: '2026-11-23', domainToAscii: domainToASCII }

const medianOf = (work) => {
  for (let round = 0; round < rounds; round++) work()
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
  return times.sort((one, other) => one - other)[rounds / 2]
}

const judging = medianOf(() => findingsFor('new-subject', content, context))
const reading = medianOf(() => JSON.parse(text))
console.log(`findings of a filing with 50 services: median ${judging.toFixed(2)} ms of ${rounds}, ${(judging / reading).toFixed(1)} times reading it from JSON`)
process.exitCode = judging < 5 ? 0 : 1
