import { certificateTypesFor, fieldAt, findPlatform, type RegistrationContent, type Service, withFieldAt } from '@icp/domain'
import { ofItsType } from './of-its-type.js'

/**
 * Empties answers that a change above them has made meaningless: another province empties the city, another nature a certificate type that it
 * does not have, "none of them" the pre-approvals, another type of service what that type does not have. Nothing else is touched.
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
  if (/^services\.[^.]+\.type$/.test(path)) {
    const at = path.slice(0, path.lastIndexOf('.'))
    return withFieldAt(content, at, ofItsType(fieldAt(content, at) as Service))
  }
  if (path.endsWith('.platform') && findPlatform(String(fieldAt(content, path)))?.fingerprint === null) {
    const at = path.slice(0, path.lastIndexOf('.'))
    return withFieldAt(withFieldAt(content, `${at}.publicKey`, ''), `${at}.fingerprint`, '')
  }
  return content
}
