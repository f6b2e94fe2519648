import { Bilingual, FilingContent, FilingKind, FilingStatus, Finding } from '@icp/domain'
import { z } from 'zod'

/** Names of the rules' own shapes in the OpenAPI document. */
for (const [id, shape] of Object.entries({ Bilingual, FilingContent, FilingKind, FilingStatus, Finding })) z.globalRegistry.add(shape, { id })

export const Id = z.uuid().meta({ id: 'Id' })
export const IdParams = z.object({ id: Id })
/** ISO 8601 in UTC. */
export const Instant = z.iso.datetime().meta({ id: 'Instant' })
/** Room for 256 characters in any writing and more, so that a longer one is refused in words and never cut. */
export const Password = z.string().max(1024)
export const Day = z.iso.date()
/** The version of the filing that the caller has seen; another one in force answers 409. */
export const Version = z.number().int().min(0)
export const SeenVersion = z.object({ version: Version })
/** Keyset cursor, opaque to the caller. */
export const Cursor = z.string().max(200).optional()

export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), total: z.number().int(), next: z.string().nullable() })

/** Free text of a decision or request: no control characters but line breaks and tabs, and none that turn the direction of what stands around it. */
export const prose = (max: number) => z.string().trim().max(max).regex(/^(?:[^\p{Cc}\u202a-\u202e\u2066-\u2069]|[\t\n\r])*$/u)
