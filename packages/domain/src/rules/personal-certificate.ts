import type { CertificateForm } from '../code-tables/certificate-types.js'
import { normaliseCertificateNumber } from './normalise-typed.js'
import { parseResidentId } from './resident-id.js'

/** Hong Kong 81, Macau 82, Taiwan 83 (GB 11643 form). */
const permitRegions = ['81', '82', '83']

const shapes: Partial<Record<CertificateForm, RegExp>> = {
  passport: /^[A-Z0-9]{5,20}$/,
  // H or M, eight digits, and on older cards the two digits of the re-issue.
  'hk-macau-permit': /^[HM]\d{8}(?:\d{2})?$/,
  // Eight digits; the older booklets had ten with a letter in brackets.
  'taiwan-permit': /^(?:\d{8}|\d{10}(?:\([A-Z]\))?)$/,
  // Three letters and twelve digits until 2023, eighteen digits beginning with 9 since.
  'permanent-residence': /^(?:[A-Z]{3}\d{12}|9\d{16}[\dX])$/,
}

/** Whether a number has the shape of its form of certificate. Forms without a published shape always have it. */
export const isPersonalCertificateNumber = (form: CertificateForm, typed: string): boolean => {
  if (form === 'resident-id') {
    const id = parseResidentId(typed)
    return id !== null && !permitRegions.includes(id.region.slice(0, 2))
  }
  if (form === 'residence-permit') {
    const id = parseResidentId(typed)
    return id !== null && permitRegions.includes(id.region.slice(0, 2))
  }
  return shapes[form]?.test(normaliseCertificateNumber(typed)) ?? true
}
