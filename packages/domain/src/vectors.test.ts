/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs'
import { domainToASCII, domainToUnicode } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { stdnum } from 'stdnum'
import { parse } from 'tldts'
import type { CertificateForm } from './code-tables/certificate-types.js'
import { approvedSuffixes } from './code-tables/domain-suffixes.js'
import { emptyAccess, emptyRegistration, emptyService, type Service } from './filing/content.js'
import { readPicture } from './papers/read-picture.js'
import { normaliseFilingNumber, parseFilingNumber } from './numbers/filing-number.js'
import { isCreditCode } from './rules/credit-code.js'
import { parseIp } from './rules/ip-address.js'
import { normaliseCertificateNumber } from './rules/normalise-typed.js'
import { findingsFor } from './rules/findings-for.js'
import { isOrganisationCode } from './rules/organisation-code.js'
import { isPersonalCertificateNumber } from './rules/personal-certificate.js'
import { isEmail, isMainlandMobile, isOfficePhone } from './rules/phone.js'
import { filedDomain, registrableDomain } from './rules/registrable-domain.js'
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

describe('picture', () => {
  const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
  test.each(pairs('picture.valid'))('reads %s', (hex, expected) => {
    const picture = readPicture(bytesOf(hex ?? ''))
    const kept = Buffer.from(picture?.bytes ?? []).toString('hex')
    expect(`${picture?.format} ${picture?.width}x${picture?.height} ${kept === hex ? 'all' : kept}`).toBe(expected)
  })
  test.each(pairs('picture.valid'))('keeps of %s what reads the same again', (hex) => {
    const picture = readPicture(bytesOf(hex ?? ''))
    expect(readPicture(picture?.bytes ?? new Uint8Array())).toEqual(picture)
  })
  test.each(read('picture.invalid'))('refuses %s', (hex) => expect(readPicture(bytesOf(hex))).toBeNull())
  test('refuses every beginning of a picture', () => {
    for (const [hex = ''] of pairs('picture.valid').filter(([, expected]) => expected?.endsWith(' all'))) {
      for (let length = 0; length < hex.length / 2; length++) expect([hex, length, readPicture(bytesOf(hex.slice(0, 2 * length)))]).toEqual([hex, length, null])
    }
  })
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

test.each(pairs('filed-domain.valid'))('a website at "%s" is filed under "%s"', (host, expected) => {
  expect(domainToUnicode(filedDomain(domainToASCII(host ?? '')) ?? '')).toBe(expected)
})

describe('personal-certificate', () => {
  const judge = (line: string): boolean => {
    const [form = '', ...rest] = line.split(' ')
    return isPersonalCertificateNumber(form as CertificateForm, rest.join(' '))
  }
  test.each(read('personal-certificate.valid'))('takes "%s"', (line) => expect(judge(line)).toBe(true))
  test.each(read('personal-certificate.invalid'))('refuses "%s"', (line) => expect(judge(line)).toBe(false))
})

/** The rules that block a service of 北京示例科技有限公司 at the field in question, through the same door as form and server. */
const blockedBy = (field: string, service: Partial<Service>): string[] => {
  const content = emptyRegistration()
  const subject = { ...content.subject, nature: '4', name: '北京示例科技有限公司' }
  const found = findingsFor('new-subject', { ...content, subject, services: [{ ...emptyService('s'), domain: 'example.com', ...service }] },
    { today: '2026-11-23', domainToAscii: domainToASCII })
  return found.filter(({ path, severity }) => severity === 'block' && path === `services.s.${field}`).map(({ rule }) => rule)
}

describe.each([
  { name: 'site-name', ofLine: (line: string) => blockedBy('name', { name: line }) },
  {
    name: 'home-page',
    ofLine: (line: string) => {
      const at = line.indexOf(' ')
      return blockedBy('homePage', { domain: line.slice(0, at), homePage: line.slice(at + 1) })
    },
  },
  {
    name: 'ip-range',
    ofLine: (line: string) => {
      const [from = '', to = ''] = line.split(' ')
      return blockedBy('accesses.a.ipRanges', { accesses: [{ ...emptyAccess('a'), ipRanges: [{ from, to }] }] })
    },
  },
])('$name', ({ name, ofLine }) => {
  test.each(read(`${name}.valid`))('takes "%s"', (line) => expect(ofLine(line)).toEqual([]))
  test.each(pairs(`${name}.invalid`))('blocks "%s" by %s', (line, rule) => expect(ofLine(line ?? '')).toContain(rule))
})

test.each([
  'credit-code', 'resident-id', 'personal-certificate', 'registrable-domain', 'site-name', 'filing-number', 'ip-range', 'mainland-mobile', 'office-phone', 'home-page',
])('%s is tried with at least forty good and forty bad values', (name) => {
  for (const verdict of ['valid', 'invalid']) expect(new Set(read(`${name}.${verdict}`)).size).toBeGreaterThanOrEqual(40)
})

test('every file of vectors begins with where the format is written down', () => {
  const folder = new URL('../vectors/', import.meta.url)
  const unsourced = readdirSync(folder).filter((name) => !/^# Source: .*(?:RFC|GB|ISO|ITU|MIIT|icp-filing)/.test(readFileSync(new URL(name, folder), 'utf8')))
  expect(unsourced).toEqual([])
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
  // The package drops hyphens, knows no registry with a letter (N1, rural collectives) and refuses every code whose check character is 0.
  const comparable = (value: string) => /^\d{2}[^-]*[^0-]$/.test(normaliseCertificateNumber(value))
  for (const value of [...read('credit-code.valid'), ...read('credit-code.invalid')].filter(comparable)) {
    expect([value, stdnum.CN?.uscc?.validate(normaliseCertificateNumber(value))?.isValid]).toEqual([value, isCreditCode(value)])
  }
})

test('changing the check character of any valid value makes it invalid', () => {
  const survivors = ([['resident-id', '0123456789X'], ['credit-code', '0123456789ABCDEFGHJKLMNPQRTUWXY']] as const).flatMap(([name, alphabet]) =>
    read(`${name}.valid`).map(normaliseCertificateNumber).flatMap((value) =>
      [...alphabet].filter((sign) => sign !== value.at(-1)).map((sign) => value.slice(0, -1) + sign).filter((changed) => judges[name]?.(changed))))
  expect(survivors).toEqual([])
})
