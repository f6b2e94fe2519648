import type { PersonalKind } from './field-table.js'
import { personalKindAt } from './fields.js'

/**
 * Keeps three letters at the beginning and four at the end, as people know it of identity cards; of what is shorter one at each end, and of what is shorter still nothing: at
 * least `hidden` are covered, since of a passport with nine signs the two in the middle would soon be guessed.
 */
const middle = (value: string, hidden: number): string => {
  const letters = [...value]
  const [head, tail] = letters.length >= 7 + hidden ? [3, 4] : letters.length >= 2 + hidden ? [1, 1] : [0, 0]
  return letters.map((letter, at) => (at < head || at >= letters.length - tail ? letter : '*')).join('')
}

const mail = (value: string): string => {
  const at = value.lastIndexOf('@')
  return at < 1 ? '*'.repeat([...value].length) : `${[...value][0]}***${value.slice(at)}`
}

/** `110***********002X`, `138****1234`, `a***@example.com`, `张**`, `杭州市西湖***`. '' stays ''. */
export const maskField = (kind: PersonalKind, value: string): string => {
  if (value === '') return ''
  switch (kind) {
    case 'certificate-number': return middle(value, 6)
    case 'phone': return middle(value, 4)
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
