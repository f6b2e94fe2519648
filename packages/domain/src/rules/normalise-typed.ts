/**
 * What an input method leaves behind: full-width letters, digits and signs become half-width, invisible characters go, the ends are trimmed
 * and runs of white space become one space. The check letter of a resident ID is upper-cased. For names and addresses use `normaliseName`:
 * full-width brackets are right in a Chinese name. The caller shows the user what was changed.
 */
export const normaliseTyped = (text: string): string => {
  // What is typed right needs nothing of this, and it is asked for at every key press.
  if (/^[!-wy-~]*$/.test(text)) return text
  const halfWidth = text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return /^\d{17}x$/.test(halfWidth) ? halfWidth.toUpperCase() : halfWidth
}

/** Certificate numbers: no spaces inside, upper case. */
export const normaliseCertificateNumber = (text: string): string => normaliseTyped(text).replace(/\s/g, '').toUpperCase()

/** `+86 138-0000-0000` → `13800000000`; landlines keep their hyphen (`010-66668888`). */
export const normalisePhone = (text: string): string => {
  const tight = normaliseTyped(text).replace(/\s/g, '').replace(/[‐‑‒–—―−]/g, '-').replace(/^(?:(?:\+|00)86-?)+/, '')
  const digits = tight.replace(/-/g, '')
  return /^1\d{10}$/.test(digits) ? digits : tight
}

/** Addresses of hosts: `。` typed for a dot, a trailing dot, upper case. A scheme or path is left for the rules to name. */
export const normaliseHost = (text: string): string =>
  normaliseTyped(text).replace(/\s/g, '').replace(/[。｡]/g, '.').toLowerCase().replace(/(?<=[^.])\.$/, '')

/** The host of a mail address is case-blind, its local part is not ours to change. */
export const normaliseEmail = (text: string): string => {
  const tight = normaliseTyped(text).replace(/\s/g, '').replace(/[。｡]/g, '.')
  const at = tight.lastIndexOf('@')
  return at < 0 ? tight : tight.slice(0, at) + tight.slice(at).toLowerCase()
}

/** `１９２。０。２。１` → `192.0.2.1`. */
export const normaliseIp = (text: string): string => normaliseTyped(text).replace(/\s/g, '').replace(/[。｡]/g, '.').toLowerCase()

/** Names and addresses keep their signs; only stray white space and invisible characters go. */
export const normaliseName = (text: string): string =>
  text.replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '').replace(/[\s\u3000]+/g, ' ').trim()

/** Package names and Bundle IDs keep their case: platforms tell `com.example.App` from `com.example.app`. */
export const normalisePackageName = (text: string): string => normaliseTyped(text).replace(/\s/g, '').replace(/[。｡]/g, '.')

/** A key as one run of signs: without the lines around a PEM, white space and the colons between bytes. */
export const normalisePublicKey = (text: string): string =>
  normaliseTyped(text.replace(/-----(?:BEGIN|END)[A-Z ]*-----/g, '')).replace(/[\s:]/g, '')

/** `AB:CD:…` → `abcd…`. */
export const normaliseFingerprint = (text: string): string => normaliseTyped(text).replace(/[\s:-]/g, '').toLowerCase()
