import type { Bilingual } from '../bilingual.js'

const prefix = 'closed '

/** Stands where the user name of an account stood whose personal data is erased. No user name that people choose holds a blank. */
export const erasedUserName = (accountId: string): string => `${prefix}${accountId}`

const erased: Bilingual = { zh: '已清除的账号', en: 'Erased account' }

/**
 * How people read the name or user name of whoever acted: as it is, and of an erased account that it is one, with the beginning of its id where that is known, so
 * that two of them are told apart.
 */
export function accountNameShown(name: string): Bilingual {
  if (name === '') return erased
  if (!name.startsWith(prefix)) return { zh: name, en: name }
  const begin = name.slice(prefix.length, prefix.length + 8)
  return { zh: `${erased.zh} ${begin}`, en: `${erased.en} ${begin}` }
}
