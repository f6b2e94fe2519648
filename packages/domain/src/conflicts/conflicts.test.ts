import { describe, expect, test } from '@jest/globals'
import { emptyAccess, emptyPerson, emptyService, emptySubject, type RegistrationContent } from '../filing/content.js'
import { FilingKind } from '../filing/kind.js'
import { type AddressClaim, claimsOf, homePageToCompare, nameToCompare } from './claims.js'
import { foreignAddresses, spanOfBlock } from './address-blocks.js'
import { conflictFindings } from './collision.js'
import { type ConflictKind, conflictRules, type ToldFrom } from './conflict-rules.js'

const kinds = Object.keys(conflictRules) as ConflictKind[]
const stages: readonly ToldFrom[] = ['typing', 'finish', 'finished']

/** When the owner is told: of something in force, and of another filing on its way. What blocks is told at finish at the latest, else it would block in silence. */
const expected: Readonly<Record<ConflictKind, { readonly severity: string; readonly record: ToldFrom; readonly filing: ToldFrom }>> = {
  'domain-filed': { severity: 'block', record: 'typing', filing: 'finish' },
  'domain-running': { severity: 'block', record: 'finish', filing: 'finish' },
  'subject-filed': { severity: 'block', record: 'finish', filing: 'finish' },
  'subject-running': { severity: 'block', record: 'finish', filing: 'finish' },
  'service-name': { severity: 'reviewer', record: 'typing', filing: 'finished' },
  'home-page': { severity: 'block', record: 'typing', filing: 'finish' },
  phone: { severity: 'reviewer', record: 'finished', filing: 'finished' },
  'person-contacts': { severity: 'reviewer', record: 'finished', filing: 'finished' },
  'address-foreign': { severity: 'block', record: 'typing', filing: 'typing' },
  'address-shared': { severity: 'reviewer', record: 'finished', filing: 'finished' },
  'subject-blacklisted': { severity: 'block', record: 'finish', filing: 'finish' },
  'domain-blacklisted': { severity: 'block', record: 'typing', filing: 'typing' },
}

describe.each(kinds)('%s', (kind) => {
  const row = expected[kind]
  test('is told from the stage at which it betrays nothing', () => {
    for (const against of ['record', 'filing'] as const) {
      const told = stages.filter((at) => conflictFindings('new-subject', [{ kind, path: 'services.s1.domain', against }], at).length > 0)
      expect([against, told]).toEqual([against, stages.slice(stages.indexOf(row[against]))])
    }
  })
  test('weighs what the table says, names nobody, and says in both languages what to do', () => {
    const [finding] = conflictFindings('new-subject', [{ kind, path: 'services.s1.domain', against: 'record' }], 'finished')
    expect(finding).toMatchObject({ rule: conflictRules[kind].rule.id, severity: row.severity, path: 'services.s1.domain', source: conflictRules[kind].rule.source })
    expect([finding!.text.zh, finding!.fix.zh].every((text) => /\p{Script=Han}.*。$/u.test(text))).toBe(true)
    expect([finding!.text.en, finding!.fix.en].every((text) => /^[A-Z].*\.$/u.test(text))).toBe(true)
  })
  test('is told at finish at the latest if it keeps the filing back', () => {
    expect(row.severity === 'block' && [row.record, row.filing].includes('finished')).toBe(false)
  })
  test('is asked of the kinds that it names, and of no other', () => {
    const asked = FilingKind.options.filter((one) => conflictFindings(one, [{ kind, path: '', against: 'record' }], 'finished').length > 0)
    expect(asked).toEqual(FilingKind.options.filter((one) => conflictRules[kind].kinds.includes(one)))
    expect(asked.some((one) => one.startsWith('cancel'))).toBe(false)
  })
})

test('what is one’s own is told at once, and one conflict at one field once', () => {
  const twice = [{ kind: 'subject-running', path: 'subject.certificateNumber', against: 'filing', own: true } as const, { kind: 'subject-running', path: 'subject.certificateNumber', against: 'record', own: true } as const]
  expect(conflictFindings('new-subject', twice, 'typing').map(({ rule }) => rule)).toEqual(['X-04'])
})

test.each([
  ['晨光书店', ' 晨光 书店 ', true], ['晨光书店', '晨光·书店', true], ['晨光Books', '晨光ＢＯＯＫＳ', true], ['晨光书店', '晨光书屋', false],
])('the names %s and %s are taken for one: %s', (one, other, same) => expect(nameToCompare(one) === nameToCompare(other)).toBe(same))

test.each([
  ['www.example.com', 'HTTPS://example.com/', true], ['example.com/a', 'example.com/b', false], ['m.example.com', 'www.example.com', false],
])('the home pages %s and %s are taken for one: %s', (one, other, same) => expect(homePageToCompare(one) === homePageToCompare(other)).toBe(same))

const person = { ...emptyPerson(), certificateType: '2', certificateNumber: '110101189001010016', mobile: '+86 138-0000-0001' }
const content: RegistrationContent = {
  form: 'registration', subject: { ...emptySubject(), person },
  services: [{
    ...emptyService('s1'), name: '晨光书店', homePage: 'www.example.com', personSource: 'own', person: { ...person, certificateNumber: '110101189003070020' },
    accesses: [{ ...emptyAccess('a1'), providerId: 'p1', ipRanges: [{ from: '192.0.2.1', to: '192.0.2.9' }, { from: '192.0.2.9', to: '192.0.2.1' }, { from: 'x', to: 'y' }] }, { ...emptyAccess('a2'), ipRanges: [{ from: '192.0.2.1', to: '192.0.2.1' }] }],
  }],
}

test('a filing claims its names, home pages, mobiles with their persons, and the readable addresses of chosen providers', () => {
  expect(claimsOf(content).map(({ kind, path, ...claim }) => [kind, path, 'text' in claim ? claim.text : Number(claim.last - claim.first)])).toEqual([
    ['service-name', 'services.s1.name', '晨光书店'], ['home-page', 'services.s1.homePage', 'example.com'], ['phone', 'subject.person.mobile', '13800000001'],
    ['phone', 'services.s1.person.mobile', '13800000001'], ['address', 'services.s1.accesses.a1.ipRanges', 8],
  ])
  const persons = claimsOf(content).flatMap((claim) => (claim.kind === 'phone' ? [claim.person] : []))
  expect(new Set(persons).size).toBe(2)
})

test('what is not filled in claims nothing', () => {
  expect(claimsOf({ form: 'registration', subject: emptySubject(), services: [emptyService('s1')] })).toEqual([])
})

const claim = (from: string, to: string): AddressClaim => ({ kind: 'address', path: `${from}-${to}`, providerId: 'p1', first: spanOfBlock(from).first, last: spanOfBlock(to).last })

test.each([
  ['192.0.2.0', '192.0.2.255', ['192.0.2.0/24'], true],
  ['192.0.2.0', '192.0.3.0', ['192.0.2.0/24'], false],
  ['192.0.2.0', '192.0.3.0', ['192.0.3.0/24', '192.0.2.0/24'], true],
  ['192.0.2.100', '192.0.2.200', ['192.0.2.0/25', '192.0.2.192/26'], false],
  ['192.0.1.255', '192.0.2.1', ['192.0.2.0/24'], false],
  ['2001:db8::1', '2001:db8::ffff', ['2001:db8::/64'], true],
  ['2001:db8:1::', '2001:db8:1::1', ['2001:db8::/48', '192.0.2.0/24'], false],
  ['192.0.2.1', '192.0.2.1', [], false],
] as const)('%s–%s lies in %j: %s', (from, to, blocks, inside) => {
  expect(foreignAddresses([claim(from, to)], new Map([['p1', blocks]])).length === 0).toBe(inside)
  expect(foreignAddresses([claim(from, to)], new Map([['p2', blocks]]))).toHaveLength(1)
})
