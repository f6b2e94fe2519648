/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { domainToASCII, domainToUnicode } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { stdnum } from 'stdnum'
import { parse } from 'tldts'
import { approvedSuffixes } from './code-tables/domain-suffixes.js'
import { normaliseFilingNumber, parseFilingNumber } from './numbers/filing-number.js'
import { isCreditCode } from './rules/credit-code.js'
import { parseIp } from './rules/ip-address.js'
import { normaliseCertificateNumber } from './rules/normalise-typed.js'
import { isOrganisationCode } from './rules/organisation-code.js'
import { isEmail, isMainlandMobile, isOfficePhone } from './rules/phone.js'
import { registrableDomain } from './rules/registrable-domain.js'
import { parseResidentId } from './rules/resident-id.js'

/** One value per line; `#` begins a comment. */
const read = (name: string): string[] => readFileSync(new URL(`../vectors/${name}.txt`, import.meta.url), 'utf8')
  .split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))

const pairs = (name: string): string[][] => read(name).map((line) => line.split(' => '))

const judges: Record<string, (value: string) => boolean> = {
  'resident-id': (value) => parseResidentId(value) !== null,
  'credit-code': isCreditCode,
  'organisation-code': isOrganisationCode,
  'mainland-mobile': isMainlandMobile,
  'office-phone': isOfficePhone,
  email: isEmail,
  'filing-number': (value) => parseFilingNumber(value) !== null,
}

describe.each(Object.entries(judges))('%s', (name, judge) => {
  test.each(read(`${name}.valid`))('takes "%s"', (value) => expect(judge(value)).toBe(true))
  test.each(read(`${name}.invalid`))('refuses "%s"', (value) => expect(judge(value)).toBe(false))
})

describe('ip-address', () => {
  test.each(pairs('ip-address.valid'))('reads "%s" as %s', (typed, expected) => {
    const address = parseIp(typed ?? '')
    expect(`${address?.family} ${address?.value}`).toBe(expected)
  })
  test.each(read('ip-address.invalid'))('refuses "%s"', (value) => expect(parseIp(value)).toBeNull())
})

describe('filing-number-typed', () => {
  test.each(pairs('filing-number-typed.valid'))('reads "%s" as "%s"', (typed, expected) => expect(normaliseFilingNumber(typed ?? '')).toBe(expected))
  test.each(read('filing-number-typed.invalid'))('refuses "%s"', (value) => expect(normaliseFilingNumber(value)).toBeNull())
  test.each(read('filing-number.valid'))('leaves the canonical "%s" alone', (value) => expect(normaliseFilingNumber(value)).toBe(value))
})

describe('registrable-domain', () => {
  test.each(pairs('registrable-domain.valid'))('finds in "%s" the domain "%s"', (host, expected) => {
    expect(domainToUnicode(registrableDomain(domainToASCII(host ?? '')) ?? '')).toBe(expected)
  })
  test.each(pairs('registrable-domain.valid'))('agrees on "%s" with the public suffix list', (host) => {
    expect(registrableDomain(domainToASCII(host ?? ''))).toBe(parse(domainToASCII(host ?? '')).domain)
  })
  test.each(read('registrable-domain.invalid'))('finds none in "%s"', (host) => expect(registrableDomain(domainToASCII(host) || host)).toBeNull())
})

test('every approved suffix is one where the public suffix list registers names, in the A-label that the platform computes', () => {
  for (const { suffix, zh } of approvedSuffixes) {
    expect(domainToASCII(zh)).toBe(suffix)
    expect(parse(`example.${suffix}`)).toMatchObject({ isIcann: true, publicSuffix: suffix, domain: `example.${suffix}` })
  }
})

test('resident IDs and credit codes are judged as the package stdnum judges them', () => {
  const verdict = (value: string) => stdnum.CN?.ric?.validate(normaliseCertificateNumber(value))?.isValid
  for (const value of read('resident-id.valid')) expect(verdict(value)).toBe(true)
  for (const value of [...read('credit-code.valid'), ...read('credit-code.invalid')]) {
    expect(stdnum.CN?.uscc?.validate(normaliseCertificateNumber(value))?.isValid).toBe(isCreditCode(value))
  }
})

test('changing the check character of any valid value makes it invalid', () => {
  const survivors = ([['resident-id', '0123456789X'], ['credit-code', '0123456789ABCDEFGHJKLMNPQRTUWXY']] as const).flatMap(([name, alphabet]) =>
    read(`${name}.valid`).map(normaliseCertificateNumber).flatMap((value) =>
      [...alphabet].filter((sign) => sign !== value.at(-1)).map((sign) => value.slice(0, -1) + sign).filter((changed) => judges[name]?.(changed))))
  expect(survivors).toEqual([])
})
