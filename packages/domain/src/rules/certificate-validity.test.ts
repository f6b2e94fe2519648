import { expect, test } from '@jest/globals'
import { earliestCertificateDay, validityFaults } from './certificate-validity.js'

const of = { zh: '主体证件', en: 'certificate of the subject' }

const pathsFor = (from: string, to: string) => validityFaults({ path: 'subject', of, from, to, today: '2026-11-26' }).map((one) => one.path)

test('a certificate from before there were such certificates is a slip of the keys, and said at its field in both languages', () => {
  for (const from of ['0101-01-01', '0202-05-06', '1949-09-30']) expect(pathsFor(from, 'long-term')).toEqual(['subject.certificateValidFrom'])
  const [slip] = validityFaults({ path: 'subject', of, from: '0202-05-06', to: 'long-term', today: '2026-11-26' })
  expect([slip?.text.zh, slip?.text.en]).toEqual([expect.stringContaining('年份'), expect.stringContaining('year')])
})

test('the first day of the republic and every later one up to today are taken', () => {
  for (const from of [earliestCertificateDay, '1984-04-06', '2026-11-26']) expect(pathsFor(from, 'long-term')).toEqual([])
  expect(pathsFor('2026-11-27', 'long-term')).toEqual(['subject.certificateValidFrom'])
})

test('several certificates stand on one page, so that each finding says of which it speaks', () => {
  const said = validityFaults({ path: 'subject', of, from: '', to: '', today: '2026-11-26' }).map(({ text }) => [text.zh, text.en])
  expect(said).toEqual([
    ['尚未填写主体证件有效期起始日期。', 'The date from which the certificate of the subject is valid is missing.'],
    ['尚未填写主体证件有效期截止日期。', 'The date until which the certificate of the subject is valid is missing.'],
  ])
})
