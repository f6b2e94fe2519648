/// <reference types="node" />
import { domainToASCII } from 'node:url'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { FilingContent, type Access, type Person, type Service } from '../filing/content.js'
import { filing } from '../filing/filing.fixture.js'
import { ServiceType } from '../filing/service-type.js'
import { FilingKind } from '../filing/kind.js'
import { Finding } from '../finding.js'
import { findingsFor } from './findings-for.js'
import { normaliseContent } from './normalise-content.js'

const near = (...samples: string[]) => fc.oneof(fc.constantFrom('', ...samples), fc.string({ unit: 'grapheme', maxLength: 12 }))
const digits = near('1', '2', '5', '8', '110000').map((text) => text.slice(0, 6))
const day = near('2020-01-01', '2030-02-30', 'long-term').map((text) => text.slice(0, 10))

const person: fc.Arbitrary<Person> = fc.record({
  name: near('示例甲'), certificateType: digits, certificateNumber: near('110101189001010016', '１１０'), certificateValidFrom: day, certificateValidTo: day,
  mobile: near('13800000000', '+86'), emergencyPhone: near('13800000000'), officePhone: near('010-66668888'), email: near('a@example.com', '@'),
})
const access: fc.Arbitrary<Access> = fc.record({
  id: fc.constantFrom('a', 'b'), providerId: near('p'), providerName: near('示例'), modes: fc.array(digits, { maxLength: 3 }), places: fc.array(digits, { maxLength: 3 }),
  ipRanges: fc.array(fc.record({ from: near('192.0.2.1', '2001:db8::1', '10.0.0.0'), to: near('192.0.2.9', '::', '255.255.255.255') }), { maxLength: 4 }),
})
const service: fc.Arbitrary<Service> = fc.record({
  id: fc.constantFrom('s1', 's2'), type: fc.constantFrom(...ServiceType.options), name: near('示例网', '中国'), domain: near('example.com', 'xn--', '例子.中国', '..', '%'),
  homePage: near('www.example.com', 'http://', '//', 'xn--a/'), contents: fc.array(digits, { maxLength: 3 }), languages: fc.array(digits, { maxLength: 3 }),
  preApprovalAnswer: fc.constantFrom('', 'none', 'some'), preApprovals: fc.array(fc.record({ item: digits, approvalNumber: near('1') }), { maxLength: 3 }),
  personSource: fc.constantFrom('subject', 'own'), person, remark: near('说明'), accesses: fc.array(access, { maxLength: 3 }),
})
const content: fc.Arbitrary<FilingContent> = fc.oneof(
  fc.record({
    form: fc.constant('registration' as const),
    subject: fc.record({
      nature: digits, name: near('示例公司'), certificateType: digits, certificateNumber: near('91110101000000019Y'), certificateAddress: near('示例路'),
      certificateValidFrom: day, certificateValidTo: day, investor: near('示例'), province: near('110000').map((text) => text.slice(0, 6)),
      city: near('110100').map((text) => text.slice(0, 6)), county: near('110101').map((text) => text.slice(0, 6)), address: near('示例路1号'), person,
      legalPersonSource: fc.constantFrom('same', 'own'), legalPerson: fc.record({ name: near('示例丙'), certificateType: digits, certificateNumber: near('110101189001010016') }),
      filingMode: fc.constant('self' as const), remark: near('说明'),
    }),
    services: fc.array(service, { maxLength: 3 }),
  }),
  fc.record({
    form: fc.constant('cancellation' as const), subjectNumber: near('京ICP备2026000001号'), serviceNumbers: fc.array(near('京ICP备2026000001号-1'), { maxLength: 2 }),
    reason: digits, note: near('说明'),
  }),
)

test('whatever fits the shape of a filing is judged without an error, also after normalising', () => {
  fc.assert(fc.property(content, fc.constantFrom(...FilingKind.options), (typed, kind) => {
    for (const one of [typed, normaliseContent(typed)]) {
      const findings = findingsFor(kind, one, { today: '2026-11-23', domainToAscii: domainToASCII })
      expect(findings.filter((finding) => !Finding.safeParse(finding).success)).toEqual([])
    }
  }), { numRuns: 400, seed: 20261126 })
})

test('normalising a filing keeps its shape and changes nothing the second time', () => {
  fc.assert(fc.property(content, (typed) => {
    const once = normaliseContent(typed)
    expect(FilingContent.parse(once)).toEqual(once)
    expect(normaliseContent(once)).toEqual(once)
  }), { numRuns: 200, seed: 20261126 })
})

test('a code that bears the name of something that every object has is an unknown code like any other', () => {
  const { content: sound } = filing('draft')
  if (sound.form !== 'registration') throw new Error('the sample registers something')
  for (const code of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    const odd: FilingContent = { ...sound, subject: { ...sound.subject, nature: code, certificateType: '1', certificateNumber: '91110101000000019Y' } }
    const told = findingsFor('new-subject', odd, { today: '2026-11-23', domainToAscii: (host) => domainToASCII(host) })
    expect([code, told.some(({ path }) => path === 'subject.nature')]).toEqual([code, true])
  }
})
