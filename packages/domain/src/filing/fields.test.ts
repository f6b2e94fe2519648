import { expect, test } from '@jest/globals'
import { fieldAt } from './changes.js'
import { emptyRegistration, RegistrationContent } from './content.js'
import { coverLabel, resendsLeft, triesLeft } from './confirmation-state.js'
import { correctableFields } from './correctable.js'
import { displayFieldValue, displayValue } from './display.js'
import { fieldLabel, fieldsOf, personalPaths, summaryOf, valueKindAt } from './fields.js'
import { cancellation, content, subjectNumber } from './filing.fixture.js'
import { maskContent } from '../permissions/visible-fields.js'
import { maskField } from './mask.js'

const leaves = (value: unknown, path: string): string[] => {
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && 'id' in one)) {
    return value.flatMap((one: { id: string }) => leaves(one, `${path}.${one.id}`))
  }
  return typeof value !== 'object' || value === null || Array.isArray(value) ? [path]
    : Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
}

const withApprovals = {
  ...content, services: content.services.map((one) => ({ ...one, preApprovalAnswer: 'some' as const, preApprovals: [{ item: '1', approvalNumber: '京001' }] })),
}

const withLegalPerson: RegistrationContent = {
  ...content, subject: { ...content.subject, legalPersonSource: 'own', legalPerson: { name: '赵强', certificateType: '2', certificateNumber: '330106188512310035' } },
}

test('the legal representative has a part of their own only where a unit names another person', () => {
  const parts = (subject: Partial<RegistrationContent['subject']>) => {
    const [group] = summaryOf({ ...withLegalPerson, subject: { ...withLegalPerson.subject, ...subject } })
    return [group?.rows.some((row) => row.key === 'legalPersonSource'), group?.groups.map((inner) => inner.path)]
  }
  expect(parts({})).toEqual([true, ['subject.person', 'subject.legalPerson']])
  expect(parts({ legalPersonSource: 'same' })).toEqual([true, ['subject.person']])
  expect(parts({ nature: '5' })).toEqual([false, ['subject.person']])
  expect(fieldLabel('subject.legalPerson.name', withLegalPerson)).toEqual({ zh: '法定代表人 · 法定代表人姓名', en: 'Legal representative · Name of the legal representative' })
  expect(displayValue('subject.legalPerson.certificateType', withLegalPerson, 'zh')).toBe('居民身份证')
  expect(maskContent(withLegalPerson).subject.legalPerson).toEqual({ name: '赵强', certificateType: '2', certificateNumber: '330***********0035' })
})

test('the filing mode is shown, and is no field that anybody may correct', () => {
  expect(displayValue('subject.filingMode', content, 'zh')).toBe('自行报备')
  expect(fieldsOf(content).filter((row) => row.stated).map((row) => row.path)).toEqual(['subject.filingMode'])
  expect(correctableFields(content).map((row) => row.path)).not.toContain('subject.filingMode')
})

test('a filing from before the legal representative and the filing mode opens with nothing said of either', () => {
  const { legalPersonSource: _source, legalPerson: _person, filingMode: _mode, ...before } = content.subject
  expect(RegistrationContent.parse({ ...content, subject: before })).toEqual(content)
})

test('every field of the document is shown, except ids and the person that is not asked for', () => {
  const shown = new Set(fieldsOf(withApprovals).map((row) => row.path))
  const missing = leaves(withApprovals, '').filter((path) => !shown.has(path) && !/(^form|\.id|\.providerId)$/.test(path))
  expect(missing.every((path) => /^(services\.s1\.person|subject\.legalPerson)\./.test(path))).toBe(true)
  expect(fieldsOf(cancellation([`${subjectNumber}-1`])).map((row) => row.path)).toEqual(['subjectNumber', 'serviceNumbers', 'reason', 'note'])
})

test('every shown field exists, has words in both languages, and is found by its path alone', () => {
  for (const row of fieldsOf(withApprovals)) {
    expect([row.path, fieldAt(withApprovals, row.path) !== undefined]).toEqual([row.path, true])
    expect(row.label.zh !== '' && row.label.en !== '').toBe(true)
    expect(valueKindAt(row.path)).toEqual(row.value)
  }
})

test('the summary groups subject, then each website with its person and its accesses', () => {
  expect(summaryOf(content).map((group) => [group.path, group.groups.map((inner) => inner.path)])).toEqual([
    ['subject', ['subject.person']],
    ['services.s1', ['services.s1.accesses.s1-a1', 'services.s1.accesses.s1-a2']],
    ['services.s2', ['services.s2.person', 'services.s2.accesses.s2-a1']],
  ])
  expect(summaryOf(content)[1]?.title).toEqual({ zh: '网站「示例网站s1」', en: 'Website “示例网站s1”' })
})

test('an empty draft has a summary too', () => {
  expect(summaryOf(emptyRegistration()).map((group) => group.path)).toEqual(['subject'])
})

test.each([
  ['services.s1.domain', '网站「示例网站s1」 · 域名', 'Website “示例网站s1” · Domain'],
  ['subject.name', '主体 · 主办单位或主办人名称', 'Subject · Owner name'],
  ['subject', '主体信息', 'Subject'],
  ['subject.person.mobile', '主体负责人 · 手机号码', 'Person in charge of the subject · Mobile number'],
  ['services.s2.person.name', '网站「示例网站s2」 · 网站负责人 · 负责人姓名', 'Website “示例网站s2” · Person in charge of the website · Name of the person in charge'],
  ['services.s1.accesses.s1-a2.ipRanges', '网站「示例网站s1」 · 接入信息 2（接入商p2） · IP 地址', 'Website “示例网站s1” · Access 2 (接入商p2) · IP addresses'],
  ['services.s2.accesses.s2-a1.providerId', '网站「示例网站s2」 · 接入信息（接入商p2） · 接入服务提供者', 'Website “示例网站s2” · Access (接入商p2) · Access provider'],
  ['services.s2.accesses', '网站「示例网站s2」 · 接入信息', 'Website “示例网站s2” · Access'],
  ['services', '网站', 'Websites'],
  ['', '整份备案', 'The whole filing'],
] as const)('the label of “%s” says what and where', (path, zh, en) => {
  expect(fieldLabel(path, content)).toEqual({ zh, en })
})

test('a path of something that is gone still gets a label', () => {
  expect(fieldLabel('services.s9.domain', content)).toEqual({ zh: '网站 · 域名', en: 'Website · Domain' })
  expect(fieldLabel('reason', cancellation())).toEqual({ zh: '注销原因', en: 'Reason' })
})

test('personal data is found wherever it lies, also in the person that is not asked for', () => {
  const paths = personalPaths(content)
  expect(paths).toContainEqual({ path: 'subject.certificateNumber', personal: 'certificate-number' })
  expect(paths).toContainEqual({ path: 'services.s1.person.mobile', personal: 'phone' })
  expect(paths).toContainEqual({ path: 'services.s2.person.email', personal: 'mail' })
  const kept = paths.map((one) => one.path)
  const secret = leaves(content, '').filter((path) => /(certificateNumber|mobile|[pP]hone|email)$/.test(path))
  expect(secret.filter((path) => !kept.includes(path))).toEqual([])
  expect(personalPaths(cancellation())).toEqual([])
})

test.each([
  ['certificate-number', '11010519491231002X', '110***********002X'], ['certificate-number', '1234567', '*******'], ['certificate-number', 'E12345678', 'E*******8'], ['certificate-number', '12345678', '1******8'],
  ['certificate-number', '110108012345', '1**********5'], ['certificate-number', '1101080123456', '110******3456'], ['phone', '87654321', '8******1'], ['phone', '12345', '*****'], ['certificate-number', '', ''],
  ['phone', '13812341234', '138****1234'], ['phone', '010-12345678', '010*****5678'], ['mail', 'anna@example.com', 'a***@example.com'],
  ['mail', 'broken', '******'], ['name', '张三丰', '张**'], ['name', '李', '李*'], ['address', '杭州市西湖区示例路1号', '杭州市西湖区***'],
] as const)('a %s such as “%s” is masked as “%s”', (kind, value, masked) => {
  expect(maskField(kind, value)).toBe(masked)
})

test('of a certificate number of whatever length six signs and more stay covered, and of a phone four, or all', () => {
  for (const [kind, least] of [['certificate-number', 6], ['phone', 4]] as const) {
    for (let length = 1; length <= 30; length++) expect([kind, length, [...maskField(kind, '7'.repeat(length))].filter((sign) => sign === '*').length >= Math.min(least, length)]).toEqual([kind, length, true])
  }
})

test('a masked filing keeps names and addresses and hides every number, phone and mail', () => {
  const masked = maskContent(content)
  expect(masked.subject.name).toBe(content.subject.name)
  expect(masked.subject.person).toMatchObject({ name: '李明', certificateNumber: '110***********001X', mobile: '138****0001', email: 'l***@example.com' })
  expect(JSON.stringify(masked)).not.toContain('13800000002')
})

test.each([
  ['subject.nature', '企业', 'Enterprise'], ['subject.certificateType', '营业执照', 'Business licence'], ['subject.certificateValidTo', '长期', 'Long-term'],
  ['subject.province', '北京市', 'Beijing'], ['subject.city', '市辖区', 'Districts'], ['services.s1.type', '网站', 'Website'],
  ['services.s1.languages', '中文简体', 'Chinese (simplified)'], ['services.s1.preApprovalAnswer', '以上都不涉及', 'None of them'],
  ['services.s1.accesses.s1-a1.places', '北京市', 'Beijing'], ['services.s1.accesses.s1-a1.ipRanges', '192.0.2.1', '192.0.2.1'],
  ['services.s1.personSource', '与主体负责人相同', 'Same as the subject’s person in charge'], ['subject.investor', '', ''], ['services.s9.name', '', ''],
] as const)('%s is shown in words', (path, zh, en) => {
  const names = { divisionName: (code: string) => (code === '110100' ? { zh: '市辖区', en: 'Districts' } : undefined) }
  expect(displayValue(path, content, 'zh', names)).toBe(zh)
  expect(displayValue(path, content, 'en', names)).toBe(en)
})

test('lists, ranges and pre-approvals read as text; unknown codes stay as stored', () => {
  expect(displayFieldValue('services.s1.accesses.a.ipRanges', [{ from: '192.0.2.1', to: '192.0.2.9' }, { from: '2001:db8::1', to: '2001:db8::1' }], 'en'))
    .toBe('192.0.2.1–192.0.2.9, 2001:db8::1')
  expect(displayFieldValue('services.s1.preApprovals', [{ item: '1', approvalNumber: '京001' }], 'zh')).toBe('新闻（京001）')
  expect(displayFieldValue('services.s1.languages', ['1', '999'], 'zh')).toBe('中文简体、999')
  expect(displayFieldValue('subject.county', '119999', 'zh')).toBe('119999')
})

test('whatever may be corrected is shown, and ids and providers are not among it', () => {
  const paths = correctableFields(content).map((row) => row.path)
  expect(paths).toContain('services.s1.domain')
  expect(paths.filter((path) => /provider|\.id$/.test(path))).toEqual([])
  expect(correctableFields(content, 'change').map((row) => row.path)).not.toContain('services.s1.domain')
  expect(correctableFields(content, 'new-access').every((row) => row.section === 'access')).toBe(true)
  expect(correctableFields(cancellation())).toEqual([])
})

test('a person reads in words what is to be confirmed, and how often it may still go wrong', () => {
  expect(coverLabel('subject', content)).toEqual({ zh: '主体', en: 'Subject' })
  expect(coverLabel('s2', content).zh).toBe('网站「示例网站s2」')
  expect(coverLabel(`${subjectNumber}-1`, cancellation()).en).toBe(`${subjectNumber}-1`)
  expect([triesLeft({ wrongTries: 0 }), triesLeft({ wrongTries: 5 }), resendsLeft({ resends: 2 })]).toEqual([5, 0, 0])
})
