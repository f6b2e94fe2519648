import { normaliseEmail, normalisePhone } from './normalise-typed.js'

/** A mobile number of the mainland: 11 digits from 13 to 19. Which carrier issues a range changes too often to be judged. */
export const isMainlandMobile = (typed: string): boolean => /^1[3-9]\d{9}$/.test(normalisePhone(typed))

/** A landline with its area code, `010-66668888`, with or without an extension (`-8001`). Cities with a three-digit code have eight digits. */
export const isLandline = (typed: string): boolean =>
  /^(?:0(?:10|2\d)-?\d{8}|0[3-9]\d{2}-?\d{7,8})(?:-\d{1,6})?$/.test(normalisePhone(typed))

/** A national service number of a company: `400-xxx-xxxx`, `800-xxx-xxxx`. */
const isServiceNumber = (typed: string): boolean => /^[48]00-?\d{3}-?\d{4}$/.test(normalisePhone(typed))

export const isOfficePhone = (typed: string): boolean => isLandline(typed) || isMainlandMobile(typed) || isServiceNumber(typed)

/** Service numbers are refused: in an emergency a person must answer. */
export const isEmergencyPhone = (typed: string): boolean => isMainlandMobile(typed) || isLandline(typed)

/**
 * One address, 6–128 characters (XSD). Deliberately narrower than RFC 5322: quoted local parts and address literals are not accepted,
 * non-ASCII local parts neither, because the notices could not be delivered reliably.
 */
export const isEmail = (typed: string): boolean => {
  const text = normaliseEmail(typed)
  return text.length >= 6 && text.length <= 128
    && /^[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(text)
    && !text.includes('..')
}
