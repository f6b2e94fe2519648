import { expect, test } from '@jest/globals'
import { administrationFindings } from './contact-rules.js'

const faults = (phone: string, website = '') => administrationFindings({ phone, address: '', website }).map(({ rule, path }) => `${rule} ${path}`)

test.each(['', '010-12345678', '0571 87078288', '12300', '12345', '+86-571-87078288', '0571-87078288-801'])('%j is a phone number, or none', (phone) => {
  expect(faults(phone)).toEqual([])
})

test.each(['call us', '010-', '1', '010-123456789012'])('%j is no phone number', (phone) => {
  expect(faults(phone)).toEqual(['O-07 phone'])
})

test('a website is an address that a browser opens, and no script', () => {
  for (const website of ['https://zjca.example.cn', 'http://example.cn/a?b#c']) expect(faults('', website)).toEqual([])
  for (const website of ['zjca.example.cn', 'javascript:alert(1)', 'https://', 'https://a b.cn', 'https://user@example.cn']) expect(faults('', website)).toEqual(['O-08 website'])
})
