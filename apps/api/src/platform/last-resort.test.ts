import { expect, test } from '@jest/globals'
import { EventEmitter } from 'node:events'
import { onLastResort } from './last-resort.js'

const process = () => {
  const emitter = new EventEmitter()
  const [log, ends] = [[] as [object, string][], [] as true[]]
  onLastResort(emitter, (entry, text) => log.push([entry, text]), () => ends.push(true))
  return { emitter, log, ends }
}

test('a rejection that nobody handled is logged without its message, and the API goes on', () => {
  const { emitter, log, ends } = process()
  emitter.emit('unhandledRejection', new TypeError('no such phone: 13800000000'))
  expect(log).toMatchObject([[{ err: { type: 'TypeError', frames: expect.any(Array) } }, 'a rejection that nobody handled']])
  expect(JSON.stringify(log)).not.toContain('13800000000')
  expect(ends).toEqual([])
})

test('an exception that nobody caught is logged, and the API ends in order', () => {
  const { emitter, log, ends } = process()
  emitter.emit('uncaughtException', new RangeError('x'))
  expect(log).toMatchObject([[{ err: { type: 'RangeError' } }, 'an exception that nobody caught']])
  expect(ends).toEqual([true])
})

test('what is thrown and is no error is logged too', () => {
  const { emitter, log } = process()
  emitter.emit('unhandledRejection', '13800000000')
  expect(log).toHaveLength(1)
  expect(JSON.stringify(log)).not.toContain('13800000000')
})
