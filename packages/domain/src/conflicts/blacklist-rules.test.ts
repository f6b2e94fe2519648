/// <reference types="node" />
import { domainToASCII } from 'node:url'
import { expect, test } from '@jest/globals'
import { type BlacklistForm, blacklistFindings, blacklistStanding, tidyBlacklist } from './blacklist-rules.js'

const sound: BlacklistForm = {
  kind: 'domain', certificateType: '', certificateNumber: '', domain: 'example.com', reason: '提供虚假信息', source: '京通管〔2026〕1号', validFrom: '2026-01-01', validUntil: '',
}
const faults = (form: Partial<BlacklistForm>) => blacklistFindings({ ...sound, ...form }, domainToASCII).map(({ rule, path }) => `${rule} ${path}`)

test('a domain or a subject may be entered with reason, document and first day', () => {
  expect(faults({})).toEqual([])
  expect(faults({ domain: '例子.中国', validUntil: '2026-01-01' })).toEqual([])
  // Under an ending that was approved after this release, or is not yet.
  expect(faults({ domain: 'example.zzzz' })).toEqual([])
  expect(faults({ kind: 'subject', domain: '', certificateType: '1', certificateNumber: '91110101000000019Y' })).toEqual([])
})

test.each<[Partial<BlacklistForm>, string[]]>([
  [{ domain: '' }, ['B-01 domain']],
  [{ domain: 'www.example.com' }, ['B-02 domain']],
  [{ domain: 'com.cn' }, ['B-02 domain']],
  [{ domain: '203.0.113.7' }, ['B-02 domain']],
  [{ domain: 'http://example.com' }, ['B-02 domain']],
  [{ kind: 'subject' }, ['B-01 certificateType', 'B-01 certificateNumber']],
  [{ kind: 'subject', certificateType: '999', certificateNumber: '1' }, ['B-01 certificateType']],
  [{ kind: 'subject', certificateType: '1', certificateNumber: '911101010000000190' }, ['B-05 certificateNumber']],
  [{ kind: 'subject', certificateType: '2', certificateNumber: '110101189001010011' }, ['B-05 certificateNumber']],
  [{ reason: ' ', source: '' }, ['B-01 reason', 'B-01 source']],
  [{ validFrom: '' }, ['B-01 validFrom']],
  [{ validFrom: '2026-02-30' }, ['B-03 validFrom']],
  [{ validFrom: '0000-01-01' }, ['B-03 validFrom']],
  [{ validUntil: '2025-12-31' }, ['B-03 validUntil']],
  [{ validUntil: 'x' }, ['B-03 validUntil']],
])('%j is told at its field: %j', (form, told) => {
  expect(faults(form)).toEqual(told)
  for (const { text, fix } of blacklistFindings({ ...sound, ...form }, domainToASCII)) {
    // What is missing says by itself what to do.
    expect([text.zh, fix.zh || text.zh].every((words) => /\p{Script=Han}.*。$/u.test(words)) && [text.en, fix.en || text.en].every((words) => /^[A-Z].*\.$/.test(words))).toBe(true)
  }
})

test('what is stored is normalised and holds only what its kind has', () => {
  expect(tidyBlacklist({ ...sound, domain: ' Example。COM ', certificateType: '1', certificateNumber: 'x', reason: ' r ' }))
    .toMatchObject({ domain: 'example.com', certificateType: '', certificateNumber: '', reason: 'r' })
  expect(tidyBlacklist({ ...sound, kind: 'subject', certificateType: '2', certificateNumber: '11010118900101001x' })).toMatchObject({ domain: '', certificateNumber: '11010118900101001X' })
})

test.each([
  ['2026-01-01', null, null, 'in-force'], ['2026-01-01', '2026-06-30', null, 'in-force'], ['2026-01-01', '2026-06-29', null, 'over'], ['2026-07-01', null, null, 'planned'],
  ['2026-01-01', null, '2026-02-01T00:00:00.000Z', 'lifted'],
] as const)('from %s until %s, lifted at %s, an entry stands on 30 June as %s', (validFrom, validUntil, liftedAt, standing) => {
  expect(blacklistStanding({ validFrom, validUntil, liftedAt }, '2026-06-30')).toBe(standing)
})
