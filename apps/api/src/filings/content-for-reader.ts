import { type Actor, type Filing, type FilingContent, isLocked, maskContent, type Service } from '@icp/domain'

/**
 * The content as this reader is shown it. Once a filing is finished, numbers, phones and mail stand masked for everybody: `revealField` answers one of them
 * with a reason. A draft is its owner's own, who is typing it. A provider sees only its own accesses' networks.
 */
export const contentFor = (content: FilingContent, status: Filing['status'], actor: Actor): FilingContent => {
  if (content.form !== 'registration' || !isLocked(status)) return content
  const shown = maskContent(content)
  if (actor.role !== 'provider') return shown
  const services = shown.services.map((service) => ({
    ...service,
    accesses: service.accesses.map((access) => (access.providerId === actor.providerId ? access : { ...access, modes: [], places: [], ipRanges: [] })),
  }))
  return { ...shown, services }
}

/** Whether this reader may be told the value at `path` at all: of services that others serve, a provider learns no person's data and no networks. */
export const maySeeValueAt = (content: FilingContent, path: string, actor: Actor): boolean => {
  if (actor.role !== 'provider' || content.form !== 'registration') return true
  const [part, serviceId, list, accessId] = path.split('.')
  const service = part === 'services' ? content.services.find((one) => one.id === serviceId) : undefined
  if (!service) return true
  if (list === 'accesses') return service.accesses.some((access) => access.id === accessId && access.providerId === actor.providerId)
  return list !== 'person' || serves(service, actor.providerId)
}

const serves = (service: Service, providerId: string) => service.accesses.some((access) => access.providerId === providerId)
