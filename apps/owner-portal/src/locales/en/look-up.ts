import type { lookUp as original } from '../zh-CN/look-up.js'

export const lookUp: typeof original = {
  title: 'Public look-up', lead: 'See whether a website, app, mini program or quick app is filed.', read: { domain: 'Read as a domain: {{text}}', number: 'Read as a filing number: {{text}}', package: 'Read as a package name or domain: {{text}}', name: 'Read as a name: {{text}}' }, none: 'No filing of “{{text}}” was found.', results: 'Results', back: 'Previous page', more: 'Next page',
  inForce: 'In force', cancelledOn: 'Cancelled on {{on}}', movedOn: 'Moved to another subject on {{on}}', movedTo: 'New number', subject: 'Owner', nature: 'Nature', serviceNumber: 'Service number', type: 'Service type', domain: 'Domain', preApprovals: 'Pre-approvals', approvedOn: 'Approved on',
}
