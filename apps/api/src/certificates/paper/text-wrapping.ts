/** Splitting a text into lines of a given width, with the line-edge rules of Chinese typesetting (GB/T 15834). */

/** The width of a text in em. */
export type Measure = (text: string) => number

/** Marks that may not end a line, and marks that may not begin one. */
const opening = '（《「『【〔〈“‘(\\[{'
const closing = '）》」』】〕〉”’，。、；：！？·…—)\\]},.;:!?%'

/** A unit is never broken while it fits: one Chinese character, a Latin word or number, or a part of a domain with its dot. */
const unit = new RegExp(`[${opening}]*(?:[\\p{Script=Latin}\\p{Nd}]+[-./_&@]*|[^\\s])[${closing}]*|\\s+`, 'gu')

function* pieces(word: string, fits: (text: string) => boolean): Generator<string> {
  let piece = ''
  for (const character of word) {
    if (piece && !fits(piece + character)) {
      yield piece
      piece = ''
    }
    piece += character
  }
  if (piece) yield piece
}

/**
 * Lines of at most `maxWidth` points at `size` points. White space folds to one space and vanishes at line ends; a unit wider than a whole
 * line is cut between characters. A blank text gives no line.
 */
export function wrap(text: string, measure: Measure, size: number, maxWidth: number): string[] {
  const fits = (line: string): boolean => measure(line) * size <= maxWidth
  const lines: string[] = []
  let line = ''
  for (const [found] of text.matchAll(unit)) {
    const word = found.trim() === '' ? ' ' : found
    if (fits((line + word).trimEnd())) {
      line += line === '' ? word.trimStart() : word
      continue
    }
    if (line.trimEnd()) lines.push(line.trimEnd())
    line = ''
    for (const piece of pieces(word.trimStart(), fits)) {
      if (line) lines.push(line)
      line = piece
    }
  }
  if (line.trimEnd()) lines.push(line.trimEnd())
  return lines
}

/** One step of `fitted`: this size is taken when the text needs at most that many lines. */
export interface Step {
  readonly size: number
  readonly lines: number
}

/** The first size at which the text stays within its number of lines; the last step is taken anyway. */
export function fitted(text: string, measure: Measure, maxWidth: number, steps: readonly Step[]): { readonly size: number; readonly lines: string[] } {
  let result = { size: 0, lines: [] as string[] }
  for (const step of steps) {
    result = { size: step.size, lines: wrap(text, measure, step.size, maxWidth) }
    if (result.lines.length <= step.lines) break
  }
  return result
}
