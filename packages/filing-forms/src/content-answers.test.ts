import { expect, test } from '@jest/globals'
import { accessFields, blocking, emptyAccess, emptyRegistration, emptyService, fieldsOf, findingsFor, type FieldRow, personFields, RegistrationContent, type Service, serviceFields, subjectFields, withFieldAt } from '@icp/domain'
import { sampleRegistration } from '@icp/filing-views/testing'
import { afterChange } from './after-change.js'
import { codesOffered } from './codes-offered.js'
import { fieldId } from './field-id.js'
import { longestText } from './longest-text.js'
import { requiredPaths } from './required-paths.js'
import { browserRuleContext } from './rule-context.js'
import { tidied } from './tidied.js'

const rowAt = (path: string, content: RegistrationContent = sampleRegistration()): FieldRow => fieldsOf(content).find((row) => row.path === path)!
const changed = (path: string, value: unknown, from = sampleRegistration()) => afterChange(withFieldAt(from, path, value), path)

test('another province empties city and county, another city the county', () => {
  expect(changed('subject.province', '330000').subject).toMatchObject({ province: '330000', city: '', county: '' })
  expect(changed('subject.city', '330100').subject).toMatchObject({ city: '330100', county: '' })
})

test('another nature keeps a certificate type that it also has, and empties one that it has not', () => {
  expect(changed('subject.nature', '4').subject.certificateType).toBe('1')
  const person = changed('subject.nature', '5').subject
  expect(codesOffered(rowAt('subject.certificateType'), { ...sampleRegistration(), subject: person }).map((row) => row.id)).not.toContain('1')
  expect(person.certificateType).toBe('')
})

test('"none of them" empties the pre-approvals, "yes" keeps them', () => {
  const some = withFieldAt(withFieldAt(sampleRegistration(), 'services.s1.preApprovalAnswer', 'some'), 'services.s1.preApprovals', [{ item: '1', approvalNumber: 'A' }])
  expect(changed('services.s1.preApprovalAnswer', 'some', some).services[0]?.preApprovals).toHaveLength(1)
  expect(changed('services.s1.preApprovalAnswer', 'none', some).services[0]?.preApprovals).toEqual([])
})

test('any other change touches nothing else', () => {
  const content = sampleRegistration()
  expect(changed('subject.name', '新名称', content)).toEqual({ ...content, subject: { ...content.subject, name: '新名称' } })
})

test('a person is offered personal papers, and contents that persons may publish', () => {
  const content = withFieldAt(sampleRegistration(), 'subject.nature', '5')
  const contents = codesOffered(rowAt('services.s1.contents', content), { ...content, services: content.services.map((one): Service => ({ ...one, contents: [] })) })
  expect(contents.length).toBeGreaterThan(0)
  expect(contents.length).toBeLessThan(codesOffered(rowAt('services.s1.contents'), sampleRegistration()).length)
  expect(codesOffered(rowAt('subject.person.certificateType'), content).map((row) => row.id)).toContain('2')
})

test('an answer that is no longer offered stays visible until it is changed', () => {
  const content = withFieldAt(sampleRegistration(), 'subject.certificateType', '2')
  expect(codesOffered(rowAt('subject.certificateType', content), content).map((row) => row.id)).toContain('2')
})

test('the mark of a required field is what finish demands', () => {
  const empty: RegistrationContent = { ...emptyRegistration(), services: [{ ...emptyService('s1'), accesses: [emptyAccess('a1')] }] }
  const required = requiredPaths('new-subject', empty, browserRuleContext())
  for (const path of ['subject.nature', 'subject.name', 'subject.certificateNumber', 'subject.province', 'subject.person.mobile', 'services.s1.domain', 'services.s1.contents', 'services.s1.accesses.a1.providerName', 'services.s1.accesses.a1.ipRanges']) {
    expect(required).toContain(path)
  }
  expect(required).not.toContain('subject.remark')
  expect(required).not.toContain('services.s1.remark')
})

test('a filing that no rule stops asks for the same fields as an empty one', () => {
  const full = sampleRegistration()
  const complete = requiredPaths('new-subject', full, browserRuleContext())
  expect(complete).toContain('subject.name')
  expect(complete).toContain('services.s1.accesses.a1.providerName')
  expect(complete).not.toContain('subject.remark')
})

test('an answer decides what else is required: the items of a pre-approval, the own person of a website', () => {
  const some = withFieldAt(sampleRegistration(), 'services.s1.preApprovalAnswer', 'some')
  expect(requiredPaths('new-subject', some, browserRuleContext())).toContain('services.s1.preApprovals')
  expect(requiredPaths('new-subject', sampleRegistration(), browserRuleContext())).not.toContain('services.s1.preApprovals')
  const own = withFieldAt(sampleRegistration(), 'services.s1.personSource', 'own')
  expect(requiredPaths('new-subject', own, browserRuleContext())).toContain('services.s1.person.name')
})

test('the legal representative is required only where a unit names another person, and is offered personal papers', () => {
  const own = withFieldAt(sampleRegistration(), 'subject.legalPersonSource', 'own')
  const parts = ['subject.legalPerson.name', 'subject.legalPerson.certificateType', 'subject.legalPerson.certificateNumber']
  const asked = requiredPaths('new-subject', own, browserRuleContext())
  for (const path of parts) expect(asked).toContain(path)
  for (const other of [sampleRegistration(), withFieldAt(own, 'subject.nature', '5')]) {
    const required = requiredPaths('new-subject', other, browserRuleContext())
    for (const path of parts) expect(required).not.toContain(path)
  }
  expect(codesOffered(rowAt('subject.legalPerson.certificateType', own), own).map((row) => row.id)).toContain('2')
  expect(longestText(rowAt('subject.legalPerson.name', own))).toBe(128)
})

test('no text can be typed that a draft would not take', () => {
  const all = [
    ...subjectFields.map((field) => rowAt(`subject.${field.key}`)), ...personFields.map((field) => rowAt(`subject.person.${field.key}`)),
    ...serviceFields.flatMap((field) => fieldsOf(sampleRegistration()).filter((row) => row.path === `services.s1.${field.key}`)),
    ...accessFields.map((field) => rowAt(`services.s1.accesses.a1.${field.key}`)),
  ]
  for (const row of all.filter((one) => ['text', 'long-text', 'domain', 'url'].includes(one.value.type))) {
    const longest = longestText(row)
    expect(longest).toBeGreaterThan(0)
    expect(RegistrationContent.safeParse(withFieldAt(sampleRegistration(), row.path, 'x'.repeat(longest ?? 0))).success).toBe(true)
    expect(RegistrationContent.safeParse(withFieldAt(sampleRegistration(), row.path, 'x'.repeat((longest ?? 0) + 1))).success).toBe(false)
  }
  expect(longestText(rowAt('services.s1.contents'))).toBeUndefined()
})

test.each([
  ['subject.person.mobile', ' １３８ ００００ ０００１ ', '13800000001'],
  ['subject.certificateNumber', '91110101000000019y', '91110101000000019Y'],
  ['subject.person.email', ' Li＠Example.com ', 'Li@example.com'],
  ['services.s1.domain', ' ＥＸＡＭＰＬＥ．com ', 'example.com'],
  ['services.s1.homePage', ' www.example.com ', 'www.example.com'],
  ['services.s1.remark', ' as typed ', ' as typed '],
])('%s is put right when it is left', (path, typed, tidy) => {
  expect(tidied(rowAt(path), typed)).toBe(tidy)
})

test('a host name is turned into its ASCII form, and anything more than a host name is none', () => {
  const { domainToAscii, today } = browserRuleContext()
  expect(domainToAscii('例子.中国')).toBe('xn--fsqu00a.xn--fiqs8s')
  for (const more of ['', 'a.com/x', 'a.com:80', 'user@a.com', 'a b.com', '[::1]', 'a.com?x']) expect(domainToAscii(more)).toBe('')
  expect(today).toMatch(/^\d{4}-\d{2}-\d{2}$/)
})

test('the id of a field has no character that a selector would stumble over', () => {
  expect(fieldId('services.s-1.accesses.a1.ipRanges')).toBe('field-services-s-1-accesses-a1-ipRanges')
})

test('the sample that these tests start from is stopped only by what it leaves out', () => {
  const stops = blocking(findingsFor('new-subject', sampleRegistration(), browserRuleContext())).map((finding) => finding.path)
  expect(stops.every((path) => path.startsWith('services.s1.accesses.a2') || path === '')).toBe(true)
})

test('another type of service has its own fields, keeps what both have, and begins with a platform', () => {
  const app = changed('services.s1.type', 'app').services[0]!
  expect(app).toMatchObject({ type: 'app', name: '晨光书店', domain: 'chenguang.com', homePage: '', contents: [], languages: [], categories: [], channel: '' })
  expect(app.platforms).toEqual([{ id: 'first', platform: '', packageName: '', publicKey: '', fingerprint: '' }])
  expect(app.accesses).toEqual(sampleRegistration().services[0]?.accesses)
  const quick = changed('services.s1.type', 'quick-app', withFieldAt(sampleRegistration(), 'services.s1', app)).services[0]!
  expect(quick.platforms?.map(({ platform }) => platform)).toEqual(['quick-app'])
  const site = changed('services.s1.type', 'website', withFieldAt(sampleRegistration(), 'services.s1', quick)).services[0]!
  expect(['platforms', 'categories', 'channel'].filter((key) => key in site)).toEqual([])
})

test('a platform is offered where its programs run, asks what the rules demand there, and drops the key where programs are not signed', () => {
  const at = 'services.a.platforms.p'
  const withApp = (platform: string): RegistrationContent => ({
    ...sampleRegistration(), services: [{ ...emptyService('a', 'app'), platforms: [{ id: 'p', platform, packageName: '', publicKey: 'k', fingerprint: 'f' }] }],
  })
  expect(codesOffered(rowAt(`${at}.platform`, withApp('')), withApp('')).map(({ id }) => id)).toEqual(['android', 'ios', 'harmonyos', 'other'])
  const required = requiredPaths('new-subject', withApp('android'), browserRuleContext())
  for (const key of ['platform', 'packageName', 'publicKey', 'fingerprint']) expect([key, required.has(`${at}.${key}`)]).toEqual([key, true])
  for (const key of ['categories', 'channel', 'platforms']) expect([key, requiredPaths('new-subject', { ...withApp('android'), services: [emptyService('a', 'app')] }, browserRuleContext()).has(`services.a.${key}`)]).toEqual([key, true])
  expect(changed(`${at}.platform`, 'wechat', withApp('android')).services[0]?.platforms?.[0]).toMatchObject({ publicKey: '', fingerprint: '' })
  expect(changed(`${at}.platform`, 'ios', withApp('android')).services[0]?.platforms?.[0]).toMatchObject({ publicKey: 'k', fingerprint: 'f' })
  expect(tidied(rowAt(`${at}.fingerprint`, withApp('android')), ' AB:CD ')).toBe('abcd')
  expect(tidied(rowAt(`${at}.packageName`, withApp('android')), 'com．example.App ')).toBe('com.example.App')
})
