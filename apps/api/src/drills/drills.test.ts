import { expect, test } from '@jest/globals'
import fs from 'node:fs'
import { findDrills } from './find-drills.js'
import { Random } from './random.js'

test('every drill has an id of its own, says its promise and its fault, and is run with its twin by the test beside it', async () => {
  const drills = await findDrills()
  expect(new Set(drills.map(({ id }) => id)).size).toBe(drills.length)
  for (const { id, promise, fault } of drills) {
    expect(id).toMatch(/^F\d\d$/)
    expect(promise).toMatch(/^P\d+: ./)
    expect(fault).not.toBe('')
  }
  const files = fs.readdirSync(import.meta.dirname).filter((name) => name.endsWith('.drill.ts'))
  expect(files).toHaveLength(drills.length)
  for (const file of files) expect(fs.readFileSync(`${import.meta.dirname}/${file.replace('.ts', '.test.ts')}`, 'utf8')).toContain('testDrill(drill)')
})

test('the same seed gives the same run, another seed another one', () => {
  const draw = (seed: number) => {
    const random = new Random(seed)
    return [random.uuid(), random.int(1000), ...random.shuffled([1, 2, 3, 4, 5]), random.pick(['a', 'b', 'c']), random.chance(0.5)]
  }
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
})
