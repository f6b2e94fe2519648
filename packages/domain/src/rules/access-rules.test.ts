import { expect, test } from '@jest/globals'
import { overlap, type SoundRange } from './access-rules.js'
import { parseIp } from './ip-address.js'

const range = (from: string, to = from): SoundRange => {
  const [first, last] = [parseIp(from), parseIp(to)]
  if (!first || !last) throw new Error(`${from}–${to} is no range`)
  return { typed: `${from}–${to}`, from: first, to: last }
}

test('ranges overlap from the first shared address on, whichever is named first, and never across families', () => {
  const low = range('192.0.2.1', '192.0.2.9')
  const touching = range('192.0.2.9', '192.0.2.20')
  const next = range('192.0.2.10', '192.0.2.20')
  const inside = range('192.0.2.5')
  for (const [one, other, shared] of [[low, touching, true], [low, next, false], [low, inside, true], [low, low, true], [low, range('::c000:205'), false]] as const) {
    expect([one.typed, other.typed, overlap(one, other)]).toEqual([one.typed, other.typed, shared])
    expect([other.typed, one.typed, overlap(other, one)]).toEqual([other.typed, one.typed, shared])
  }
})
