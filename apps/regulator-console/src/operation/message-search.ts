import { z } from 'zod'

/** What of the outbox stands in the address. Whom messages are for does not: browsers and proxies keep addresses. */
export const messageSearch = z.object({ state: z.enum(['failed']).optional().catch(undefined) })
