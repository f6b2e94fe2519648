/// <reference types="node" />
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fieldAt, withFieldAt } from '../filing/changes.js'
import type { FilingContent, RegistrationContent } from '../filing/content.js'
import { fieldTables } from '../filing/field-table.js'
import { everyField, valueKindAt } from '../filing/fields.js'
import { cancellation, filing, record as sample, service } from '../filing/filing.fixture.js'
import { isFrozenByRegister } from '../filing/frozen-by-register.js'
import type { FilingKind } from '../filing/kind.js'
import { applyApproval } from '../register/apply-approval.js'
import { registerFindingsForCancellation } from '../register/cancellation-findings.js'
import type { HeldRecord } from '../register/invariants.js'
import { emptyRecord, servicesInForce } from '../register/register.js'
import { registerFindingsForRegistration } from '../register/registration-findings.js'
import { startingContent } from '../register/starting-content.js'

const full = process.env.PROVE === 'full'
const seed = Number(process.env.PROVE_SEED ?? 20261126)
const patience = full ? 3_600_000 : 60_000
/** As an approval leaves it: the content of a service goes by the service's own id. */
const start: HeldRecord = { ...(sample as HeldRecord), services: (sample as HeldRecord).services.map((one) => ({ ...one, content: { ...one.content, id: one.id } })) }
let ids = 0

const approve = (kind: FilingKind, content: FilingContent, record: HeldRecord): HeldRecord => {
  const findings = content.form === 'registration' ? registerFindingsForRegistration(kind, content, record) : content.form === 'cancellation' ? registerFindingsForCancellation(kind, content, record) : []
  expect(findings.filter(({ severity }) => severity === 'block')).toEqual([])
  const serviceIds = content.form === 'registration' ? Object.fromEntries(content.services.map(({ id }) => [id, `r${++ids}`])) : {}
  return applyApproval(filing('approved', kind, { content }), record, { day: '2026-11-23', serviceIds }).record
}

/** Every field of a change that the register does not fix; an access stays with its provider. */
const changeable = (content: RegistrationContent): string[] =>
  everyField(content).filter(({ path, key, ...field }) => !isFrozenByRegister(path) && key !== 'providerName' && !('stated' in field)).map(({ path }) => path)

const textOf = (n: number, at: string): string => ['', `新${n}`, `a\u{1f600}${n}`, '2026-11-23', 'long-term', 'x'.repeat(n % 200), at.replace('subject.', ' ')][n % 7] ?? ''

const valueAt = (path: string, n: number): unknown => {
  const kind = valueKindAt(path)
  switch (kind?.type) {
    case 'code': return fieldTables[kind.table][n % fieldTables[kind.table].length]?.id
    case 'codes': return fieldTables[kind.table].filter((_, at) => (n >> (at % 16)) % 2 === 1).map(({ id }) => id)
    case 'ip-ranges': return Array.from({ length: n % 4 }, (_, at) => ({ from: `198.51.100.${(n + at) % 256}`, to: `198.51.100.${(n + at) % 256}` }))
    case 'pre-approvals': return Array.from({ length: n % 3 }, (_, at) => ({ item: String(at + 1), approvalNumber: `批${n}` }))
    default: return textOf(n, path)
  }
}

const edits = fc.array(fc.tuple(fc.nat(999), fc.nat(99_999)), { minLength: 1, maxLength: 12 })

const edited = (content: RegistrationContent, typed: readonly (readonly [which: number, n: number])[]): RegistrationContent => typed.reduce((so, [which, n]) => {
  const paths = changeable(so)
  const path = paths[which % paths.length] ?? ''
  return withFieldAt(so, path, valueAt(path, n) ?? fieldAt(so, path))
}, content)

test('one change after the other of any fields, then their reverses: the register is as it was', () => {
  fc.assert(fc.property(fc.array(edits, { minLength: 1, maxLength: 5 }), (changes) => {
    const states: HeldRecord[] = [start]
    for (const typed of changes) {
      const record = states.at(-1) as HeldRecord
      const begun = startingContent('change', record)
      const content = edited(begun, typed)
      if (JSON.stringify(content) !== JSON.stringify(begun)) states.push(approve('change', content, record))
    }
    let record = states.at(-1) as HeldRecord
    while (states.length > 1) {
      states.pop()
      const earlier = states.at(-1) as HeldRecord
      record = approve('change', startingContent('change', earlier), record)
      expect(startingContent('change', record)).toEqual(startingContent('change', earlier))
    }
    expect(record).toEqual(start)
  }), { numRuns: full ? 100_000 : 150, seed })
}, patience)

/** What stands in the register, whatever ids and numbers it has. */
const standing = (record: HeldRecord): unknown => ({
  subject: record.subject.content, number: record.subject.number,
  services: servicesInForce(record).map(({ content: { id: _id, accesses, ...said } }) => ({ ...said, accesses: accesses.map(({ id: _access, ...one }) => one).sort((one, other) => (one.providerId < other.providerId ? -1 : 1)) }))
    .sort((one, other) => (one.domain < other.domain ? -1 : 1)),
})

interface Step { readonly forth: HeldRecord; readonly back: (record: HeldRecord) => HeldRecord }

const numberOf = (record: HeldRecord, domain: string): string => servicesInForce(record).find(({ content }) => content.domain === domain)?.number ?? ''

const endAccess = (record: HeldRecord, domain: string, providerId: string): HeldRecord => {
  const entry = servicesInForce(record).find(({ content }) => content.domain === domain)
  const accessIds = entry?.content.accesses.filter((access) => access.providerId === providerId).map(({ id }) => id) ?? []
  return approve('cancel-access', { ...cancellation([entry?.number ?? '']), accessIds }, record)
}

const addAccess = (record: HeldRecord, domain: string, providerId: string, n: number, given?: RegistrationContent['services'][number]['accesses'][number]): HeldRecord => {
  const begun = startingContent('new-access', record, [numberOf(record, domain)])
  const access = { ...(given ?? service(`x${n}`, domain, [providerId]).accesses[0]), id: `x${n}-${++ids}` }
  return approve('new-access', { ...begun, services: begun.services.map((one) => ({ ...one, accesses: [access as never] })) }, record)
}

/** An act of any kind with the one that takes it back, or undefined where there is nothing to do it to. */
const step = (record: HeldRecord, kind: FilingKind, n: number): Step | undefined => {
  const entry = servicesInForce(record)[n % servicesInForce(record).length]
  if (!entry) return undefined
  const { domain, accesses } = entry.content
  switch (kind) {
    case 'new-service': {
      const fresh = `example${++ids}.com`
      const content = { ...startingContent(kind, record), services: [service(`n${n}`, fresh, ['p1'])] }
      return { forth: approve(kind, content, record), back: (now) => approve('cancel-service', cancellation([numberOf(now, fresh)]), now) }
    }
    case 'cancel-service': {
      if (servicesInForce(record).length < 2) return undefined
      const again = { ...entry.content, id: `n${n}` }
      return { forth: approve(kind, cancellation([entry.number]), record), back: (now) => approve('new-service', { ...startingContent('new-service', now), services: [again] }, now) }
    }
    case 'new-access': {
      const providerId = ['p1', 'p2', 'p3', 'p4'].find((one) => !accesses.some((access) => access.providerId === one))
      return providerId === undefined ? undefined : { forth: addAccess(record, domain, providerId, n), back: (now) => endAccess(now, domain, providerId) }
    }
    case 'cancel-access': {
      const access = accesses[n % Math.max(1, accesses.length)]
      return access && { forth: endAccess(record, domain, access.providerId), back: (now) => addAccess(now, domain, access.providerId, n, access) }
    }
    case 'change': {
      const begun = startingContent(kind, record)
      const address = `示例路${++ids}号`
      return {
        forth: approve(kind, { ...begun, subject: { ...begun.subject, address } }, record),
        back: (now) => approve(kind, { ...startingContent(kind, now), subject: { ...now.subject.content, address: record.subject.content.address } }, now),
      }
    }
    default: return undefined
  }
}

const kinds: readonly FilingKind[] = ['new-service', 'cancel-service', 'new-access', 'cancel-access', 'change']

test('acts of every kind on one record, each taken back in turn: what stands is as it was, and no number comes twice', () => {
  const done = new Map<string, number>()
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(999)), { minLength: 1, maxLength: 12 }), (acts) => {
    const steps: Step[] = []
    let record = start
    for (const [kind, n] of acts) {
      const next = step(record, kind, n)
      if (!next) continue
      done.set(kind, (done.get(kind) ?? 0) + 1)
      steps.push(next)
      record = next.forth
    }
    for (const { back } of steps.reverse()) record = back(record)
    expect(standing(record)).toEqual(standing(start))
    expect(new Set(record.services.map(({ number }) => number)).size).toBe(record.services.length)
    expect(record.services.map(({ index }) => index)).toEqual(record.services.map((_, at) => at + 1))
  }), { numRuns: full ? 100_000 : 200, seed })
  expect([...done.keys()].sort()).toEqual([...kinds].sort())
}, patience)

test('a subject that was cancelled is filed anew as if it had never been, under another number', () => {
  const ended = approve('cancel-subject', cancellation(), start)
  const content: RegistrationContent = { form: 'registration', subject: start.subject.content, services: start.services.map((one) => one.content) }
  const again = applyApproval(filing('approved', 'new-subject', { content }), emptyRecord, {
    day: '2026-11-23', subjectId: 'sub2', subjectNumber: '京ICP备2026000002号', serviceIds: Object.fromEntries(start.services.map(({ id }, at) => [id, `r${at + 8}`])),
  }).record
  expect(servicesInForce(ended)).toEqual([])
  expect(standing(again)).toEqual({ ...(standing(start) as object), number: '京ICP备2026000002号' })
})
