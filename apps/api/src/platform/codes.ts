import { randomInt } from 'node:crypto'

/** A one-time code: six digits from the system's random source. */
export const drawCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** What people type: full-width digits and blanks do not count. */
export const codeAsTyped = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

export const codeSeconds = 5 * 60
export const codeTries = 5
export const resendSeconds = 60
