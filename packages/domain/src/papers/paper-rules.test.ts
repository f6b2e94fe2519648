/// <reference types="node" />
import { expect, test } from '@jest/globals'
import { content } from '../filing/filing.fixture.js'
import { shippedRuleData } from '../rule-data/entry.js'
import { rulesInForce } from '../rule-data/rules-in-force.js'
import { ruleCatalogue } from '../rules/catalogue.js'
import { judgePaper, paperInfected, paperNotWanted, paperRules, tooManyPapers } from './paper-rules.js'
import { crc32 } from './png.js'
import { paperSlots, type PaperSlot } from './paper-slots.js'

const data = rulesInForce(shippedRuleData, '110000', '2026-11-26')
const slots = paperSlots(content, 'new-subject', data)
const certificate = slots.find(({ purpose }) => purpose === '2') as PaperSlot
const sheet = slots.find(({ purpose }) => purpose === '1') as PaperSlot

/** A grey JPEG of so many bytes. */
const jpeg = (width: number, height: number, size: number): Uint8Array => {
  const head = Buffer.from('ffd8ffc0000b080000000001011100ffda0008010100003f00', 'hex')
  head.writeUInt16BE(height, 7)
  head.writeUInt16BE(width, 9)
  return Uint8Array.from(Buffer.concat([head, Buffer.alloc(size - head.length - 2, 7), Buffer.from('ffd9', 'hex')]))
}
const png = (): Uint8Array => {
  const chunk = (named: Buffer) => {
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(named.length - 4)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  return Uint8Array.from(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...['4948445200000320000002580802000000', '49444154789c0300', '49454e44'].map((hex) => chunk(Buffer.from(hex, 'hex')))]))
}
const judged = (slot: PaperSlot, ...picture: Parameters<typeof jpeg>) => judgePaper(jpeg(...picture), slot, data).findings.map(({ rule }) => rule)

test('a sheet has 150 KB, all else 100 KB, to the byte', () => {
  expect([judged(certificate, 800, 600, 102_400), judged(certificate, 800, 600, 102_401)]).toEqual([[], ['F-02']])
  expect([judged(sheet, 800, 600, 153_600), judged(sheet, 800, 600, 153_601)]).toEqual([[], ['F-02']])
})

test('sides have 100 to 8000 pixels', () => {
  expect([judged(certificate, 100, 8000, 500), judged(certificate, 99, 600, 500), judged(certificate, 800, 8001, 500)]).toEqual([[], ['F-03'], ['F-03']])
})

test('a place that takes JPG only takes no PNG, and no file that is neither is taken anywhere', () => {
  expect(judgePaper(png(), certificate, data)).toMatchObject({ picture: { format: '2', width: 800 }, findings: [] })
  expect(judgePaper(png(), { ...certificate, formats: ['1'] }, data).findings.map(({ rule }) => rule)).toEqual(['F-01'])
  expect(judgePaper(Uint8Array.from([1, 2, 3]), certificate, data)).toMatchObject({ picture: null, findings: [{ rule: 'F-01', path: 'papers.2.subject', severity: 'block' }] })
})

test('every finding says in both languages what is wrong and what to do, and which value decided', () => {
  const findings = [
    ...judgePaper(jpeg(99, 99, 200_000), certificate, data).findings, ...judgePaper(Uint8Array.from([1]), certificate, data).findings, ...judgePaper(jpeg(800, 600, 500), { ...certificate, formats: ['2'] }, data).findings,
    paperNotWanted(certificate), paperInfected(certificate), tooManyPapers(certificate), tooManyPapers({ ...certificate, most: 10 }),
  ]
  for (const { text, fix } of findings) {
    for (const words of [text, fix]) {
      expect(words.zh).toMatch(/\p{Script=Han}/u)
      expect(`${words.zh}${words.en}`).not.toMatch(/undefined|null|NaN/)
    }
  }
  expect(findings.slice(0, 2).map(({ decidedBy }) => decidedBy?.map(({ key }) => key))).toEqual([['parameter/kilobytes-of-papers'], ['parameter/shortest-side-of-papers']])
})

test('the rules of papers are those of the catalogue that are told when a paper is handed in', () => {
  expect(ruleCatalogue.filter(({ toldBy }) => toldBy === 'paper').map(({ id }) => id)).toEqual(Object.values(paperRules).map(({ id }) => id))
})
