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

/** 不收费, 非企业: right before the word. */
const deniedAtOnce = /[不无非未免]$/
/** 不涉及论坛和销售: anywhere before it in the same clause. */
const deniedBefore = /不涉及|不含|不包含|不提供|不从事|不进行|不开展|不设|不属于|不是|没有|禁止|不得/

/** The first of the words that a description uses without denying it, clause by clause. */
export const wordClaimedIn = (text: string, words: readonly string[]): string | undefined => {
  const clauses = text.split(/[，。；！？,.;!?\n]/).map(tight)
  return words.find((word) => clauses.some((clause) => {
    const read = tightWord(word)
    for (let at = clause.indexOf(read); at >= 0; at = clause.indexOf(read, at + 1)) {
      const before = clause.slice(0, at)
      if (!deniedAtOnce.test(before) && !deniedBefore.test(before)) return true
    }
    return false
  }))
}
