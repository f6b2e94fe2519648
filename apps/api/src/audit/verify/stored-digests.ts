import type { RegistrationContent } from '@icp/domain'
import { digestOf } from '../../filings/content-digest.api.js'
import { openAsStored } from '../../filings/sealed-content.api.js'
import { sha256 } from '../../platform/digest.js'
import type { Sealing } from '../../platform/sealing.js'
import { digestOfOpened } from '../../register/register-facts.api.js'
import type { Evidence } from './verify.js'

/** Recomputes digests from what is stored, where the field keys are. */
export const storedDigests = (sealing: Sealing): NonNullable<Evidence['digests']> => ({
  ofRevision: ({ filingId, number, content }) => digestOf(openAsStored(sealing, { table: 'filing_revisions', column: 'content', row: `${filingId}/${number}` }, content)),
  ofPaper: ({ id, content, earlier }) => sha256(Buffer.from(sealing.open({ table: earlier ? 'earlier_papers' : 'filing_papers', column: 'bytes', row: id }, String(content)), 'base64')),
  ofRecord: (subject, services) => digestOfOpened(
    (openAsStored(sealing, { table: 'register_subjects', column: 'content', row: subject.id }, { form: 'registration', subject: subject.content, services: [] }) as RegistrationContent).subject,
    services.map(({ id, number, content }) => {
      const opened = openAsStored(sealing, { table: 'register_services', column: 'content', row: id }, { form: 'registration', subject: {}, services: [content] }) as RegistrationContent
      return { number, content: opened.services[0] }
    }),
  ),
})
