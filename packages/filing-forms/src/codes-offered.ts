import { certificateTypesFor, type CodeRow, codesInUse, fieldTables, type FieldRow, fieldAt, personalCertificateTypes, platformsOf, type RegistrationContent, serviceContents, shanghaiDay } from '@icp/domain'

/** The rows of a code table that a form may offer for this field now: by nature, for persons, by type of service, and valid today. The rules judge the answer. */
export const codesOffered = (row: FieldRow, content: RegistrationContent): readonly CodeRow[] => {
  if (row.value.type !== 'code' && row.value.type !== 'codes') return []
  const today = shanghaiDay(new Date().toISOString())
  const chosen = fieldAt(content, row.path)
  const isChosen = (id: string) => chosen === id || (Array.isArray(chosen) && chosen.includes(id))
  const keep = (table: readonly CodeRow[], all: readonly CodeRow[]) =>
    [...codesInUse(table, today), ...all.filter((code) => isChosen(code.id) && !codesInUse(table, today).includes(code))]
  if (row.key === 'certificateType') {
    return row.section === 'person' || row.section === 'legal-person' ? keep(personalCertificateTypes, fieldTables.certificateTypes) : keep(certificateTypesFor(content.subject.nature), fieldTables.certificateTypes)
  }
  if (row.key === 'contents' && content.subject.nature === '5') return keep(serviceContents.filter((one) => one.forPersons), serviceContents)
  if (row.key === 'platform') return keep(platformsOf(String(fieldAt(content, row.path.replace(/\.platforms\..*$/, '.type')))), fieldTables.appPlatforms)
  return keep(fieldTables[row.value.table], fieldTables[row.value.table])
}
