import { z } from 'zod'

const Day = z.iso.date()
/** Without control characters, and none that turn the direction of what stands around it. */
const Source = z.string().trim().max(300).regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u)
/** A number, an answer, the id of a choice, or a list of words: which of them, the parameter says. */
const Value = z.union([z.number(), z.boolean(), z.string().max(40), z.array(z.string().max(40)).max(400)])

/** What another source says; kept beside the value that applies. */
export const OtherValue = z.object({ value: Value, source: Source, confirmed: z.boolean() })
export type OtherValue = z.infer<typeof OtherValue>

/** `from` and `to`: the first and the last day on which an entry applies; `from` '' = since ever, `to` '' = without end. */
const Validity = z.object({ from: z.union([Day, z.literal('')]), to: z.union([Day, z.literal('')]) })

/** The value of one parameter, in the whole country (`province` '') or in one province. */
export const ParameterEntry = Validity.extend({
  of: z.literal('parameter'),
  id: z.string().max(60),
  province: z.string().regex(/^(?:\d{2}0000)?$/),
  /** null: from that day what was published before is withdrawn, and the value shipped with the system, or the country's, applies again. */
  value: Value.nullable(),
  source: Source,
  /** False for a value that was not read in a primary source. */
  confirmed: z.boolean(),
  others: z.array(OtherValue).max(10),
})
export type ParameterEntry = z.infer<typeof ParameterEntry>

/** What a draft begins with where nothing stands yet. */
export const emptyParameterEntry = (id: string, province: string): ParameterEntry => ({ of: 'parameter', id, province, value: '', from: '', to: '', source: '', confirmed: true, others: [] })

const Word = (longest: number) => z.string().trim().max(longest).regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u)

/** What a code of a table is called, and whether forms offer it. A code that is retired keeps its name for what was filed with it. */
export const CodeEntry = Validity.extend({
  of: z.literal('code'),
  /** The table. */
  id: z.string().max(60),
  code: z.string().max(40),
  zh: Word(60), en: Word(120),
  offered: z.boolean(),
  source: Source, confirmed: z.boolean(),
})
export type CodeEntry = z.infer<typeof CodeEntry>

/** A city or county as it is called where it is named as the successor of another. */
const Successor = z.object({ code: z.string().max(6), zh: Word(60), en: Word(160) })

/**
 * What stands of a city or county (GB/T 2260) from a day on: that it exists under a name, or has ended. Without an end of its own: whatever comes after is another entry.
 * It carries the names of its successors, so that rules can say where to without the table of names.
 */
export const DivisionEntry = Validity.extend({
  of: z.literal('division'), id: z.literal('divisions'),
  /** Six digits. */
  code: z.string().max(6),
  /** `en`: the name in letters, without the Chinese name beside it. */
  zh: Word(30), en: Word(80),
  exists: z.boolean(),
  successors: z.array(Successor).max(10),
  source: Source, confirmed: z.boolean(),
})
export type DivisionEntry = z.infer<typeof DivisionEntry>

/** A day, or whatever is typed for one: the findings say which is no day. */
const TypedDay = z.string().max(10)

/**
 * The days off and the make-up days of one year (国务院办公厅关于部分节假日安排的通知). Without an end of its own: a notice that is changed is another entry of the same year. `from`:
 * from when on days are counted by it.
 */
export const YearEntry = Validity.extend({
  of: z.literal('year'), id: z.literal('working-days'),
  year: z.number().int().min(2000).max(2100),
  periods: z.array(z.object({ holiday: z.string().max(40), from: TypedDay, to: TypedDay })).max(20),
  makeUpDays: z.array(TypedDay).max(20),
  source: Source, confirmed: z.boolean(),
})
export type YearEntry = z.infer<typeof YearEntry>

export const RuleEntry = z.discriminatedUnion('of', [ParameterEntry, CodeEntry, DivisionEntry, YearEntry])
export type RuleEntry = z.infer<typeof RuleEntry>

/** An entry as it was published: versions count up over all entries and none is ever changed. */
export const PublishedEntry = z.object({ version: z.number().int().min(1), entry: RuleEntry })
export type PublishedEntry = z.infer<typeof PublishedEntry>

/** What was published on top of what is shipped. The version is that of the newest entry; 0 = nothing yet. */
export interface RuleData {
  readonly version: number
  readonly published: readonly PublishedEntry[]
}

export const shippedRuleData: RuleData = { version: 0, published: [] }

/** Two entries with one key replace each other, each from its day on. */
export const keyOfEntry = (entry: Pick<ParameterEntry, 'of' | 'id' | 'province'> | Pick<CodeEntry | DivisionEntry, 'of' | 'id' | 'code'> | Pick<YearEntry, 'of' | 'id' | 'year'>): string => {
  const about = entry.of === 'parameter' ? entry.province : entry.of === 'year' ? String(entry.year) : entry.code
  return `${entry.of}/${entry.id}/${about}`
}

/** The data with what was published later. Entries that are there already are not taken twice. */
export const withPublished = (data: RuleData, later: readonly PublishedEntry[]): RuleData => {
  const fresh = later.filter(({ version }) => version > data.version).sort((one, other) => one.version - other.version)
  const newest = fresh.at(-1)
  return newest === undefined ? data : { version: newest.version, published: [...data.published, ...fresh] }
}
