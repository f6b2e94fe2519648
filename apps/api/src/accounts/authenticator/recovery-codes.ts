import { randomInt } from 'node:crypto'

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const howMany = 10
const length = 10

/** Ten codes of 49 random bits, in letters and digits that are not mistaken for one another. */
export const drawRecoveryCodes = (): string[] =>
  Array.from({ length: howMany }, () => Array.from({ length }, () => letters[randomInt(letters.length)]).join(''))

/** As it is shown: `abcde-fghij`. */
export const recoveryCodeForReading = (code: string): string => `${code.slice(0, length / 2)}-${code.slice(length / 2)}`

/** What was typed, if it can be a recovery code: case, width, blanks and hyphens do not count. */
export function recoveryCodeAsTyped(typed: string): string | undefined {
  const code = typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')
  return code.length === length && [...code].every((letter) => letters.includes(letter)) ? code : undefined
}
