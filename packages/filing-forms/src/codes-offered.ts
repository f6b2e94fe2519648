import { type CertificateType, type CodeRow, codesInUse, type FieldRow, fieldAt, type FieldTable, fieldTables, isCodeTableId, platformsOf, type RegistrationContent, type RuleData, type ServiceContent, shanghaiDay, standingCodes } from '@icp/domain'
import { newestRuleData } from '@icp/filing-views'

interface Standing {
  readonly row: CodeRow
  readonly offered: boolean
}

const standingRows = (table: FieldTable, data: RuleData, today: string): readonly Standing[] =>
  (isCodeTableId(table) ? standingCodes(data, table, today) : fieldTables[table].map((row: CodeRow) => ({ row, offered: codesInUse([row], today).length > 0 })))

/** The rows of a code table that a form may offer for this field now: by nature, for persons, by type of service, and by what is in force today. The rules judge the answer. */
export const codesOffered = (row: FieldRow, content: RegistrationContent, data: RuleData = newestRuleData()): readonly CodeRow[] => {
  if (row.value.type !== 'code' && row.value.type !== 'codes') return []
  const chosen = fieldAt(content, row.path)
  const isChosen = (id: string) => chosen === id || (Array.isArray(chosen) && chosen.includes(id))
  const standing = standingRows(row.value.table, data, shanghaiDay(new Date().toISOString()))
  const keep = (fits: (code: CodeRow) => boolean) =>
    [...standing.filter((one) => one.offered && fits(one.row)), ...standing.filter((one) => isChosen(one.row.id) && !(one.offered && fits(one.row)))].map((one) => one.row)
  if (row.key === 'certificateType') {
    const ofPerson = row.section === 'person' || row.section === 'legal-person'
    return keep((code) => (ofPerson ? (code as CertificateType).personal : (code as CertificateType).natures.includes(content.subject.nature)))
  }
  if (row.key === 'contents' && content.subject.nature === '5') return keep((code) => (code as ServiceContent).forPersons)
  if (row.key === 'platform') {
    const fitting = platformsOf(String(fieldAt(content, row.path.replace(/\.platforms\..*$/, '.type')))).map(({ id }) => id)
    return keep((code) => fitting.some((id) => id === code.id))
  }
  return keep(() => true)
}
