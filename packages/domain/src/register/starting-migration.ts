import { emptyPerson, type MigrationContent } from '../filing/content.js'
import { servicesInForce, type RegisterRecord } from './register.js'

/** What moves, as the register has it now; without the person in charge, who stays with the giving subject. */
export const movingServices = (record: RegisterRecord, serviceNumbers: readonly string[]): MigrationContent['services'] =>
  servicesInForce(record).filter((one) => serviceNumbers.includes(one.number)).slice(0, 1)
    .map((one) => ({ ...one.content, id: one.id, personSource: 'subject', person: emptyPerson() }))

export const startingMigration = (record: RegisterRecord, serviceNumbers: readonly string[]): MigrationContent => ({
  form: 'migration', subjectNumber: record.subject?.number ?? '', serviceNumbers: [...serviceNumbers], receivingNumber: '', domainHolder: '', note: '',
  services: movingServices(record, serviceNumbers),
})
