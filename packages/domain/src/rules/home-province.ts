import { certificateTypes } from '../code-tables/certificate-types.js'
import { findCode } from '../code-tables/code-row.js'
import type { Subject } from '../filing/content.js'
import { parseResidentId } from './resident-id.js'

/** The first two digits of the province that a resident ID was given in; null for other papers, residence permits of Hong Kong, Macau and Taiwan among them. */
export const homeProvinceOf = ({ certificateType, certificateNumber }: Pick<Subject, 'certificateType' | 'certificateNumber'>): string | null =>
  findCode(certificateTypes, certificateType)?.form === 'resident-id' ? parseResidentId(certificateNumber)?.region.slice(0, 2) ?? null : null
