import type { Paper } from '@icp/contract'
import { codeNamesOn, codeTableOf, type FilingContent, paperReasonWords, shanghaiDay, summaryOf } from '@icp/domain'
import { useFormat, useSay, useUiLanguage } from '@icp/ui'
import { useRuleData } from '../rule-data.js'
import { filled } from '../words.js'
import { paperWords } from './words.js'

export const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024)

/** What is said of papers wherever they are shown. */
export function usePaperText() {
  const say = useSay()
  const format = useFormat()
  const language = useUiLanguage() === 'en' ? 'en' : 'zh'
  const codeName = codeNamesOn(useRuleData(), shanghaiDay(new Date().toISOString()))
  const formatName = (code: string): string => (codeName('paperFormats', code) ?? codeTableOf('paperFormats').rows.find(({ id }) => id === code))?.[language] ?? code
  return {
    formatName,
    facts: ({ format: code, width, height, size }: Pick<Paper, 'format' | 'width' | 'height' | 'size'>): string =>
      filled(say(paperWords.facts), { format: formatName(code), width, height, kilobytes: format.number(kilobytes(size)) }),
    /** Who handed it in, when, and why where a provider changed what the owner brings. */
    origin: ({ by, at, reason }: Paper): string => format.sentences(
      filled(say(paperWords.handedIn), { who: by.name || say(paperWords.owner), at: format.dateTime(at) }), ...(reason ? [filled(say(paperWords.because), { reason: say(paperReasonWords(reason)) })] : []),
    ),
    /** The part of the filing that a paper is about. */
    partName: (about: string, content: FilingContent): string => say(summaryOf(content).find(({ path }) => path === about)?.title ?? paperWords.gone),
  }
}
