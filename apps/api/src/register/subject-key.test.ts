import { expect, test } from '@jest/globals'
import { domainKeyOf } from './subject-key.api.js'

test.each([
  ['example.com', 'example.com'], ['www.example.com', 'example.com'], ['a.b.example.com.cn', 'example.com.cn'], ['例子.中国', 'xn--fsqu00a.xn--fiqs8s'],
  ['接口.例子.中国', 'xn--fsqu00a.xn--fiqs8s'], ['Example。COM', 'example.com'],
  ['api.example.zzzz', 'example.zzzz'], ['203.0.113.7', '203.0.113.7'], ['com.cn', 'com.cn'], ['', ''],
])('the host %s is %s’s, also under an ending that this release does not know', (host, key) => {
  expect(domainKeyOf(host)).toBe(key)
})
