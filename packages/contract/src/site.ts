import { z } from 'zod'
import { operation } from './operation.js'
import { Instant } from './shapes.js'

export const Site = z.object({
  smsPlatform: z.enum(['on', 'off']),
  portals: z.object({ owner: z.url(), provider: z.url(), administration: z.url() }),
  /** What a new password must be. */
  passwordProfile: z.enum(['nist', 'mlps']),
  now: Instant,
}).meta({ id: 'Site' })
export type Site = z.infer<typeof Site>

export const siteOperations = {
  getSite: operation({ method: 'GET', path: '/site', summary: 'Switches and addresses that every portal needs', answer: Site }),
  getReadiness: operation({
    method: 'GET', path: '/health/ready', summary: 'Ready to serve', answer: z.object({ status: z.literal('ready') }), refusals: [503],
  }),
  getOpenApi: operation({
    method: 'GET', path: '/openapi.json', summary: 'This contract as OpenAPI 3.1', answer: z.record(z.string(), z.unknown()),
  }),
}
