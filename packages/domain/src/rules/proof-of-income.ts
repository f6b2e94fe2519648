import { certificateTypes } from '../code-tables/certificate-types.js'
import { findCode } from '../code-tables/code-row.js'
import type { Subject } from '../filing/content.js'
import type { RulesInForce } from '../rule-data/rules-in-force.js'
import { ageOn } from '../working-days/day.js'
import { parseResidentId } from './resident-id.js'

/** The resident ID of an individual who is born on `day`; null for everybody else. */
const idOfIndividual = ({ certificateType, certificateNumber }: Subject, day: string) => {
  if (findCode(certificateTypes, certificateType)?.form !== 'resident-id') return null
  const id = parseResidentId(certificateNumber)
  return id && id.birthDay <= day ? id : null
}

/** Old enough to file, and younger than the province lets anybody file without a proof of income (icp-filing.md §6 no 13). */
export const asksProofOfIncome = (subject: Subject, data: RulesInForce): boolean => {
  const id = idOfIndividual(subject, data.day)
  if (!id) return false
  const age = ageOn(id.birthDay, data.day)
  return data.value('youngest-individual') <= age && age < data.value('proof-of-income-below')
}
