import { expect, test } from '@jest/globals'
import type { Actor } from '../account/role.js'
import { fieldAt } from '../filing/changes.js'
import { emptyAccess, emptyLegalPerson, emptyPerson, emptyService, emptySubject, type MigrationContent, type RegistrationContent } from '../filing/content.js'
import { everyField } from '../filing/fields.js'
import { contentSeenBy, contentSeenByReceiver, fieldReaderOf, fieldReaders, sightOf, visibleFields } from './visible-fields.js'

/** Every text of every part is its own path, so that whatever is shown says where it comes from. */
const full = ((): RegistrationContent => {
  const named = <Part extends object>(part: Part, path: string): Part =>
    Object.fromEntries(Object.entries(part).map(([key, value]) => [key, value === '' ? `${path}.${key}@1234567` : value])) as Part
  const service = (id: string, providers: readonly string[]) => ({
    ...named(emptyService(id), `services.${id}`), preApprovalAnswer: 'some' as const, preApprovals: [{ item: '1', approvalNumber: 'x' }], contents: ['8'], languages: ['1'],
    person: named(emptyPerson(), `services.${id}.person`),
    accesses: providers.map((providerId) => ({ ...named(emptyAccess(`${id}-${providerId}`), `services.${id}`), providerId, modes: ['5'], places: ['110000'], ipRanges: [{ from: '192.0.2.1', to: '192.0.2.1' }] })),
  })
  return {
    form: 'registration',
    subject: { ...named(emptySubject(), 'subject'), person: named(emptyPerson(), 'subject.person'), legalPerson: named(emptyLegalPerson(), 'subject.legalPerson') },
    services: [service('s1', ['p1', 'p2']), service('s2', ['p2'])],
  }
})()

const actors: Readonly<Record<string, Actor>> = {
  owner: { role: 'owner', accountId: 'a' }, first: { role: 'provider', accountId: 'b', providerId: 'p1' }, second: { role: 'provider', accountId: 'c', providerId: 'p2' },
  reviewer: { role: 'reviewer', accountId: 'd', province: '110000' }, person: { role: 'responsible-person', confirmationId: 'k' },
}

test('every field of a filing has a row for every reader, and no part has two', () => {
  expect(new Set(visibleFields.map(({ part }) => part)).size).toBe(visibleFields.length)
  const sights = everyField(full).flatMap((field) => fieldReaders.map((reader) => sightOf(field, reader)))
  expect(sights).toHaveLength(everyField(full).length * fieldReaders.length)
  expect(everyField(full).filter((field) => sightOf(field, 'reviewer') === 'hidden')).toEqual([])
})

test('no number, phone or mail address of a finished filing stands in clear for anybody', () => {
  const sensitive = everyField(full).filter(({ personal }) => personal === 'certificate-number' || personal === 'phone' || personal === 'mail')
  expect(sensitive.length).toBeGreaterThan(10)
  for (const [name, actor] of Object.entries(actors)) {
    const shown = contentSeenBy(full, 'in-review', actor)
    for (const { path } of sensitive) expect([name, path, fieldAt(shown, path) === fieldAt(full, path)]).toEqual([name, path, false])
  }
})

test('an owner who is still typing reads everything as it was typed', () => {
  expect(contentSeenBy(full, 'draft', actors['owner']!)).toEqual(full)
})

test('what is shown of a field is what the table says of it, for every reader, and nothing else is changed', () => {
  for (const actor of Object.values(actors)) {
    const shown = contentSeenBy(full, 'with-providers', actor)
    for (const field of everyField(full)) {
      const sight = sightOf(field, fieldReaderOf(full, 'with-providers', field.path, actor))
      const [value, typed] = [fieldAt(shown, field.path), fieldAt(full, field.path)]
      if (sight === 'clear') expect([field.path, value]).toEqual([field.path, typed])
      else if (sight === 'hidden') expect([field.path, value === '' || (Array.isArray(value) && value.length === 0)]).toEqual([field.path, true])
      else expect([field.path, String(value).includes('*')]).toEqual([field.path, true])
    }
  }
})

test('a provider is hidden the networks of others on the same website, and masked for good the persons of websites that it does not serve', () => {
  const shown = contentSeenBy(full, 'with-providers', actors['first']!)
  expect(fieldAt(shown, 'services.s1.accesses.s1-p1.ipRanges')).toEqual([{ from: '192.0.2.1', to: '192.0.2.1' }])
  expect(fieldAt(shown, 'services.s1.accesses.s1-p2.ipRanges')).toEqual([])
  const reader = (path: string) => fieldReaderOf(full, 'with-providers', path, actors['first']!)
  expect(sightOf(everyField(full).find(({ path }) => path === 'services.s2.person.mobile')!, reader('services.s2.person.mobile'))).toBe('masked')
  expect(sightOf(everyField(full).find(({ path }) => path === 'services.s1.person.mobile')!, reader('services.s1.person.mobile'))).toBe('on-reveal')
})

test('a receiving owner sees of a website what the public look-up tells, and with its agreement what comes along; never a person', () => {
  const moving: MigrationContent = {
    form: 'migration', subjectNumber: '京ICP备2026000001号', serviceNumbers: ['京ICP备2026000001号-1'], receivingNumber: '京ICP备2026000002号', domainHolder: 'receiver', note: '说明',
    services: full.services.slice(0, 1),
  }
  const clear = (agreed: boolean) => {
    const shown = contentSeenByReceiver(moving, agreed)
    return everyField(moving).filter(({ path }) => fieldAt(shown, path) === fieldAt(moving, path)).map(({ path }) => path)
  }
  const own = ['subjectNumber', 'serviceNumbers', 'receivingNumber', 'domainHolder', 'note']
  expect(clear(false)).toEqual([...own, ...['type', 'name', 'domain', 'personSource'].map((key) => `services.s1.${key}`)])
  expect(clear(true).filter((path) => !own.includes(path))).toEqual(everyField(moving).map(({ path }) => path).filter((path) => path.startsWith('services.') && !path.includes('.person.')))
})
