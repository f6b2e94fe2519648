import { SuspensionReason } from '@icp/domain'
import { z } from 'zod'
import { operation } from './operation.js'
import { Cursor, Id, IdParams, Instant, pageOf, prose, SeenVersion, Version } from './shapes.js'

export const ProviderState = z.enum(['active', 'suspended'])

/** An access provider as whoever keeps the list of them sees it. */
export const ProviderRow = z.object({
  id: Id, name: z.string(), nameEn: z.string(), licence: z.string(), province: z.string(), city: z.string(), state: ProviderState,
  ipBlocks: z.number().int(), addedAt: Instant,
}).meta({ id: 'ProviderRow' })

const Blocks = z.array(z.string().max(50)).max(1000)
const Keywords = z.array(prose(40)).max(20)

export const KeptProvider = ProviderRow.extend({
  version: Version,
  keywords: z.array(z.string()),
  /** CIDR. */
  ipBlocks: z.array(z.string()),
  /** Of a suspended one. */
  suspension: z.object({ reason: SuspensionReason, since: Instant }).nullable(),
}).meta({ id: 'KeptProvider' })
export type KeptProvider = z.infer<typeof KeptProvider>

const ProviderFields = z.object({
  name: prose(128), nameEn: prose(200), licence: prose(40), province: z.string().max(6), city: z.string().max(6), keywords: Keywords, ipBlocks: Blocks,
})

/** How an administration is reached. Its name and province are the law's, not ours to change. */
export const KeptAdministration = z.object({
  province: z.string(), phone: z.string(), address: z.string(), website: z.string(), version: Version, changedAt: Instant.nullable(),
}).meta({ id: 'KeptAdministration' })
export type KeptAdministration = z.infer<typeof KeptAdministration>

/** With how many filings it is reviewing, and how many of them are beyond their 20 working days. */
export const ListedAdministration = KeptAdministration.extend({ inReview: z.number().int().min(0), overdue: z.number().int().min(0) }).meta({ id: 'ListedAdministration' })

export const organisationOperations = {
  listKeptProviders: operation({
    method: 'GET', path: '/administration/providers', summary: 'All access providers, suspended ones too, newest first',
    query: z.object({ q: z.string().max(100).optional(), state: ProviderState.optional(), province: z.string().max(6).optional(), cursor: Cursor }), answer: pageOf(ProviderRow),
  }),
  getKeptProvider: operation({ method: 'GET', path: '/administration/providers/:id', summary: 'One access provider with all that is kept of it', params: IdParams, answer: KeptProvider }),
  addProvider: operation({
    method: 'POST', path: '/administration/providers', summary: 'Enter an access provider', body: ProviderFields, answer: KeptProvider, success: 201, idempotent: true, refusals: [409],
  }),
  changeProvider: operation({
    method: 'PUT', path: '/administration/providers/:id', summary: 'Change names, licence, place, keywords and IP blocks of an access provider', params: IdParams,
    body: SeenVersion.extend(ProviderFields.shape), answer: KeptProvider, idempotent: true,
  }),
  suspendProvider: operation({
    method: 'POST', path: '/administration/providers/:id/suspend', summary: 'Nobody may choose it any more; what names it stays', params: IdParams,
    body: SeenVersion.extend({ reason: SuspensionReason }), answer: KeptProvider, idempotent: true,
  }),
  resumeProvider: operation({
    method: 'POST', path: '/administration/providers/:id/resume', summary: 'It may be chosen again', params: IdParams, body: SeenVersion, answer: KeptProvider, idempotent: true,
  }),
  listAdministrations: operation({
    method: 'GET', path: '/administration/administrations', summary: 'The administrations of the provinces, how they are reached, and how many filings each reviews',
    answer: z.object({ rows: z.array(ListedAdministration) }),
  }),
  changeAdministration: operation({
    method: 'PUT', path: '/administration/administrations/:province', summary: 'Change how an administration is reached', params: z.object({ province: z.string().max(6) }),
    body: SeenVersion.extend({ phone: prose(40), address: prose(200), website: prose(200) }), answer: KeptAdministration, idempotent: true,
  }),
}
