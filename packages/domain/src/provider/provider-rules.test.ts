import { expect, test } from '@jest/globals'
import { readIpBlock } from './ip-block.js'
import { type ProviderForm, providerFindings, tidyProvider } from './provider-rules.js'

const sound: ProviderForm = {
  name: '示例云计算有限公司', nameEn: 'Sample Cloud Ltd.', licence: 'B1-20261234', province: '330000', city: '330100', keywords: ['示例云'], ipBlocks: ['203.0.113.0/24'],
}
const faults = (form: Partial<ProviderForm>) => providerFindings({ ...sound, ...form }).map(({ rule, path }) => `${rule} ${path}`)

test('a provider with name, licence, place and its own blocks may be entered', () => {
  expect(faults({})).toEqual([])
  for (const licence of ['A2.B1.B2-20090001', '浙B2-20261234', 'B1.B2-20261234']) expect(faults({ licence })).toEqual([])
})

test('what is missing or misshapen is said at its field', () => {
  expect(faults({ name: ' ', nameEn: '', licence: '' })).toEqual(['O-01 name', 'O-01 nameEn', 'O-01 licence'])
  expect(faults({ licence: 'B1-2026' })).toEqual(['O-02 licence'])
  expect(faults({ province: '990000' })).toEqual(['O-01 province'])
  expect(faults({ city: '110100' })).toEqual(['O-01 city'])
  expect(faults({ keywords: ['云'.repeat(41)] })).toEqual(['O-03 keywords'])
  expect(faults({ ipBlocks: ['203.0.113.0/24', '203.0.113.1/24'] })).toEqual(['O-04 ipBlocks'])
})

test.each([
  ['203.0.113.0/24', '203.0.113.0/24'], ['203.0.113.9', '203.0.113.9/32'], ['2001:DB8::/32', '2001:db8::/32'], ['2001:db8::1', '2001:db8::1/128'],
  ['203.0.113.1/24', undefined], ['10.0.0.0/8', undefined], ['0.0.0.0/0', undefined], ['::/0', undefined], ['203.0.113.0/33', undefined], ['203.0.113.0/024', undefined],
  ['203.0.113.0/24/1', undefined], ['cloud', undefined], ['', undefined],
])('%s is read as %s', (typed, block) => {
  expect(readIpBlock(typed)).toBe(block)
})

test('what is stored has no blanks around it, no empty lines and no repeats', () => {
  expect(tidyProvider({ ...sound, name: ' 示例 ', keywords: ['云', ' 云 ', ''], ipBlocks: ['203.0.113.0 /24', '203.0.113.0/24', ''] }))
    .toMatchObject({ name: '示例', keywords: ['云'], ipBlocks: ['203.0.113.0/24'] })
})
