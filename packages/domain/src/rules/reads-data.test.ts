/// <reference types="node" />
import { domainToASCII } from 'node:url'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isParameterId, parameterIds, parameterOf } from '../rule-data/parameters.js'
import type { RulesInForce } from '../rule-data/rules-in-force.js'
import { severityParameterOf } from '../rule-data/severity-parameters.js'
import { shippedParameters } from '../rule-data/shipped-parameters.js'
import { sheetChecks } from '../verification/sheet-checks.js'
import { type Asked, isAskedOf } from './applicability.js'
import { registration } from './arbitrary-filings.fixture.js'
import { ruleCatalogue } from './catalogue.js'
import { howToMend } from './mending/how-to-mend.js'
import type { Fault, Rule } from './rule.js'
import { type RuleGroup, ruleGroups } from './rule-groups.js'
import { personScopes, registrationScope, subjectScope } from './scopes.js'

/** The same data, which notes what is asked of it: `parameter/youngest-individual`, `code/natures`. */
const noting = (data: RulesInForce, reads: Set<string>): RulesInForce => ({
  ...data,
  value: (id) => {
    reads.add(`parameter/${id}`)
    return data.value(id)
  },
  code: (table, code) => {
    reads.add(`code/${table}`)
    return data.code(table, code)
  },
})

interface Noted {
  readonly rule: Rule<never>
  readonly reads: readonly string[]
  readonly faults: readonly Fault[]
}

/** Every rule over many filings, with what each check has read and found. */
const noted: readonly Noted[] = fc.sample(registration, { seed: 20261127, numRuns: 600 }).flatMap((content) => {
  const reads = new Set<string>()
  const given = registrationScope(content, { today: '2026-11-23', domainToAscii: domainToASCII })
  const data = noting(given.data, reads)
  const services = given.services.map((service) => ({ ...service, data, accesses: service.accesses.map((access) => ({ ...access, data })) }))
  const whole = { ...given, data, services }
  const { nature } = content.subject
  const ask = <Scope>({ rules }: RuleGroup<Scope>, scope: Scope, asked: Asked): Noted[] => rules.filter((rule) => isAskedOf(rule, asked)).map((rule) => {
    reads.clear()
    const faults = rule.check(scope)
    return { rule: rule as unknown as Rule<never>, reads: [...reads], faults: !faults ? [] : Array.isArray(faults) ? faults as readonly Fault[] : [faults as Fault] }
  })
  const ofSubject = { nature, data: given.data }
  return [
    ...ask(ruleGroups.subject, subjectScope(whole), ofSubject), ...ask(ruleGroups.legalPerson, subjectScope(whole), ofSubject), ...ask(ruleGroups.services, whole, ofSubject),
    ...personScopes(whole).flatMap((person) => ask(ruleGroups.person, person, ofSubject)),
    ...services.flatMap((service) => {
      const ofService = { ...ofSubject, type: service.service.type }
      return [...ask(ruleGroups.service, service, ofService), ...ask(ruleGroups.serviceAccess, service, ofService), ...service.accesses.flatMap((access) => ask(ruleGroups.access, access, ofService))]
    }),
  ]
})

const shippedNumbers = shippedParameters.filter(({ value }) => typeof value === 'number')
const contentRules = Object.values(ruleGroups).flatMap(({ rules }) => rules as readonly Rule<never>[])
const declared = (rule: string) => parameterIds.filter((id) => parameterOf(id).rules.includes(rule) && severityParameterOf(rule) !== id).map((id) => `parameter/${id}`)

test('a parameter that a rule reads says that the rule rests on it', () => {
  const undeclared = noted.flatMap(({ rule, reads }) => reads.filter((key) => key.startsWith('parameter/') && !declared(rule.id).includes(key)).map((key) => `${rule.id} ${key}`))
  expect([...new Set(undeclared)]).toEqual([])
  for (const { id, where = [] } of [...contentRules, ...sheetChecks]) for (const { parameter } of where) expect([id, declared(id)]).toEqual([id, expect.arrayContaining([`parameter/${parameter}`])])
  for (const { id, figure } of sheetChecks) if (figure !== undefined) expect([id, declared(id)]).toEqual([id, expect.arrayContaining([`parameter/${figure}`])])
})

test('a rule on which a parameter says that it rests reads it, or is asked because of it', () => {
  const read = new Map<string, Set<string>>()
  for (const { rule, reads } of noted) read.set(rule.id, new Set([...(read.get(rule.id) ?? []), ...reads]))
  const idle = contentRules.filter(({ id }) => /^[SPWAX]/.test(id)).flatMap(({ id, where = [] }) =>
    declared(id).filter((key) => !read.get(id)?.has(key) && !where.some(({ parameter }) => `parameter/${parameter}` === key)).map((key) => `${id} ${key}`))
  expect(idle).toEqual([])
})

test('what a rule finds by a value of the data names that value, and a code that is not in its table names the table', () => {
  const silent = noted.flatMap(({ rule, reads, faults }) => {
    const asked = (rule.where ?? []).map(({ parameter }) => `parameter/${parameter}`)
    const names = ({ decidedBy = [] }: Fault, key: string) => asked.includes(key) || decidedBy.some((one) => one.key === key || one.key.startsWith(`${key}/`))
    const values = reads.filter((key) => key.startsWith('parameter/'))
    // What is missing is missing whatever the data say.
    return faults.filter((one) => one.fix.zh !== '' && ((values.length > 0 && !values.some((key) => names(one, key)))
      || (/not in the code table/.test(one.text.en) && !reads.some((key) => key.startsWith('code/') && names(one, key)))))
      .map(({ text }) => `${rule.id} ${reads.join(' ')}: ${text.en}`)
  })
  expect([...new Set(silent)]).toEqual([])
})

test('no text on how to mend repeats a number that its rule takes from the data', () => {
  const numbers = (text: string) => [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits)).filter((number) => number >= 2)
  const shipped = (rule: string) => shippedNumbers.filter(({ id }) => isParameterId(id) && parameterOf(id).rules.includes(rule)).map(({ value }) => value)
  const repeated = ruleCatalogue.flatMap(({ id }) => {
    const said = howToMend(id)
    return numbers(`${said?.zh} ${said?.en}`).filter((number) => shipped(id).includes(number)).map((number) => `${id}: ${number}`)
  })
  expect(repeated).toEqual([])
})
