import { blocking, type Finding, findingsUnder, type RegistrationContent } from '@icp/domain'

const keyOf = (finding: Finding): string => `${finding.rule} ${finding.path}`

/**
 * What an edit of the access at `path` makes wrong with other accesses. Rules that compare two accesses blame the later one, also when the
 * earlier one was changed.
 */
export const newElsewhere = (before: readonly Finding[], after: readonly Finding[], path: string): Finding[] => {
  const known = new Set(before.map(keyOf))
  const own = new Set(findingsUnder(after, path))
  return blocking(after).filter((finding) => finding.path.includes('.accesses.') && !own.has(finding) && !known.has(keyOf(finding)))
}

/** The field of the access at `path` that is compared with the field `other` of another access. */
export const sameFieldOf = (path: string, other: string): string => `${path}.${other.split('.')[4] ?? 'providerName'}`

/** The name of the provider of the access that a field belongs to. */
export const providerAt = (content: RegistrationContent, path: string): string => {
  const [, serviceId, , accessId] = path.split('.')
  return content.services.find((service) => service.id === serviceId)?.accesses.find((access) => access.id === accessId)?.providerName ?? ''
}
