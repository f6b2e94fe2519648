import { parseFilingNumber, normaliseFilingNumber } from '../numbers/filing-number.js'
import { emptyService, type Access, type FilingContent, type Person, type Platform, type Service, type Subject } from '../filing/content.js'
import {
  normaliseCertificateNumber, normaliseEmail, normaliseFingerprint, normaliseHost, normaliseIp, normaliseName, normalisePackageName, normalisePhone,
  normalisePublicKey, normaliseTyped,
} from './normalise-typed.js'

const person = (typed: Person): Person => ({
  ...typed,
  name: normaliseName(typed.name),
  certificateNumber: normaliseCertificateNumber(typed.certificateNumber),
  mobile: normalisePhone(typed.mobile),
  emergencyPhone: normalisePhone(typed.emergencyPhone),
  officePhone: normalisePhone(typed.officePhone),
  email: normaliseEmail(typed.email),
})

const subject = (typed: Subject): Subject => ({
  ...typed,
  name: normaliseName(typed.name),
  certificateNumber: normaliseCertificateNumber(typed.certificateNumber),
  certificateAddress: normaliseName(typed.certificateAddress),
  investor: normaliseName(typed.investor),
  address: normaliseName(typed.address),
  person: person(typed.person),
  legalPerson: {
    ...typed.legalPerson,
    name: normaliseName(typed.legalPerson.name),
    certificateNumber: normaliseCertificateNumber(typed.legalPerson.certificateNumber),
  },
})

const access = (typed: Access): Access => ({
  ...typed,
  ipRanges: typed.ipRanges.map(({ from, to }) => ({ from: normaliseIp(from), to: normaliseIp(to) })),
})

const platform = (typed: Platform): Platform => ({
  ...typed,
  packageName: normalisePackageName(typed.packageName),
  publicKey: normalisePublicKey(typed.publicKey),
  fingerprint: normaliseFingerprint(typed.fingerprint),
})

/** What a type has and was left out is there as empty as in a new draft, so that it has a place. */
const service = (typed: Service): Service => ({
  ...(typed.type === 'website' ? {} : emptyService(typed.id, typed.type)),
  ...typed,
  ...(typed.platforms ? { platforms: typed.platforms.map(platform) } : {}),
  name: normaliseName(typed.name),
  domain: normaliseHost(typed.domain),
  homePage: normaliseTyped(typed.homePage),
  preApprovals: typed.preApprovals.map((row) => ({ ...row, approvalNumber: normaliseName(row.approvalNumber) })),
  person: person(typed.person),
  accesses: typed.accesses.map(access),
})

const number = (typed: string): string => {
  const canonical = normaliseFilingNumber(typed)
  return canonical !== null && parseFilingNumber(canonical) ? canonical : normaliseName(typed)
}

/**
 * The content as it is stored: full-width digits and signs, stray spaces and invisible characters are put right field by field; nothing that
 * could change a meaning. Remarks stay as typed. Doing it twice changes nothing more.
 */
export const normaliseContent = (typed: FilingContent): FilingContent => typed.form === 'cancellation'
  ? { ...typed, subjectNumber: number(typed.subjectNumber), serviceNumbers: typed.serviceNumbers.map(number) }
  : typed.form === 'migration'
    ? { ...typed, subjectNumber: number(typed.subjectNumber), serviceNumbers: typed.serviceNumbers.map(number), receivingNumber: number(typed.receivingNumber) }
    : { ...typed, subject: subject(typed.subject), services: typed.services.map(service) }
