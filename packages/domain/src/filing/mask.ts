import { fieldAt, withFieldAt } from './changes.js'
import type { FilingContent } from './content.js'
import type { PersonalKind } from './field-table.js'
import { personalKindAt, personalPaths } from './fields.js'

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

const masked: readonly PersonalKind[] = ['certificate-number', 'phone', 'mail']

/** Whether the field stands masked wherever a filing is read, until its reader asks for it with a reason. Names and addresses are read by everyone who may read the filing. */
export const isMaskedField = (path: string): boolean => masked.includes(personalKindAt(path) ?? 'name')

/** What every reader of a finished filing is shown first: numbers, phones and mail masked, the rest readable so that it can be judged and consented to. */
export const maskContent = <Content extends FilingContent>(content: Content): Content =>
  personalPaths(content).filter(({ personal }) => masked.includes(personal)).reduce((so, { path, personal }) => {
    const value = fieldAt(so, path)
    return typeof value === 'string' ? withFieldAt(so, path, maskField(personal, value)) : so
  }, content)
