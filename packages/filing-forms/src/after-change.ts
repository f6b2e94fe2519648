import { certificateTypesFor, type RegistrationContent, withFieldAt } from '@icp/domain'

/**
 * Empties answers that a change above them has made meaningless: another province empties the city, another nature a certificate type that it
 * does not have, "none of them" the pre-approvals. Nothing else is touched.
 */
export const afterChange = (content: RegistrationContent, path: string): RegistrationContent => {
  const { subject } = content
  if (path === 'subject.province') return { ...content, subject: { ...subject, city: '', county: '' } }
  if (path === 'subject.city') return { ...content, subject: { ...subject, county: '' } }
  if (path === 'subject.nature') {
    const offered = certificateTypesFor(subject.nature)
    const [only] = offered
    const kept = offered.some((type) => type.id === subject.certificateType) ? subject.certificateType : offered.length === 1 && only ? only.id : ''
    return { ...content, subject: { ...subject, certificateType: kept } }
  }
  if (path.endsWith('.preApprovalAnswer')) {
    const at = path.slice(0, path.lastIndexOf('.'))
    const service = content.services.find((one) => `services.${one.id}` === at)
    return service && service.preApprovalAnswer !== 'some' ? withFieldAt(content, `${at}.preApprovals`, []) : content
  }
  return content
}
