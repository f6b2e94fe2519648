import { pinyin } from 'pinyin-pro'

export interface Spelling {
  /** `bei jing shi li`: syllables without tones; what is not Chinese stays as it is. */
  readonly pinyin: string
  /** `bjsl`: the first letters of the syllables; what is not Chinese is left out. */
  readonly initials: string
}

/** How a Chinese name is typed on a keyboard. Readings follow the words around a character: 重庆 is `chong qing`. */
export function spell(name: string): Spelling {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed', v: true })
  return {
    pinyin: pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map((part) => part.trim()).filter(Boolean).join(' '),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
  }
}
