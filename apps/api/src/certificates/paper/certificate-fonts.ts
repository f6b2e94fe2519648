import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import type { CertificateContent } from './certificate-content.js'

export type Weight = 'regular' | 'bold'

/** One font file with what layout asks of it. Widths are in em, so multiply by the size in points. */
export interface CertificateFont {
  readonly bytes: Uint8Array
  has(character: string): boolean
  width(text: string): number
}

export type CertificateFonts = Readonly<Record<Weight, CertificateFont>>

const files: Readonly<Record<Weight, string>> = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
}

/** Characters that fonts contain but that would change how the text beside them reads: controls, direction marks, joiners, tags. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u3164\uFFFC\uFFFD]/u

function fontOf(bytes: Uint8Array): CertificateFont {
  const font: Font = create(bytes)
  const covered = new Set(font.characterSet)
  const widths = new Map<string, number>()
  const widthOf = (character: string): number => {
    const known = widths.get(character)
    if (known !== undefined) return known
    const width = font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm
    widths.set(character, width)
    return width
  }
  return {
    bytes,
    has: (character) => !invisible.test(character) && covered.has(character.codePointAt(0) ?? -1),
    width: (text) => Array.from(text).reduce((sum, character) => sum + widthOf(character), 0),
  }
}

let loaded: Promise<CertificateFonts> | undefined

/** Noto Sans SC in two weights, read (21 MB) and indexed once per process. */
export function loadCertificateFonts(): Promise<CertificateFonts> {
  const resolve = createRequire(import.meta.url).resolve
  loaded ??= Promise.all([readFile(resolve(files.regular)), readFile(resolve(files.bold))])
    .then(([regular, bold]) => ({ regular: fontOf(regular), bold: fontOf(bold) }))
    .catch((cause: unknown) => {
      loaded = undefined
      throw new Error('the certificate fonts (Noto Sans SC) cannot be read', { cause })
    })
  return loaded
}

/** A text of the certificate holds a character that the font cannot draw. It is refused rather than printed as an empty box. */
export class UnprintableCharacter extends Error {
  /** The place in the content, such as `services.2.name`. */
  readonly field: string
  readonly character: string
  /** `U+1F600`. */
  readonly codePoint: string

  constructor(field: string, character: string) {
    const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    super(`the certificate cannot show the character ${invisible.test(character) ? '' : `“${character}” `}(${codePoint}) in ${field}`)
    this.name = 'UnprintableCharacter'
    this.field = field
    this.character = character
    this.codePoint = codePoint
  }
}

/** Every text of the content with its path, in the order in which the paper shows them. */
function textsOf(value: unknown, path: string): (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path ? `${path}.${key}` : key))
}

/** The first character of the content that cannot be printed, or undefined. Call it before a decision that leads to a certificate. */
export function findUnprintableCharacter(content: Partial<CertificateContent>, fonts: CertificateFonts): UnprintableCharacter | undefined {
  for (const [field, text] of textsOf(content, '')) {
    const missing = Array.from(text).find((character) => !fonts.regular.has(character) || !fonts.bold.has(character))
    if (missing !== undefined) return new UnprintableCharacter(field, missing)
  }
  return undefined
}
