import type { Bilingual, RetentionId } from '@icp/domain'

const dataClasses = ['none', 'internal', 'personal', 'sensitive', 'secret'] as const
type DataClass = (typeof dataClasses)[number]

export type Protection =
  | { readonly as: 'clear' | 'searched' | 'keyed' | 'hashed' }
  /** `row` names what the ciphertext is bound to: columns in braces between other characters. */
  | { readonly as: 'sealed'; readonly row: string }
  /** `part` is where in a filing's content the JSON belongs: '' = all of it. */
  | { readonly as: 'content'; readonly row: string; readonly part: string }

export interface ColumnRow {
  readonly column: string
  readonly dataClass: DataClass
  readonly protection: Protection
}

export interface TableRow {
  readonly purpose: Bilingual
  readonly kept: RetentionId
  readonly columns: readonly ColumnRow[]
}

/** One table from its lines; throws where a line cannot be read. */
export const describeTable = (zh: string, en: string, kept: RetentionId, lines: string): TableRow =>
  ({ purpose: { zh, en }, kept, columns: lines.split('\n').filter((line) => line.trim() !== '').flatMap(columnsOf) })

const columnsOf = (line: string): ColumnRow[] => {
  const [, head = '', names = ''] = /^\s*([^:]+):\s*(.+)$/.exec(line) ?? []
  const [dataClass = '', as = 'clear', row = '', part = ''] = head.split(/\s+/)
  if (!isClass(dataClass)) throw new Error(`“${line.trim()}” names no class`)
  const protection = protectionOf(as, row, part)
  return names.trim().split(/\s+/).map((column) => ({ column, dataClass, protection }))
}

const isClass = (text: string): text is DataClass => (dataClasses as readonly string[]).includes(text)

const protectionOf = (as: string, row: string, part: string): Protection => {
  if (as === 'sealed' && row !== '') return { as, row }
  if (as === 'content' && row !== '') return { as, row, part }
  if (as === 'clear' || as === 'searched' || as === 'keyed' || as === 'hashed') return { as }
  throw new Error(`“${as} ${row}” is no protection`)
}

type Values = Readonly<Record<string, unknown>>

const textOf = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value))

/** `{filing_id}@{at}` with the row's values; `{content.id}` looks into a column. */
export const filledPlace = (pattern: string, row: Values): string =>
  pattern.replace(/\{([^}]+)\}/g, (_, name: string) => textOf(name.split('.').reduce<unknown>((value, key) => (value as Values)[key], row)))

/** The columns that a place is made of. */
export const placeColumns = (pattern: string): string[] => [...pattern.matchAll(/\{([^}.]+)[^}]*\}/g)].map(([, name]) => name as string)
