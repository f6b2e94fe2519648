import { cancelledServices, endingAccesses, type Filing, type FilingContent, type RegisterRecord, type Service } from '@icp/domain'
import type { Sealing } from '../platform/sealing.js'
import { domainKeyOf, subjectKeyOf } from '../register/subject-key.api.js'
import type { FilingEntity, FilingSummary } from './filing.entity.js'

/** A filing as it is stored and as the domain judges it. */
export interface FilingRecord {
  readonly row: FilingEntity
  readonly filing: Filing
}

/** The columns that are worked out from the content, so that lists and constraints need not open it. */
export type ContentColumns = Pick<FilingEntity, 'province' | 'subjectKey' | 'subjectName' | 'summary' | 'domainKeys'>

const providersIn = (services: readonly { accesses: readonly { providerId: string; providerName: string }[] }[]): FilingSummary['providers'] => {
  // An id that is no provider's has no name: a draft may hold one until a finding has it mended.
  const chosen = services.flatMap((service) => service.accesses).filter((access) => access.providerName !== '')
  const names = new Map(chosen.map((access) => [access.providerId, access.providerName]))
  return [...names].map(([id, name]) => ({ id, name }))
}

const ofServices = (services: readonly Service[]): Pick<ContentColumns, 'summary' | 'domainKeys'> => ({
  summary: { services: services.map(({ name, domain }) => ({ name, domain })), providers: providersIn(services) },
  domainKeys: [...new Set(services.map((service) => domainKeyOf(service.domain)))].filter(Boolean),
})

/** `held`: for cancellations and migrations, what the register holds of the subject and its keyed index. */
export const columnsOf = (
  sealing: Sealing, content: FilingContent, held?: { readonly record: RegisterRecord; readonly certificateKey: string },
): ContentColumns => {
  if (content.form === 'registration') {
    return {
      province: content.subject.province,
      subjectKey: subjectKeyOf(sealing, content.subject),
      subjectName: content.subject.name,
      ...ofServices(content.services),
    }
  }
  const about = {
    province: held?.record.subject?.province ?? '', subjectKey: held?.certificateKey ?? null, subjectName: held?.record.subject?.content.name ?? '',
  }
  if (content.form === 'migration') return { ...about, ...ofServices(content.services) }
  const falling = held ? cancelledServices(content, held.record).map((service) => service.content) : []
  return {
    ...about,
    summary: { services: falling.map(({ name, domain }) => ({ name, domain })), providers: providersIn(held ? endingAccesses(content, held.record) : []) },
    domainKeys: [],
  }
}
