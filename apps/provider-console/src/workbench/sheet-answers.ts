import { type AnsweredLine, type AskedSheetLine, type Bilingual, fieldLabel, type FilingContent, findSheetCheck, type SheetLine } from '@icp/domain'

/** What is ticked and typed so far, by line; a line that is asked by another figure is another line. */
export type SheetState = Readonly<Record<string, Pick<AnsweredLine, 'answer' | 'reason'>>>

export const keyOf = ({ rule, path, figure }: SheetLine): string => `${rule} ${path} ${figure}`

/** Takes focus from the list of what is missing. */
export const lineId = ({ rule, path }: SheetLine): string => `sheet-${rule}-${path.replaceAll('.', '-')}`

export interface SheetPart {
  /** '' the whole filing, `subject`, or a service. */
  readonly path: string
  readonly title: Bilingual
  readonly lines: readonly AskedSheetLine[]
}

const partPath = (path: string): string => (path.startsWith('services.') ? path.split('.').slice(0, 2).join('.') : path.split('.')[0] ?? '')

/** The lines by the part of the filing that they belong to: subject, each service, and last the filing as a whole. */
export const sheetParts = (lines: readonly AskedSheetLine[], content: FilingContent): SheetPart[] => {
  const paths = [...new Set(lines.map(({ path }) => partPath(path)))]
  return [...paths.filter((path) => path !== ''), ...paths.filter((path) => path === '')]
    .map((path) => ({ path, title: fieldLabel(path, content), lines: lines.filter((line) => partPath(line.path) === path) }))
}

export const checkTitle = ({ rule }: SheetLine): Bilingual => findSheetCheck(rule)?.title ?? { zh: rule, en: rule }

export type Lack = 'answer' | 'reason' | null

export const lackOf = (line: SheetLine, state: SheetState): Lack => {
  const given = state[keyOf(line)]
  if (!given) return 'answer'
  return given.answer === 'does-not-apply' && given.reason.trim() === '' ? 'reason' : null
}

export const answersOf = (lines: readonly SheetLine[], state: SheetState): AnsweredLine[] => lines.flatMap((line) => {
  const given = state[keyOf(line)]
  const { rule, path, figure } = line
  return given ? [{ rule, path, figure, answer: given.answer, reason: given.reason.trim() }] : []
})
