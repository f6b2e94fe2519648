import { expect, test } from '@jest/globals'
import { deviceOf, deviceWords } from './device.js'

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36', 'Chrome · Windows'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36 Edg/146.0.0.0', 'Edge · Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1', 'Safari · iPhone'],
  ['Mozilla/5.0 (Linux; Android 16; V2254A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.60', 'WeChat · Android'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/146.0.0.0 Safari/537.36', 'Chrome · Linux'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox · macOS'],
])('%s is told as %s', (userAgent, words) => {
  expect(deviceWords(deviceOf(userAgent)).en).toBe(words)
})

test('a user agent that says nothing known is an unknown device, in both languages', () => {
  expect(deviceWords(deviceOf('curl/8.9'))).toEqual({ zh: '未知设备', en: 'Unknown device' })
  expect(deviceWords(deviceOf(''))).toEqual({ zh: '未知设备', en: 'Unknown device' })
})

test('a very long user agent takes no time', () => {
  expect(deviceOf('Version/1'.repeat(100_000))).toEqual({ browser: '', system: '' })
})
