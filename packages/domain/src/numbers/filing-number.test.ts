import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { provinces } from '../code-tables/provinces.js'
import { ServiceType } from '../filing/service-type.js'
import { formatServiceNumber, formatSubjectNumber, normaliseFilingNumber, parseFilingNumber, serviceSuffixes, typeOfNumber, wordOfNumber } from './filing-number.js'

const subject = fc.record({
  character: fc.constantFrom(...provinces.map((province) => province.icpCharacter)),
  year: fc.integer({ min: 2005, max: 9999 }),
  serial: fc.integer({ min: 1, max: 999_999 }),
})
const n = fc.integer({ min: 1, max: 999_999 })
const type = fc.constantFrom(...ServiceType.options)

test('a number reads back as what it was written from', () => {
  fc.assert(fc.property(subject, n, type, (of, count, kind) => {
    const subjectNumber = formatSubjectNumber(of)
    expect(parseFilingNumber(subjectNumber)).toEqual({ ...of, digits: subjectNumber.slice(5, -1), subjectNumber })
    const serviceNumber = formatServiceNumber(subjectNumber, count, kind)
    expect(parseFilingNumber(serviceNumber)).toMatchObject({ ...of, subjectNumber, serviceNumber, n: count, suffix: serviceSuffixes[kind] })
    expect(normaliseFilingNumber(` ${serviceNumber.toLowerCase().replace('号', ' ')} `)).toBe(serviceNumber)
  }), { seed: 20261126 })
})

test('the number of a service tells what it is; a subject’s and what is no number tell nothing', () => {
  fc.assert(fc.property(subject, n, type, (of, count, kind) => {
    expect(typeOfNumber(formatServiceNumber(formatSubjectNumber(of), count, kind))).toBe(kind)
    expect(typeOfNumber(formatSubjectNumber(of))).toBeUndefined()
  }))
  expect(typeOfNumber('')).toBeUndefined()
  expect(wordOfNumber('京ICP备2026000001号-2A').en).toBe('app')
})

test('the first number of 2026 in Beijing', () => {
  expect(formatSubjectNumber({ character: '京', year: 2026, serial: 1 })).toBe('京ICP备2026000001号')
  expect(formatServiceNumber('京ICP备2026000001号', 2, 'app')).toBe('京ICP备2026000001号-2A')
})

test('an eight-digit number keeps its digits and names its year', () => {
  expect(parseFilingNumber('京ICP备05000001号-3')).toEqual({
    character: '京', digits: '05000001', year: 2005, serial: 1, subjectNumber: '京ICP备05000001号', n: 3, suffix: '', serviceNumber: '京ICP备05000001号-3',
  })
})

test('a number that could not be read back is never written', () => {
  for (const wrong of [{ character: '川', year: 2026, serial: 1 }, { character: '', year: 2026, serial: 1 }, { character: '京', year: 26, serial: 1 },
    { character: '京', year: 2026, serial: 0 }, { character: '京', year: 2026, serial: 1_000_000 }, { character: '京', year: 2026, serial: 1.5 }]) {
    expect(() => formatSubjectNumber(wrong)).toThrow(RangeError)
  }
  expect(() => formatServiceNumber('京ICP备2026000001号', 0, 'website')).toThrow(RangeError)
})
