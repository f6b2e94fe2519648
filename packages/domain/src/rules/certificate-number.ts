import type { CertificateForm } from '../code-tables/certificate-types.js'
import { isCreditCode } from './credit-code.js'
import { isOrganisationCode } from './organisation-code.js'
import { isPersonalCertificateNumber } from './personal-certificate.js'

/** Whether a number has the shape, and the check character, of its form of certificate, a unit's or a person's. Forms without a published shape always have it. */
export const isCertificateNumber = (form: CertificateForm, typed: string): boolean => {
  if (form === 'uscc') return isCreditCode(typed)
  return form === 'organisation-code' ? isOrganisationCode(typed) : isPersonalCertificateNumber(form, typed)
}
