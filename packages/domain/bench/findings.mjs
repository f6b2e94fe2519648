// How long the rules take for a filing with 50 services, in milliseconds and as a multiple of reading the same filing from JSON in the same run.
// `pnpm --filter @icp/domain bench`; alone on the machine, since everything else that runs is measured too.
import { domainToASCII } from 'node:url'
import { findingsFor } from '../dist/index.js'
import { sampleFiling } from './sample-filing.mjs'

const rounds = 200
const content = sampleFiling(50)
const text = JSON.stringify(content)
const context = { today: '2026-11-23', domainToAscii: domainToASCII }

const most = 5

const timesOf = (work) => {
  for (let round = 0; round < rounds; round++) work()
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
  return times.sort((one, other) => one - other)
}

const judging = timesOf(() => findingsFor('new-subject', content, context))
const reading = timesOf(() => JSON.parse(text))
const [median, ratio, least] = [judging[rounds / 2], judging[rounds / 2] / reading[rounds / 2], judging[0]]
console.log(`findings of a filing with 50 services: median ${median.toFixed(2)} ms of ${rounds} (quickest ${least.toFixed(2)} ms), ${ratio.toFixed(1)} times reading it from JSON (quickest ${(least / reading[0]).toFixed(1)})`)
if (median >= most) console.log(`TOO SLOW: the median is to stay under ${most} ms. Is the machine idle? Then see what the quickest says.`)
process.exitCode = median < most ? 0 : 1
