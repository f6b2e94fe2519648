import { z } from 'zod'

/** The list of parameters as it stands in the address; what is not understood is left out. */
export const parameterSearch = z.object({
  q: z.coerce.string().max(100).optional().catch(undefined), province: z.coerce.string().max(6).optional().catch(undefined), group: z.enum(['values', 'weights']).optional().catch(undefined),
})
export type ParameterSearch = z.infer<typeof parameterSearch>
