import { expect, test } from '@jest/globals'
import { domainBothWays, domainForms, otherForm } from './domain-forms.js'

const both = { ascii: 'xn--fsqu00a.xn--fiqs8s', unicode: '例子.中国' }

test('an internationalised domain has both forms, whichever was typed', () => {
  expect(domainForms('例子.中国')).toEqual(both)
  expect(domainForms('xn--fsqu00a.xn--fiqs8s')).toEqual(both)
  expect(domainForms('XN--FSQU00A.xn--fiqs8s')).toEqual(both)
  expect(domainForms('example.com')).toEqual({ ascii: 'example.com', unicode: 'example.com' })
})

test.each([
  ['例子.中国', '例子.中国 (xn--fsqu00a.xn--fiqs8s)'], ['xn--fsqu00a.xn--fiqs8s', 'xn--fsqu00a.xn--fiqs8s (例子.中国)'],
  ['例子.com', '例子.com (xn--fsqu00a.com)'], ['example.com', 'example.com'], ['Example.com', 'Example.com'], ['', ''],
])('“%s” is shown as “%s”', (domain, shown) => {
  expect(domainBothWays(domain)).toBe(shown)
})

test.each(['', 'a b.com', 'example.com/x', 'user@例子.中国', 'xn--', 'xn--zzzzzzzz999999.com', '..', '%E4.com'])('“%s” has no other form', (typed) => {
  expect(otherForm(typed)).toBe('')
})

test('an A-label that stands for plain letters is not shown as the name it imitates', () => {
  expect(otherForm('xn--example-.com')).toBe('')
})
