import { z } from 'zod'
import { operation } from './operation.js'
import { Cursor, pageOf } from './shapes.js'

export const ProviderFound = z.object({
  id: z.uuid(), name: z.string(), nameEn: z.string(), licence: z.string(), province: z.string(),
}).meta({ id: 'ProviderFound' })
export type ProviderFound = z.infer<typeof ProviderFound>

export const providerOperations = {
  searchProviders: operation({
    method: 'GET', path: '/providers', summary: 'Access providers that match every keyword',
    query: z.object({ q: z.string().max(200), cursor: Cursor }), answer: pageOf(ProviderFound),
  }),
}
