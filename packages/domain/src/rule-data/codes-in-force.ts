import type { Bilingual } from '../bilingual.js'
import { type CodeRow, codesInUse, findCode } from '../code-tables/code-row.js'
import { type CodeOf, type CodeTableId, codeTableOf, isCodeTableId } from './code-tables.js'
import type { CodeEntry, PublishedEntry, RuleData } from './entry.js'

/** A code with what stands for it on a day. */
export interface StandingCode {
  readonly row: CodeRow
  /** Under which number it was published; 0 = as shipped. */
  readonly version: number
  readonly entry: CodeEntry | undefined
  /** False for a code that is kept for what was filed before, and not offered any more. */
  readonly offered: boolean
}

type PublishedCode = PublishedEntry & { readonly entry: CodeEntry }

const isOf = (table: CodeTableId) => (one: PublishedEntry): one is PublishedCode => one.entry.of === 'code' && one.entry.id === table

const applies = ({ entry: { from, to } }: PublishedCode, day: string): boolean => from <= day && (to === '' || day <= to)
const isBefore = (one: PublishedCode, other: PublishedCode): boolean => one.entry.from < other.entry.from || (one.entry.from === other.entry.from && one.version < other.version)

/** Every code of a table on a day, in the order of the table, added ones last. Retired ones are among them, so that what was filed with one can be read. */
export const standingCodes = (data: RuleData, table: CodeTableId, day: string): StandingCode[] => {
  const { rows, more } = codeTableOf(table)
  const published = new Map<string, PublishedCode>()
  for (const one of data.published.filter(isOf(table))) {
    const held = published.get(one.entry.code)
    if (applies(one, day) && (!held || isBefore(held, one))) published.set(one.entry.code, one)
  }
  const standing = (row: CodeRow): StandingCode => {
    const one = published.get(row.id)
    if (!one) return { row, version: 0, entry: undefined, offered: codesInUse([row], day).length > 0 }
    const { zh, en, confirmed, offered } = one.entry
    return { row: { ...row, zh, en, confirmed }, version: one.version, entry: one.entry, offered }
  }
  const added = [...published.values()].filter(({ entry }) => !findCode(rows, entry.code)).map(({ entry: { code, zh, en, confirmed } }) => standing({ ...more, id: code, zh, en, confirmed }))
  return [...rows.map(standing), ...added]
}

/** What a form offers, and a filing may choose. */
export const offeredCodes = <Table extends CodeTableId>(data: RuleData, table: Table, day: string): CodeOf<Table>[] =>
  standingCodes(data, table, day).filter(({ offered }) => offered).map(({ row }) => row as CodeOf<Table>)

/** What codes are called on a day, also retired ones; undefined for those of which nothing was published. For `displayValue`. */
export const codeNamesOn = (data: RuleData, day: string) => (table: string, code: string): Bilingual | undefined =>
  (isCodeTableId(table) && data.published.some(({ entry }) => entry.of === 'code' && entry.id === table && entry.code === code)
    ? standingCodes(data, table, day).find(({ row, version }) => row.id === code && version > 0)?.row : undefined)
