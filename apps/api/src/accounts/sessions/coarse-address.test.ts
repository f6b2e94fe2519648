import { expect, test } from '@jest/globals'
import { coarseAddress } from './coarse-address.js'

test.each([
  ['203.0.113.77', '203.0.113.*'], ['::ffff:203.0.113.77', '203.0.113.*'], ['2001:0db8:0001:0002:0003:0004:0005:0006', '2001:db8:1::*'], ['2001:db8::7', '2001:db8::*'],
  ['::1', '::*'], ['', ''], ['example.com', ''],
])('%s is kept as %s', (address, coarse) => {
  expect(coarseAddress(address)).toBe(coarse)
})
