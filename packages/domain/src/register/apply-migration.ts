import { emptyPerson } from '../filing/content.js'
import type { Filing } from '../filing/filing.js'
import { servicesInForce, type RegisterRecord } from './register.js'
import { type Allocation, impossible, newService, type RegisterChange, requireSubject } from './register-change.js'

export interface MigrationChange {
  /** The number of what moved ends here for good. Without any service left the subject is hollow and its certificate ends. */
  readonly giving: RegisterChange
  /** The next number of the one sequence; the certificate is issued anew. */
  readonly receiving: RegisterChange
}

/**
 * A service moves to another subject (icp-filing.md §3 no. 8, §5: the prefix changes, so the number is new). It keeps what is filed of it and its accesses.
 * Its person in charge stays behind: from now on the receiving subject's answers for it, until a change names another.
 */
export const applyMigration = (filing: Filing, giving: RegisterRecord, receiving: RegisterRecord, allocation: Allocation): MigrationChange => {
  if (filing.content.form !== 'migration') throw new Error(`filing ${filing.id} of kind ${filing.kind} moves nothing`)
  const [from, to] = [requireSubject(giving), requireSubject(receiving)]
  const [number] = filing.content.serviceNumbers
  const moving = servicesInForce(giving).find((service) => service.number === number)
  if (!moving) throw impossible('1050', '要迁移的网站已不在迁出主体名下有效。', 'The website to move is no longer in force under the giving subject.')
  if (from.id === to.id) throw impossible('1037', '接收主体不能是迁出主体本身。', 'A website cannot move to the subject that has it.')
  if (from.province !== to.province) throw impossible('1046', '网站不能迁移到其他省的主体。', 'A website cannot move to a subject of another province.')
  const content = { ...moving.content, personSource: 'subject' as const, person: emptyPerson() }
  const added = newService({ ...content, id: moving.id }, to, to.lastServiceIndex + 1, allocation)
  const left = servicesInForce(giving).length - 1
  return {
    giving: {
      record: {
        ...giving, subject: from,
        services: giving.services.map((one) => (one === moving ? { ...one, state: 'cancelled', cancelledOn: allocation.day, movedTo: added.number } : one)),
      },
      issued: [], cancelled: [moving.number], certificate: left === 0 ? 'cancel' : 'replace',
    },
    receiving: {
      record: { ...receiving, subject: { ...to, lastServiceIndex: added.index }, services: [...receiving.services, added] },
      issued: [added.number], cancelled: [], certificate: 'replace',
    },
  }
}
