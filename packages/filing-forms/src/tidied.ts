import {
  type FieldRow, normaliseCertificateNumber, normaliseEmail, normaliseFingerprint, normaliseHost, normaliseName, normalisePackageName, normalisePhone,
  normalisePublicKey,
} from '@icp/domain'

/** Puts right, when a field is left, what an input method leaves behind: full-width signs, stray spaces, lower-case check letters. */
export const tidied = (row: FieldRow, value: string): string => {
  if (row.personal === 'certificate-number') return normaliseCertificateNumber(value)
  if (row.personal === 'phone') return normalisePhone(value)
  if (row.personal === 'mail') return normaliseEmail(value)
  if (row.value.type === 'domain') return normaliseHost(value)
  if (row.value.type === 'url') return value.trim()
  if (row.value.type === 'package-name') return normalisePackageName(value)
  if (row.value.type === 'public-key') return normalisePublicKey(value)
  if (row.value.type === 'fingerprint') return normaliseFingerprint(value)
  return row.value.type === 'text' ? normaliseName(value) : value
}
