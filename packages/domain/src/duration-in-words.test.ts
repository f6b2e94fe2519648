import { expect, test } from '@jest/globals'
import { durationInWords } from './duration-in-words.js'

test.each([[1, '1 second'], [60, '60 seconds'], [119, '119 seconds'], [120, '2 minutes'], [121, '3 minutes'], [7200, '2 hours'], [86_400, '24 hours'], [259_200, '3 days']])(
  '%d seconds are "%s"', (seconds, en) => expect(durationInWords(seconds).en).toBe(en))

test('both languages say the same', () => expect(durationInWords(300)).toEqual({ zh: ' 5 分钟', en: '5 minutes' }))
