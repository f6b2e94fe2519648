/// <reference types="node" />
import { domainToASCII } from 'node:url'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isPersonal, natures } from '../code-tables/natures.js'
import { provinces } from '../code-tables/provinces.js'
import type { FilingContent, MigrationContent, RegistrationContent } from '../filing/content.js'
import { FilingKind, registrationKinds } from '../filing/kind.js'
import { ServiceType } from '../filing/service-type.js'
import type { Finding } from '../finding.js'
import { type ParameterEntry, type RuleData, shippedRuleData, withPublished } from '../rule-data/entry.js'
import { shippedParameters } from '../rule-data/shipped-parameters.js'
import { ofUnits } from './applicability.js'
import { provincesAskedIn } from './applicability-words.js'
import { registration, service } from './arbitrary-filings.fixture.js'
import { ruleCatalogue } from './catalogue.js'
import { findingsFor } from './findings-for.js'
import type { RuleContext } from './rule.js'

const context: RuleContext = { today: '2026-11-23', domainToAscii: domainToASCII }
const seed = 20261126

interface Found {
  readonly kind: FilingKind
  readonly content: RegistrationContent
  readonly finding: Finding
}

const found: Found[] = fc.sample(fc.tuple(fc.constantFrom(...registrationKinds), registration), { seed, numRuns: 2500 })
  .flatMap(([kind, content]) => findingsFor(kind, content, context).map((finding) => ({ kind, content, finding })))

const ruleOf = (id: string) => ruleCatalogue.find((rule) => rule.id === id)
const typeAt = ({ content, finding: { path } }: Found) => content.services.find(({ id }) => path.startsWith(`services.${id}.`) || path === `services.${id}`)?.type
/** What is shipped, read without the code that rules ask. */
const shippedIn = (id: string, province: string) =>
  (shippedParameters.find((row) => row.id === id && row.province === province) ?? shippedParameters.find((row) => row.id === id && row.province === ''))?.value

test('outside of what a rule declares nothing is found: neither in another kind, nor of another nature, type of service or province, nor where the data say otherwise', () => {
  expect(found.length).toBeGreaterThan(10_000)
  const outside = found.filter((each) => {
    const { kind, content: { subject }, finding } = each
    const rule = ruleOf(finding.rule)
    const [type, nature] = [typeAt(each), natures.some(({ id }) => id === subject.nature) ? subject.nature : '4']
    const kept = [
      rule?.kinds.includes(kind), rule?.natures?.includes(nature) ?? true, type === undefined || (rule?.types?.includes(type) ?? true), 
      ...(rule?.where ?? []).map(({ parameter, is, isNot }) => {
        const value = shippedIn(parameter, subject.province)
        return (is === undefined || value === is) && (isNot === undefined || value !== isNot)
      }),
    ]
    return !kept.every((so) => so === true)
  })
  expect(outside.map(({ kind, content: { subject }, finding: { rule, path } }) => [rule, path, kind, subject.nature, subject.province])).toEqual([])
})

test('no rule keeps from a nature or a type of service what it does not declare', () => {
  const seen = new Map<string, Set<string>>()
  for (const each of found) {
    const { nature } = each.content.subject
    const told = seen.get(each.finding.rule) ?? new Set()
    seen.set(each.finding.rule, told.add(isPersonal(nature) ? 'individual' : 'unit').add(typeAt(each) ?? 'none'))
  }
  const ofRegistrations = ruleCatalogue.filter(({ toldBy, kinds, id }) => toldBy === 'content' && kinds.some((kind) => registrationKinds.includes(kind)) && id !== 'X-07')
  const hidden = ofRegistrations.flatMap(({ id, natures: of, types }) => {
    const [told, ofServices] = [seen.get(id) ?? new Set(), /^[WA]/.test(id)]
    const declared = [...(!of || of.some(isPersonal) ? ['individual'] : []), ...(!of || of.some((nature) => ofUnits.includes(nature)) ? ['unit'] : []), ...(ofServices ? types ?? ServiceType.options : [])]
    return declared.filter((whom) => !told.has(whom)).map((whom) => `${id}: ${whom}`)
  })
  // Somebody without a nature is no individual.
  expect(hidden).toEqual(['S-01: individual'])
})

const spring: ParameterEntry = { of: 'parameter', id: 'commitment-letter', province: '330000', value: true, from: '2026-12-01', to: '2026-12-31', source: '示例', confirmed: true, others: [] }
const published: RuleData = withPublished(shippedRuleData, [{ version: 7, entry: spring }])
const subjectIn = (province: string): FilingContent => {
  const [first] = fc.sample(registration, { seed, numRuns: 1 })
  return { ...first!, subject: { ...first!.subject, nature: '4', province } }
}

test('a rule that the data ask for in one province is asked there, from the first day to the last', () => {
  const asked = (province: string, today: string) => findingsFor('new-subject', subjectIn(province), { ...context, today, ruleData: published }).some(({ rule }) => rule === 'S-31')
  expect(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map((today) => asked('330000', today))).toEqual([false, true, true, false])
  expect(['2026-11-30', '2026-12-01'].map((today) => asked('310000', today))).toEqual([false, false])
  expect(['2021-06-20', '2021-06-21'].map((today) => asked('440000', today))).toEqual([false, true])
})

test('a rule with a first day is not asked before it', () => {
  const [website, app] = ['website', 'app'].map((type) => fc.sample(service, { seed, numRuns: 1 }).map((given) => ({ ...given, type, domain: 'example.com', platforms: [] }))[0]!)
  const rules = (today: string, ...services: object[]) => findingsFor('new-subject', {
    ...subjectIn('110000'), services: services.map((given, at) => ({ ...given, id: `s${at}` })),
  } as RegistrationContent, { ...context, today }).map(({ rule }) => rule)
  expect(['2019-04-21', '2019-04-22'].map((today) => rules(today, website!, website!).includes('W-15'))).toEqual([false, true])
  expect(['2023-08-31', '2023-09-01'].map((today) => rules(today, app!).includes('W-41'))).toEqual([false, true])
})

test('whether a province takes moves is asked of those that no source names', () => {
  const move = (character: string): MigrationContent => ({ form: 'migration', subjectNumber: `${character}ICP备2026000001号`, serviceNumbers: [], receivingNumber: '', domainHolder: '', note: '', services: [] })
  const asked = provinces.filter(({ icpCharacter }) => findingsFor('migrate-service', move(icpCharacter), context).some(({ rule }) => rule === 'T-07')).map(({ code }) => code)
  expect(asked).toEqual(provinces.map(({ code }) => code).filter((code) => shippedIn('takes-moves', code) !== 'yes'))
  expect(asked).toEqual(provincesAskedIn(ruleOf('T-07')!, shippedRuleData, context.today))
  expect(asked).toHaveLength(13)
})
