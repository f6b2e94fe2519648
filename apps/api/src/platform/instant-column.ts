import { Column } from 'typeorm'

/** A `timestamptz` column whose value is an ISO 8601 text in UTC, as everywhere in the domain; null where the column allows it. */
export const InstantColumn = (name: string): PropertyDecorator =>
  Column('timestamptz', {
    name,
    transformer: { to: (instant: string | null) => instant, from: (stored: Date | null) => stored?.toISOString() ?? null },
  })
