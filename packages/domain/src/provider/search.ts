/** What a provider is found by. `pinyin` may be written with or without spaces; `initials` are the first letters of its syllables. */
export interface SearchableProvider {
  readonly name: string
  readonly nameEn: string
  readonly pinyin: string
  readonly initials: string
  /** Short names and brands; none where they are not known. */
  readonly keywords?: readonly string[]
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Typed keywords, split at any white space (also U+3000), folded to one width and case, without repeats. Empty = nothing was asked. */
export const splitKeywords = (text: string): string[] => [...new Set(fold(text).split(/\s+/u).filter(Boolean))]

/** What one keyword is looked for in; an index that stores this text must be folded the same way. */
export const searchTexts = (provider: SearchableProvider): string[] => {
  const pinyin = fold(provider.pinyin)
  return [fold(provider.name), fold(provider.nameEn), pinyin, pinyin.replace(/\s+/gu, ''), fold(provider.initials), ...(provider.keywords ?? []).map(fold)]
}

/** Every keyword must occur, each anywhere and in any order; `keywords` come from `splitKeywords`. No keyword matches nothing. */
export const matchesProvider = (provider: SearchableProvider, keywords: readonly string[]): boolean => {
  const texts = searchTexts(provider)
  return keywords.length > 0 && keywords.every((keyword) => texts.some((text) => text.includes(keyword)))
}

export interface MarkedPart {
  readonly text: string
  readonly marked: boolean
}

/** Cuts `text` into parts so that every place where a keyword occurs is marked. The parts joined are always `text`, as it was written. */
export const markMatches = (text: string, keywords: readonly string[]): MarkedPart[] => {
  const characters = [...text]
  // Folding may change lengths (㈱ → (株)), so each folded position remembers which character it came from.
  const origin: number[] = []
  let folded = ''
  characters.forEach((character, index) => {
    const piece = fold(character)
    folded += piece
    for (let unit = 0; unit < piece.length; unit++) origin.push(index)
  })
  const marked = new Set<number>()
  for (const keyword of keywords) {
    if (keyword === '') continue
    for (let at = folded.indexOf(keyword); at >= 0; at = folded.indexOf(keyword, at + 1)) {
      for (let unit = at; unit < at + keyword.length; unit++) marked.add(origin[unit] ?? -1)
    }
  }
  const parts: { text: string; marked: boolean }[] = []
  characters.forEach((character, index) => {
    const isMarked = marked.has(index)
    const last = parts.at(-1)
    if (last && last.marked === isMarked) last.text += character
    else parts.push({ text: character, marked: isMarked })
  })
  return parts
}
