/// <reference types="node" />
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { provinces } from '../code-tables/provinces.js'
import { ServiceType } from '../filing/service-type.js'
import { content } from '../filing/filing.fixture.js'
import { formatServiceNumber, formatSubjectNumber, normaliseFilingNumber, parseFilingNumber } from '../numbers/filing-number.js'
import { parseIp } from '../rules/ip-address.js'
import { normaliseContent } from '../rules/normalise-content.js'
import { normaliseCertificateNumber, normaliseEmail, normaliseHost, normaliseIp, normaliseName, normalisePhone, normaliseTyped } from '../rules/normalise-typed.js'
import { parseResidentId, residentIdCheckCharacter } from '../rules/resident-id.js'
import { creditCodeCheckCharacter, isCreditCode } from '../rules/credit-code.js'

const full = process.env.PROVE === 'full'
const seed = Number(process.env.PROVE_SEED ?? 20261126)
const runs = { numRuns: full ? 100_000 : 1_000, seed }
const patience = full ? 3_600_000 : 60_000

const character = fc.constantFrom(...provinces.map(({ icpCharacter }) => icpCharacter))
const serial = fc.integer({ min: 1, max: 999_999 })
const oldNumber = fc.record({ character, year: fc.integer({ min: 5, max: 20 }), serial })
  .map((of) => `${of.character}ICP备${String(of.year).padStart(2, '0')}${String(of.serial).padStart(6, '0')}号`)
const newNumber = fc.record({ character, year: fc.integer({ min: 2005, max: 9999 }), serial }).map(formatSubjectNumber)
const subjectNumber = fc.oneof(oldNumber, newNumber)
const anyNumber = fc.oneof(subjectNumber, fc.tuple(subjectNumber, serial, fc.constantFrom(...ServiceType.options)).map((of) => formatServiceNumber(...of)))

/** What a keyboard, an input method or a copied page makes of a text without changing what it says. */
const fullWidth = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const gap = fc.constantFrom('', '', '', ' ', '\u3000', '\u00a0', '\u200b', '\ufeff', '\t')
const asTyped = (text: fc.Arbitrary<string>): fc.Arbitrary<readonly [right: string, typed: string]> =>
  fc.tuple(text, fc.array(fc.tuple(gap, fc.boolean(), fc.boolean()), { minLength: 40, maxLength: 40 })).map(([right, keys]) =>
    [right, [...right].map((sign, at) => {
      const [space, wide, small] = keys[at % keys.length] ?? ['', false, false]
      const cased = small ? sign.toLowerCase() : sign
      return space + (wide ? fullWidth(cased) : cased)
    }).join('')])

test('a number that was read is the number that was written', () => {
  fc.assert(fc.property(anyNumber, (number) => {
    const read = parseFilingNumber(number)
    expect(read?.serviceNumber ?? read?.subjectNumber).toBe(number)
    expect(normaliseFilingNumber(number)).toBe(number)
  }), runs)
}, patience)

test('a number is read however it is typed: spaces, full width, small letters, other dashes, 号 left out or at the end', () => {
  const dash = fc.constantFrom('-', '－', '–', '—', '−', '‐', '_')
  const without = fc.constantFrom<(text: string) => string>((text) => text, (text) => text.replace('号', ''), (text) => `${text.replace('号', '')}号`, (text) => text.replace('备', '備').replace('号', '號'))
  fc.assert(fc.property(asTyped(anyNumber), dash, without, ([right, typed], line, change) => {
    expect(normaliseFilingNumber(change(typed.replace(/[-－]/, line)))).toBe(right)
  }), runs)
}, patience)

test('what is no number is read as none, and what is read as one reads back as itself', () => {
  const near = fc.tuple(anyNumber, fc.nat(30), fc.constantFrom('', '0', '-', '川', 'ICP', '备', '号', 'Z', '证')).map(([number, at, sign]) => number.slice(0, at % number.length) + sign + number.slice((at % number.length) + 1))
  fc.assert(fc.property(fc.oneof(near, fc.string({ unit: 'binary' })), (text) => {
    const read = normaliseFilingNumber(text)
    if (read === null) expect(parseFilingNumber(text)).toBeNull()
    else expect(parseFilingNumber(read)?.serviceNumber ?? parseFilingNumber(read)?.subjectNumber).toBe(read)
  }), runs)
}, patience)

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const residentId = fc.tuple(fc.constantFrom('110101', '330106', '440304', '810000', '650102'), day, fc.integer({ min: 1, max: 999 })).map(([region, born, n]) => {
  const digits = `${region}${born.replaceAll('-', '')}${String(n).padStart(3, '0')}`
  return `${digits}${residentIdCheckCharacter(digits)}`
})

test('a resident ID is read however it is typed, and says region, day and sex', () => {
  fc.assert(fc.property(asTyped(residentId), ([right, typed]) => {
    expect(parseResidentId(typed)).toEqual({
      text: right, region: right.slice(0, 6), birthDay: `${right.slice(6, 10)}-${right.slice(10, 12)}-${right.slice(12, 14)}`, sex: Number(right[16]) % 2 ? 'male' : 'female',
    })
  }), runs)
}, patience)

test('one changed digit of a resident ID, or one sign of a credit code, is noticed', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const creditCode = fc.array(fc.nat(alphabet.length - 1), { minLength: 17, maxLength: 17 }).map((at) => at.map((n) => alphabet[n]).join(''))
    .map((body) => `91110101${body.slice(8)}`).map((body) => `${body}${creditCodeCheckCharacter(body)}`)
  fc.assert(fc.property(residentId, creditCode, fc.nat(17), fc.integer({ min: 1, max: 30 }), (id, code, at, by) => {
    const digit = at === 17 ? '0123456789X' : '0123456789'
    const other = digit[(digit.indexOf(id[at] ?? '') + (by % (digit.length - 1)) + 1) % digit.length] ?? ''
    expect(other === id[at] || parseResidentId(id.slice(0, at) + other + id.slice(at + 1)) === null).toBe(true)
    const sign = alphabet[(alphabet.indexOf(code[at] ?? '') + by) % alphabet.length] ?? ''
    expect(sign === code[at] || !isCreditCode(code) || !isCreditCode(code.slice(0, at) + sign + code.slice(at + 1))).toBe(true)
  }), runs)
}, patience)

test('an IP address is the same number in every way to write it', () => {
  const hex = (value: bigint): string => value.toString(16)
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }), fc.nat(0xffff_ffff), (v6, v4) => {
    const groups = Array.from({ length: 8 }, (_, n) => (v6 >> BigInt(16 * (7 - n))) & 0xffffn)
    const long = groups.map((group) => hex(group).padStart(4, '0')).join(':')
    const short = groups.map(hex).join(':').replace(/(?:^|:)0(?::0)+(?:$|:)/, '::')
    for (const text of [long, short, long.toUpperCase(), fullWidth(short)]) expect(parseIp(text)).toEqual({ family: 6, value: v6 })
    const dotted = [24, 16, 8, 0].map((bits) => Math.floor(v4 / 2 ** bits) % 256).join('.')
    for (const text of [dotted, fullWidth(dotted), dotted.replaceAll('.', '。')]) expect(parseIp(text)).toEqual({ family: 4, value: BigInt(v4) })
  }), runs)
}, patience)

const anything = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), asTyped(anyNumber).map(([, typed]) => typed), fc.constantFrom('+86 138-0000-0001', '０１０－１２３４５６７８', ' 例子。中国. ', 'A@EXAMPLE。COM'))

test('what was put right once is right: doing it again changes nothing', () => {
  fc.assert(fc.property(anything, (text) => {
    for (const right of [normaliseTyped, normaliseName, normalisePhone, normaliseEmail, normaliseHost, normaliseIp, normaliseCertificateNumber]) {
      expect([right.name, right(right(text))]).toEqual([right.name, right(text)])
    }
    const typed = { ...content, subject: { ...content.subject, name: text, address: text, person: { ...content.subject.person, mobile: text, email: text } }, services: content.services.map((one) => ({ ...one, domain: text, homePage: text })) }
    expect(normaliseContent(normaliseContent(typed))).toEqual(normaliseContent(typed))
  }), runs)
}, patience)
