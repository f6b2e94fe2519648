import { Access, CancellationContent, type FieldRow, LegalPerson, MigrationContent, Person, Platform, Service, Subject } from '@icp/domain'

type Limits = Readonly<Record<string, { readonly maxLength?: number | null }>>

const limits: Readonly<Record<FieldRow['section'], Limits>> = {
  subject: Subject.shape as Limits, person: Person.shape as Limits, 'legal-person': LegalPerson.shape as Limits, service: Service.shape as Limits, platform: Platform.shape as Limits, access: Access.shape as Limits,
  cancellation: CancellationContent.shape as Limits, migration: MigrationContent.shape as Limits,
}

/** The longest text that a draft takes in this field, in UTF-16 units; undefined where the field holds no text. */
export const longestText = (row: FieldRow): number | undefined => limits[row.section][row.key]?.maxLength ?? undefined
