import type { PersonalKind } from './field-table.js'
import { personalKindAt } from './fields.js'

/** Keeps both ends; a value too short for that keeps nothing. */
const middle = (value: string, head: number, tail: number): string => {
  const letters = [...value]
  if (letters.length <= head + tail) return '*'.repeat(letters.length)
  return letters.slice(0, head).join('') + '*'.repeat(letters.length - head - tail) + letters.slice(-tail).join('')
}

const mail = (value: string): string => {
  const at = value.lastIndexOf('@')
  return at < 1 ? '*'.repeat([...value].length) : `${[...value][0]}***${value.slice(at)}`
}

/** `110***********002X`, `138****1234`, `a***@example.com`, `张**`, `杭州市西湖***`. '' stays ''. */
export const maskField = (kind: PersonalKind, value: string): string => {
  if (value === '') return ''
  switch (kind) {
    case 'certificate-number': return middle(value, 3, 4)
    case 'phone': return middle(value, 3, 4)
    case 'mail': return mail(value)
    case 'name': return `${[...value][0]}${'*'.repeat(Math.max(1, [...value].length - 1))}`
    case 'address': return `${[...value].slice(0, 6).join('')}***`
  }
}

const sensitive: readonly (PersonalKind | undefined)[] = ['certificate-number', 'phone', 'mail']

/** Certificate numbers, phones and mail: what nobody is shown in clear without asking. */
export const isSensitive = (personal: PersonalKind | undefined): boolean => sensitive.includes(personal)

/** Whether the field stands masked wherever a finished filing is read. Names and addresses are read by everyone who may read the filing. */
export const isMaskedField = (path: string): boolean => isSensitive(personalKindAt(path))
