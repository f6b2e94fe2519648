import { emptyPlatform, emptyService, foreignFields, offeredCodes, platformsOf, type Service, type ServiceType, shanghaiDay } from '@icp/domain'
import { newestRuleData } from '@icp/filing-views'

/** The first platform stands open, and chosen where there is but one. */
const withPlatform = (service: Service): Service => {
  if (!service.platforms || service.platforms.length > 0) return service
  const offered = offeredCodes(newestRuleData(), 'appPlatforms', shanghaiDay(new Date().toISOString()))
  const [only, ...others] = platformsOf(service.type).filter(({ id }) => offered.some((one) => one.id === id))
  return { ...service, platforms: [{ ...emptyPlatform('first'), platform: only && others.length === 0 ? only.id : '' }] }
}

/** A new service of the type, as a form begins it. */
export const serviceBegun = (id: string, type: ServiceType): Service => withPlatform(emptyService(id, type))

/** The service without what its type does not have, and with a place for all that it has. */
export const ofItsType = (service: Service): Service => {
  const foreign = foreignFields(service.type)
  const kept = Object.fromEntries(Object.entries(service).filter(([key]) => !foreign.includes(key)))
  const whole: Service = { ...emptyService(service.id, service.type), ...kept }
  return withPlatform(whole.platforms ? { ...whole, platforms: whole.platforms.filter(({ platform }) => platformsOf(service.type).some(({ id }) => id === platform)) } : whole)
}
