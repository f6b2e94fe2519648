import { type Actor, type FilingContent, maskContent, type Service } from '@icp/domain'

/**
 * The content as this reader may see it. A provider sees only its own accesses' networks, and of services that others serve no personal data;
 * everyone else who may read a filing reads all of it.
 */
export const contentFor = (content: FilingContent, actor: Actor): FilingContent => {
  if (actor.role !== 'provider' || content.form !== 'registration') return content
  const masked = new Map(maskContent(content).services.map((service) => [service.id, service]))
  const services = content.services.map((service) => {
    const shown = serves(service, actor.providerId) ? service : (masked.get(service.id) ?? service)
    return {
      ...shown,
      accesses: shown.accesses.map((access) => (access.providerId === actor.providerId ? access : { ...access, modes: [], places: [], ipRanges: [] })),
    }
  })
  return { ...content, services }
}

/** Whether a change at `path` may be shown to this reader with its values. */
export const maySeeValueAt = (content: FilingContent, path: string, actor: Actor): boolean => {
  if (actor.role !== 'provider' || content.form !== 'registration') return true
  const [part, serviceId, list, accessId] = path.split('.')
  const service = part === 'services' ? content.services.find((one) => one.id === serviceId) : undefined
  if (!service) return true
  if (list === 'accesses') return service.accesses.some((access) => access.id === accessId && access.providerId === actor.providerId)
  return list !== 'person' || serves(service, actor.providerId)
}

const serves = (service: Service, providerId: string) => service.accesses.some((access) => access.providerId === providerId)
