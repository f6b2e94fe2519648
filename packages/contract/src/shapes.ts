import { z } from 'zod'

export const Id = z.uuid()
export const IdParams = z.object({ id: Id })
/** ISO 8601 in UTC. */
export const Instant = z.iso.datetime()
export const Day = z.iso.date()
/** The version of the filing that the caller has seen; another one in force answers 409. */
export const Version = z.number().int().min(0)
export const SeenVersion = z.object({ version: Version })
/** Keyset cursor, opaque to the caller. */
export const Cursor = z.string().max(200).optional()

export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), total: z.number().int(), next: z.string().nullable() })
