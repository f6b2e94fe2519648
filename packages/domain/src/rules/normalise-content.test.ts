import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { emptyAccess, emptyRegistration, emptyService, type FilingContent } from '../filing/content.js'
import { normaliseContent } from './normalise-content.js'
import {
  normaliseCertificateNumber, normaliseEmail, normaliseHost, normaliseIp, normaliseName, normalisePhone, normaliseTyped,
} from './normalise-typed.js'

test('full-width signs, spaces and invisible characters are put right field by field', () => {
  const draft = emptyRegistration()
  draft.subject.name = ' 示例（北京）\u200b有限公司　'
  draft.subject.certificateNumber = '９１110101 000000019y'
  draft.subject.person.mobile = '＋８６ 138-0000-0001'
  draft.subject.remark = '  如此 写 '
  draft.services = [{
    ...emptyService('s1'), domain: ' ＥＸＡＭＰＬＥ。com. ', homePage: 'ｗｗｗ.example.com/Index',
    accesses: [{ ...emptyAccess('a1'), ipRanges: [{ from: '１９２。０.２.１', to: '192.0.2.1 ' }] }],
  }]
  const content = normaliseContent(draft)
  expect(content).toMatchObject({
    subject: { name: '示例（北京）有限公司', certificateNumber: '91110101000000019Y', person: { mobile: '13800000001' }, remark: '  如此 写 ' },
    services: [{ domain: 'example.com', homePage: 'www.example.com/Index', accesses: [{ ipRanges: [{ from: '192.0.2.1', to: '192.0.2.1' }] }] }],
  })
})

test('typed filing numbers become canonical, and what is none stays for the rules to name', () => {
  const content: FilingContent = { form: 'cancellation', subjectNumber: '京icp备2026000001', serviceNumbers: ['京ICP备2026000001号－1', 'x'], reason: '1', note: '' }
  expect(normaliseContent(content)).toMatchObject({ subjectNumber: '京ICP备2026000001号', serviceNumbers: ['京ICP备2026000001号-1', 'x'] })
})

test('the small x of a resident ID is upper-cased, other texts keep their case', () => {
  expect(normaliseTyped('11010519491231002x')).toBe('11010519491231002X')
  expect(normaliseTyped(' Ｈello　 World ')).toBe('Hello World')
})

test.each(Object.entries({ normaliseCertificateNumber, normaliseEmail, normaliseHost, normaliseIp, normaliseName, normalisePhone, normaliseTyped }))(
  '%s changes nothing the second time', (_name, normalise) => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(normalise(normalise(text))).toBe(normalise(text))), { numRuns: 500, seed: 20261126 })
  })
