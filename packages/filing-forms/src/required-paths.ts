import { asksLegalPerson, blocking, emptyLegalPerson, findingsFor, type FilingKind, type RegistrationContent, type RuleContext } from '@icp/domain'

/** Answers that decide what else is asked; everything else is emptied. */
const deciding = new Set(['form', 'id', 'nature', 'type', 'personSource', 'legalPersonSource', 'filingMode', 'preApprovalAnswer', 'certificateType', 'providerId', 'providerName', 'province', 'city', 'platform'])

const emptied = (value: unknown, key: string): unknown => {
  if (deciding.has(key)) return value
  if (typeof value === 'string') return ''
  if (Array.isArray(value)) return ['services', 'accesses', 'platforms'].includes(key) ? value.map((item) => emptied(item, '')) : []
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, emptied(part, name)]))
  }
  return value
}

/**
 * The fields that must be filled in, asked from the rules themselves: what they block when nothing but the deciding answers is given. So the
 * mark at a label cannot differ from what finish demands.
 */
export const requiredPaths = (kind: FilingKind, content: RegistrationContent, context: RuleContext): ReadonlySet<string> => {
  const deciders = ['nature', 'certificateType', 'province', 'city', 'preApprovalAnswer', 'platform']
  const paths = new Set(blocking(findingsFor(kind, emptied(content, '') as RegistrationContent, context)).map((finding) => finding.path))
  // The deciding answers themselves: asked of a content without them.
  const bare: RegistrationContent = {
    ...content,
    subject: {
      ...content.subject, nature: '', certificateType: '', province: '', city: '', person: { ...content.subject.person, certificateType: '' },
      // Without its nature an individual would be taken for a unit.
      ...(asksLegalPerson(content.subject) ? { legalPerson: emptyLegalPerson() } : { legalPersonSource: 'same' as const }),
    },
    services: content.services.map((service) => ({
      ...service, preApprovalAnswer: '' as const, person: { ...service.person, certificateType: '' },
      accesses: service.accesses.map((access) => ({ ...access, providerId: '', providerName: '' })),
      ...(service.platforms ? { platforms: service.platforms.map((platform) => ({ ...platform, platform: '' })) } : {}),
    })),
  }
  for (const finding of blocking(findingsFor(kind, bare, context))) {
    const leaf = finding.path.slice(finding.path.lastIndexOf('.') + 1)
    if (deciders.includes(leaf) || leaf === 'providerId') paths.add(finding.path.replace(/providerId$/, 'providerName'))
  }
  return paths
}
