import { describe, expect, test } from '@jest/globals'
import { cancellation, content, migration, record, service, wang } from '../filing/filing.fixture.js'
import type { FilingContent, RegistrationContent, Subject } from '../filing/content.js'
import type { FilingKind } from '../filing/kind.js'
import { shippedRuleData, withPublished } from '../rule-data/entry.js'
import { ruleCatalogue } from '../rules/catalogue.js'
import { type AnsweredLine, sheetFindings } from './answers.js'
import { findSheetCheck, sheetChecks } from './sheet-checks.js'
import { type AskedSheetLine, lookOf, type SheetAsked, type SheetLine, verificationSheet } from './sheet.js'

const today = '2026-11-26'
const sheet = (kind: FilingKind, of: FilingContent = content, more: Partial<SheetAsked> = {}): AskedSheetLine[] => verificationSheet({
  kind, content: of, providerId: 'p1', province: of.form === 'registration' ? of.subject.province : '110000', today, ...more,
})
const withSubject = (parts: Partial<Subject>): RegistrationContent => ({ ...content, subject: { ...content.subject, ...parts } })
const individual = (province: string) => withSubject({ nature: '5', certificateType: '2', certificateNumber: '110101189001010016', province })
const withOne = (parts: Parameters<typeof service>[3]): RegistrationContent => ({ ...content, services: [service('s1', 'example.com', ['p1'], parts)] })
const miniProgram = withOne({ type: 'mini-program', domain: '' })

/** Of every check one filing that asks for it, where and with which figure, and one that does not. */
const rows: Record<string, { asked: AskedSheetLine[]; path: string; figure?: string; by?: string; spared: AskedSheetLine[] }> = {
  'V-01': { asked: sheet('new-subject'), path: 'subject', spared: sheet('new-service') },
  'V-02': { asked: sheet('new-service'), path: 'subject', spared: sheet('new-subject', withSubject({ nature: '2' })) },
  'V-03': { asked: sheet('new-subject', withSubject({ nature: '16' })), path: 'subject', spared: sheet('new-subject') },
  'V-04': { asked: sheet('new-subject', withSubject({ legalPersonSource: 'own', province: '340000' })), path: 'subject', by: 'person-in-charge', spared: sheet('new-subject', withSubject({ legalPersonSource: 'own' })) },
  'V-05': { asked: sheet('new-subject', withSubject({ province: '440000' })), path: 'subject', by: 'commitment-letter', spared: sheet('new-subject') },
  'V-06': { asked: sheet('new-subject', individual('330000')), path: 'subject', by: 'individuals-away-need-permit', spared: sheet('new-subject', individual('110000')) },
  'V-07': { asked: sheet('new-access'), path: 'subject', spared: sheet('new-subject') },
  'V-08': { asked: sheet('new-subject'), path: 'subject.person', spared: sheet('new-access') },
  'V-09': { asked: sheet('change'), path: 'subject.person', spared: sheet('new-access') },
  'V-10': { asked: sheet('new-service', withOne({ personSource: 'own', person: wang })), path: 'services.s1.person', spared: sheet('cancel-subject', cancellation()) },
  'V-11': { asked: sheet('new-access'), path: 'services.s1.domain', by: 'months-left-on-domains', figure: '0', spared: sheet('new-subject', miniProgram) },
  'V-12': { asked: sheet('migrate-service', migration({ services: [service('s1', 'example.com', ['p1'])] })), path: 'services.s1.domain', by: 'days-after-real-naming', figure: '3', spared: sheet('cancel-access', cancellation()) },
  'V-13': { asked: sheet('new-subject', withSubject({ province: '640000' })), path: 'services.s1.domain', by: 'domain-holder', figure: 'same-name', spared: sheet('new-subject', miniProgram) },
  'V-14': { asked: sheet('new-subject'), path: 'services.s1.domain', spared: sheet('new-subject', miniProgram) },
  'V-15': { asked: sheet('new-service'), path: 'services.s1.domain', spared: sheet('new-access') },
  'V-16': { asked: sheet('new-access'), path: 'services.s1.domain', spared: sheet('new-subject') },
  'V-17': { asked: sheet('new-subject'), path: 'services.s1', spared: sheet('new-access') },
  'V-18': { asked: sheet('change'), path: 'services.s1', spared: sheet('new-access') },
  'V-19': { asked: sheet('new-subject', withOne({ preApprovalAnswer: 'some' })), path: 'services.s1', spared: sheet('new-subject') },
  'V-20': { asked: sheet('new-access'), path: 'services.s1.accesses.s1-a1', spared: sheet('new-access', content, { providerId: 'p9' }) },
  'V-21': { asked: sheet('cancel-service', cancellation()), path: '', spared: sheet('change') },
  'V-22': { asked: sheet('cancel-access', cancellation()), path: '', spared: sheet('cancel-service', cancellation()) },
  'V-23': { asked: sheet('migrate-service', migration()), path: '', spared: sheet('change') },
  'V-24': { asked: sheet('change'), path: '', spared: sheet('cancel-subject', cancellation()) },
}

describe.each(Object.entries(rows))('%s', (rule, { asked, path, figure = '', by, spared }) => {
  test('is asked where it has something to look at, and nowhere else, and says which value decided', () => {
    expect(asked.map(({ decidedBy = [], ...line }) => ({ ...line, by: decidedBy.map(({ key }) => key) }))).toContainEqual({ rule, path, figure, by: by === undefined ? [] : [`parameter/${by}`] })
    expect(spared.filter((line) => line.rule === rule)).toEqual([])
  })
  test('says in both languages what to look at and what to do when it does not hold', () => {
    const check = findSheetCheck(rule)
    for (const { zh, en } of [lookOf({ rule, path, figure }), check?.title, check?.fix].filter((text) => text !== undefined)) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/[a-z]/)
      expect(`${zh}${en}`).not.toMatch(/undefined|null|NaN|\[object/)
    }
  })
})

test('every check has its row, and stands in the catalogue as one that a person tells', () => {
  expect(Object.keys(rows)).toEqual(sheetChecks.map(({ id }) => id).sort())
  expect(ruleCatalogue.filter(({ toldBy }) => toldBy === 'person').map(({ id }) => id)).toEqual(Object.keys(rows))
})

test('each line stands once, and every kind of filing has a sheet', () => {
  const contents: Partial<Record<FilingKind, FilingContent>> = { 'migrate-service': migration(), 'cancel-access': cancellation(), 'cancel-service': cancellation(), 'cancel-subject': cancellation() }
  for (const kind of ['new-subject', 'new-service', 'new-access', 'change', 'migrate-service', 'cancel-access', 'cancel-service', 'cancel-subject'] as const) {
    const lines = sheet(kind, contents[kind] ?? content)
    expect([kind, lines.length > 0]).toEqual([kind, true])
    expect(new Set(lines.map(({ rule, path }) => `${rule} ${path}`)).size).toBe(lines.length)
  }
})

test('each provider answers for the services that it serves and for its own accesses', () => {
  const paths = (providerId: string) => [...new Set(sheet('new-subject', content, { providerId }).map(({ path }) => path))].filter((path) => path.startsWith('services.'))
  expect(paths('p1')).toEqual(['services.s1.domain', 'services.s1', 'services.s1.accesses.s1-a1'])
  expect(paths('p2')).toEqual([
    'services.s2.person', 'services.s1.domain', 'services.s2.domain', 'services.s1', 'services.s2', 'services.s1.accesses.s1-a2', 'services.s2.accesses.s2-a1',
  ])
})

test('of a filing about a subject in force, services that it leaves as they are were verified before', () => {
  const held = content.services.map((one, n) => ({ ...one, id: `r${n + 1}` }))
  const changed = { ...content, services: held.map((one) => (one.id === 'r2' ? { ...one, name: '新名称' } : one)) }
  const named = (of: RegistrationContent) => sheet('change', of, { providerId: 'p2', record }).filter(({ rule }) => rule === 'V-17').map(({ path }) => path)
  expect(named(changed)).toEqual(['services.r2'])
  expect(named({ ...changed, subject: { ...content.subject, address: '示例路2号' } })).toEqual(['services.r1', 'services.r2'])
})

test('a provider that has applied itself for the end of its access is not asked whether the owner wants it', () => {
  expect(sheet('cancel-access', cancellation(), { applicantProviderId: 'p1' }).map(({ rule }) => rule)).toEqual(['V-22'])
})

test('what is declared of a check is what it is asked by', () => {
  const of = (id: string) => findSheetCheck(id)
  expect(of('V-03')?.natures).toEqual(['16'])
  expect([of('V-04')?.where, of('V-05')?.where, of('V-06')?.where].map((where) => where?.map(({ parameter }) => parameter)))
    .toEqual([['person-in-charge'], ['commitment-letter'], ['individuals-away-need-permit']])
  for (const { id, natures } of sheetChecks) {
    const asked = (nature: string) => sheet('new-subject', withSubject({ nature })).some(({ rule }) => rule === id)
    for (const nature of ['1', '2', '4', '16']) if (natures && !natures.includes(nature)) expect([id, nature, asked(nature)]).toEqual([id, nature, false])
  }
})

test('a figure of none is put in words', () => {
  expect(lookOf({ rule: 'V-12', path: '', figure: '0' })).toEqual({ zh: expect.not.stringMatching(/\d/), en: expect.not.stringMatching(/\d/) })
  expect(lookOf({ rule: 'V-12', path: '', figure: '1' }).en).toContain('since 1 working day or more')
})

test('figures are those of the province on the day', () => {
  const ruleData = withPublished(shippedRuleData, [{
    version: 1, entry: { of: 'parameter', id: 'months-left-on-domains', province: '330000', value: 6, from: '2026-12-01', to: '', source: '示例', confirmed: true, others: [] },
  }])
  const months = (province: string, day: string) => sheet('new-subject', withSubject({ province }), { ruleData, today: day }).find(({ rule }) => rule === 'V-11')?.figure
  expect([months('330000', '2026-11-30'), months('330000', '2026-12-01'), months('110000', '2026-12-01')]).toEqual(['0', '6', '0'])
  expect(lookOf({ rule: 'V-11', path: '', figure: '6' }).en).toContain('more than 6 months')
  expect(lookOf({ rule: 'V-11', path: '', figure: '0' }).en).not.toContain('month')
  const holder = (province: string) => sheet('new-subject', withSubject({ province })).find(({ rule }) => rule === 'V-13')?.figure
  expect([holder('350000'), holder('640000'), holder('110000')]).toEqual(['unit-or-legal-representative', 'same-name', 'unit-or-management'])
})

describe('answers', () => {
  const asked: SheetLine[] = [{ rule: 'V-11', path: 'services.s1.domain', figure: '3' }, { rule: 'V-16', path: 'services.s1.domain', figure: '' }]
  const whole: AnsweredLine[] = asked.map((line) => ({ ...line, answer: 'holds', reason: '' }))
  const found = (answers: readonly AnsweredLine[]) => sheetFindings(asked, answers).map(({ rule, path, text }) => [rule, path, text.en])
  const [first, second] = whole as [AnsweredLine, AnsweredLine]

  test('that all hold stand for a pass', () => expect(found(whole)).toEqual([]))

  test.each<[string, AnsweredLine[], string, RegExp]>([
    ['is missing', [second], 'V-11', /Nobody has said/],
    ['does not hold', [{ ...first, answer: 'does-not-hold' }, second], 'V-11', /does not hold/],
    ['was answered by another figure', [{ ...first, figure: '2' }, second], 'V-11', /has changed/],
    ['is said not to apply where it always does', [{ ...first, answer: 'does-not-apply', reason: '无' }, second], 'V-11', /always applies/],
    ['is said not to apply without a reason', [first, { ...second, answer: 'does-not-apply', reason: ' ' }], 'V-16', /Say why/],
    ['is answered twice', [first, second, { ...first, answer: 'does-not-hold' }], 'V-11', /answered twice/],
    ['is not in this sheet', [first, second, { ...first, path: 'services.s2.domain' }], 'V-11', /no such line/],
    ['is of no rule', [first, second, { ...first, rule: 'V-99' }], 'V-99', /no such line/],
  ])('with a line that %s do not', (_, answers, rule, said) => {
    expect(found(answers)).toEqual([[rule, expect.any(String), expect.stringMatching(said)]])
    for (const { severity, fix } of sheetFindings(asked, answers)) expect([severity, fix.zh !== '', fix.en !== '']).toEqual(['block', true, true])
  })

  test('may say with a reason that a check does not apply, where it can be so', () => {
    expect(found([first, { ...second, answer: 'does-not-apply', reason: '正在迁入' }])).toEqual([])
  })
})
