/**
 * The code of a certificate: eleven random characters and one check character, written in three groups (`7F3K-9Q2M-XX4P`).
 * 55 random bits: it cannot be guessed or counted through, so knowing a code means having seen the paper.
 */

/** Crockford's alphabet: digits and capitals without I, L, O and U, which are misread as 1, 1, 0 and V. */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const randomLength = 11
const groupLength = 4
/** x⁵ + x² + 1, primitive over GF(2): its root steps through all 31 non-zero values. */
const fieldPolynomial = 0b100101

/** The number of random bytes that `makeCertificateCode` needs. */
export const codeRandomBytes = randomLength

/** Multiplies by the root of the polynomial in GF(32). */
const step = (value: number): number => {
  const doubled = value << 1
  return doubled & 0b100000 ? doubled ^ fieldPolynomial : doubled
}

/**
 * The check value is the Horner sum of the characters over GF(32), so each place has its own non-zero weight and no two weights are equal:
 * every single wrong character and every swap of two different characters is noticed.
 */
const checkValue = (values: readonly number[]): number => step(values.reduce((sum, value) => step(sum) ^ value, 0))

const characterOf = (value: number): string => codeAlphabet.charAt(value)

/** Puts the hyphens into twelve bare characters. */
export const formatCertificateCode = (bare: string): string =>
  Array.from({ length: Math.ceil(bare.length / groupLength) }, (_, group) => bare.slice(group * groupLength, (group + 1) * groupLength)).join('-')

/** Makes a code from at least `codeRandomBytes` bytes of a cryptographic random source; the same bytes give the same code. */
export function makeCertificateCode(random: Uint8Array): string {
  if (random.length < randomLength) throw new RangeError(`a certificate code needs ${randomLength} random bytes, not ${random.length}`)
  const values = Array.from(random.subarray(0, randomLength), (byte) => byte & 31)
  return formatCertificateCode([...values, checkValue(values)].map(characterOf).join(''))
}

/**
 * What people type or paste, made comparable: a verification link is cut down to its last part; full-width letters, lower case, spaces and
 * any kind of dash are accepted; O is read as 0, I and L as 1, U as V. The result is bare (no hyphens) and may still be wrong.
 */
export function normaliseCertificateCode(text: string): string {
  const lastPart = text.normalize('NFKC').trim().replace(/[?#].*$/s, '').replace(/\/+$/, '').split('/').at(-1) ?? ''
  return lastPart
    .toUpperCase()
    .replace(/[\s\p{Pd}_.·]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/U/g, 'V')
}

/** The canonical code (`XXXX-XXXX-XXXX`) behind what was typed, or undefined when it cannot be a code: wrong length, character or check. */
export function parseCertificateCode(text: string): string | undefined {
  if (text.length > 2048) return undefined
  const bare = normaliseCertificateCode(text)
  if (bare.length !== randomLength + 1) return undefined
  const values = Array.from(bare, (character) => codeAlphabet.indexOf(character))
  if (values.includes(-1)) return undefined
  return values.at(-1) === checkValue(values.slice(0, -1)) ? formatCertificateCode(bare) : undefined
}
