import type { EarlierPaper, Paper } from '@icp/contract'
import { type FilingContent, paperReasonWords, summaryOf } from '@icp/domain'
import { useFormat, useSay } from '@icp/ui'
import { useCodeName } from '../use-names.js'
import { filled } from '../words.js'
import { paperWords } from './words.js'

export const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024)

/** What is said of papers wherever they are shown. */
export function usePaperText() {
  const say = useSay()
  const format = useFormat()
  const codeName = useCodeName()
  const formatName = (code: string): string => codeName('paperFormats', code)
  return {
    formatName,
    facts: ({ format: code, width, height, size }: Pick<Paper, 'format' | 'width' | 'height' | 'size'>): string =>
      filled(say(paperWords.facts), { format: formatName(code), width, height, kilobytes: format.number(kilobytes(size)) }),
    /** Who handed it in, when, and why where a provider changed what the owner brings. */
    origin: ({ by, at, reason }: Paper): string =>
      filled(say(paperWords.handedIn), { who: by.name || say(paperWords.owner), at: format.dateTime(at) }) + (reason ? filled(say(paperWords.because), { reason: say(paperReasonWords(reason)) }) : ''),
    /** Who took it from its place, when, and why. */
    ended: ({ how, by, at, reason }: EarlierPaper['gone']): string =>
      filled(say(how === 'replaced' ? paperWords.replaced : paperWords.takenAway), { who: by.name || say(paperWords.owner), at: format.dateTime(at) })
      + (reason ? filled(say(paperWords.why), { reason: say(paperReasonWords(reason)) }) : ''),
    /** The part of the filing that a paper is about. */
    partName: (about: string, content: FilingContent): string => say(summaryOf(content).find(({ path }) => path === about)?.title ?? paperWords.gone),
  }
}
