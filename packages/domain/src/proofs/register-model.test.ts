/// <reference types="node" />
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { FilingKind } from '../filing/kind.js'
import { Refusal } from '../refusal.js'
import { brokenByMove, brokenInvariants } from '../register/invariants.js'
import { attempt, attempts, type Attempt } from './attempts.fixture.js'
import { plantedFaults } from './planted-faults.fixture.js'
import { emptyWorld, soundParts, type Parts } from './world.fixture.js'

/** `npm run prove`: as many walks as promised, from a seed that it draws. */
const full = process.env.PROVE === 'full'
const seed = Number(process.env.PROVE_SEED ?? 20261126)
const patience = full ? 3_600_000 : 120_000
const say = (line: string): void => void ((full || process.env.PROVE) && process.stdout.write(`${line}\n`))

interface Tally {
  steps: number
  done: number
  readonly approved: Map<string, number>
  forced: number
  /** Filings that ended with their record. */
  fell: number
  readonly refusals: Set<string>
}

const steps = 160

/** Walks through one world. Answers what broke at the first step that broke anything. */
const walk = (tries: readonly Attempt[], parts: Parts, tally: Tally): readonly string[] => {
  let world = emptyWorld
  for (const tried of tries) {
    tally.steps += 1
    try {
      const { world: next, move } = attempt(world, parts, tried)
      tally.done += 1
      if (move.command === 'approve') {
        const kind = next.filings.find(({ id }) => id === move.filingId)?.kind ?? ''
        tally.approved.set(kind, (tally.approved.get(kind) ?? 0) + 1)
      }
      if (move.command === 'cancel-by-force') {
        tally.forced += 1
        tally.fell += next.filings.filter((one, at) => one !== world.filings[at]).length
      }
      const broken = [...brokenByMove(move), ...brokenInvariants(next)]
      if (broken.length > 0) return broken
      world = next
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      tally.refusals.add(error.code)
    }
  }
  return []
}

const emptyTally = (): Tally => ({ steps: 0, done: 0, approved: new Map(), forced: 0, fell: 0, refusals: new Set() })

test('whoever does whatever to several filings of several subjects, the register keeps its invariants', () => {
  const tally = emptyTally()
  const numRuns = full ? 100_000 : 500
  const started = performance.now()
  fc.assert(fc.property(attempts(steps), (tries) => expect(walk(tries, soundParts, tally)).toEqual([])), { numRuns, seed })
  say(`register model: seed ${seed}, ${numRuns} walks, ${tally.steps} attempts, ${tally.done} done, ${(performance.now() - started) / 1000} s; approved ${JSON.stringify([...tally.approved])}; ${tally.forced} cancelled by force, ${tally.fell} filings fell with them`)
  // A walk that gets nowhere would prove nothing.
  expect([...tally.approved.keys()].sort()).toEqual([...FilingKind.options].sort())
  expect([tally.forced > 60, tally.fell > 5]).toEqual([true, true])
  expect([...tally.refusals]).toEqual(expect.arrayContaining(['1017', 'blocking-findings', 'locked', 'wrong-role', 'filing-not-found', 'change-not-allowed', 'no-open-request']))
}, patience)

test.each(plantedFaults)('the walks find it when $what', ({ foundBy, parts }) => {
  let found: readonly string[] = []
  const { failed, numRuns } = fc.check(fc.property(attempts(steps), (tries) => {
    const broken = walk(tries, { ...soundParts, ...parts }, emptyTally())
    if (broken.some((one) => one.startsWith(foundBy))) found = broken
    return found.length === 0
  }), { numRuns: 5_000, seed, endOnFailure: true })
  say(`found in walk ${numRuns}: ${found.join(' | ')}`)
  expect(failed).toBe(true)
}, patience)
