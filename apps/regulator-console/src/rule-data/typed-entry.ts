import { emptyParameterEntry, type OtherValue, type ParameterEntry, type ParameterId, parameterOf, type ParameterShape, type ParameterValue } from '@icp/domain'

/** A value as it is typed: digits, `yes` or `no`, the id of a choice, words one to a line. */
export type TypedValue = string

interface TypedOther {
  readonly value: TypedValue
  readonly source: string
  readonly confirmed: boolean
}

/** A change as it stands in its form. */
export interface TypedEntry {
  readonly province: string
  /** `set` gives a value, `withdraw` takes back what was published. */
  readonly act: 'set' | 'withdraw'
  readonly value: TypedValue
  readonly from: string
  readonly to: string
  readonly source: string
  readonly confirmed: boolean
  readonly others: readonly TypedOther[]
}

export const typedValue = (value: ParameterValue | null): TypedValue => {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'object' ? value.join('\n') : String(value)
}

const lines = (text: string): string[] => text.split(/[\n,，、;；]+/u).map((line) => line.trim()).filter((line) => line !== '')

/** What is not a value of its shape stays a text, which the findings refuse. */
const valueOf = (shape: ParameterShape, typed: TypedValue): NonNullable<ParameterEntry['value']> => {
  switch (shape.type) {
    case 'number': return /^\d{1,9}$/.test(typed.trim()) ? Number(typed.trim()) : typed.trim().slice(0, 40)
    case 'flag': return typed === 'yes' ? true : typed === 'no' ? false : ''
    case 'choice': return typed
    case 'words': return lines(typed)
  }
}

export const typedEntry = ({ province, value, from, to, source, confirmed, others }: ParameterEntry): TypedEntry => ({
  province, act: value === null ? 'withdraw' : 'set', value: typedValue(value), from, to, source, confirmed, others: others.map((other) => ({ ...other, value: typedValue(other.value) })),
})

export const entryOf = (id: ParameterId, { act, value, others, ...typed }: TypedEntry): ParameterEntry => {
  const { shape } = parameterOf(id)
  return {
    ...emptyParameterEntry(id, typed.province), ...typed, source: typed.source.trim(), value: act === 'withdraw' ? null : valueOf(shape, value),
    others: others.map((other): OtherValue => ({ ...other, value: valueOf(shape, other.value), source: other.source.trim() })),
  }
}
