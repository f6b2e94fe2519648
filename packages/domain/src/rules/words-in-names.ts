import { normaliseTyped } from './normalise-typed.js'

/** A name is read without the spaces that a word may be hidden by, and whatever the case and width of its letters. */
const tight = (text: string): string => normaliseTyped(text).replace(/ /g, '').toUpperCase()

/** Words of lists, which are asked of every name. */
const tightWords = new Map<string, string>()
const tightWord = (word: string): string => {
  const known = tightWords.get(word) ?? tight(word)
  tightWords.set(word, known)
  return known
}

/** The first of the words that a name holds. */
export const wordIn = (name: string, words: readonly string[]): string | undefined => {
  const read = tight(name)
  return words.find((word) => read.includes(tightWord(word)))
}

/** The first of the words that a name begins with. */
export const wordAtStart = (name: string, words: readonly string[]): string | undefined => {
  const read = tight(name)
  return words.find((word) => read.startsWith(tightWord(word)))
}
