import type { FieldChange, RegistrationContent, ReturnFinding } from '@icp/domain'
import { digestOf } from '../../filings/content-digest.api.js'
import { digestOfNote, digestOfOpinion, digestOfReason, digestOfRemark } from '../../filings/row-digests.api.js'
import { openAsStored } from '../../filings/sealed-content.api.js'
import { canonicalJson, sha256 } from '../../platform/digest.js'
import { digestOfReadNote } from '../../personal-data/read-digests.api.js'
import { fingerprint } from '../../platform/fingerprint-keys.js'
import type { Keys } from '../../platform/keys.js'
import type { Sealing } from '../../platform/sealing.js'
import { digestOfOpened } from '../../register/register-facts.api.js'
import { packageNamesOf, subjectTextOf } from '../../register/subject-key.api.js'
import type { ServiceLine, SubjectLine } from './export-line.js'
import type { Digests } from './verify.js'

/** Recomputes digests from what is stored, where the field keys are. */
export const storedDigests = (sealing: Sealing, keys: Keys): Digests => ({
  ofRevision: ({ filingId, number, content }) => digestOf(openAsStored(sealing, { table: 'filing_revisions', column: 'content', row: `${filingId}/${number}` }, content)),
  ofPaper: ({ id, content, earlier }) => sha256(Buffer.from(sealing.open({ table: earlier ? 'earlier_papers' : 'filing_papers', column: 'bytes', row: id }, String(content)), 'base64')),
  ofSheet: ({ id, filingId, revision, content }) => {
    const lines = JSON.parse(sealing.open({ table: 'verification_sheets', column: 'lines', row: id }, String(content))) as unknown
    return sha256(canonicalJson({ filingId, revision, lines }))
  },
  ofNote: ({ filingId, at, content }) => digestOfNote({ filingId, at }, sealing.open({ table: 'filing_events', column: 'note', row: `${filingId}@${at}` }, String(content))),
  ofReadNote: ({ id, content }) => digestOfReadNote(id, sealing.open({ table: 'personal_reads', column: 'note', row: id }, String(content))),
  ofRemark: ({ filingId, providerId, at = null, content }) =>
    digestOfRemark({ filingId, providerId, at }, sealing.open({ table: 'filing_passes', column: 'remark', row: `${filingId}/${providerId}` }, String(content))),
  ofOpinion: ({ id, filingId, at = '', content }) => {
    const open = (column: 'opinion' | 'findings') => sealing.open({ table: 'review_decisions', column, row: id }, String(content?.[column]))
    return digestOfOpinion({ filingId, at }, open('opinion'), JSON.parse(open('findings')) as ReturnFinding[])
  },
  ofReason: ({ filingId, revision, content }) => {
    const open = (column: 'reason' | 'changes') => sealing.open({ table: 'corrections', column, row: content!.id }, content![column])
    return digestOfReason({ filingId, revision }, { byName: content!.byName, reason: open('reason'), changes: JSON.parse(open('changes')) as FieldChange[] })
  },
  keyOf: (subject) => {
    const [key, said] = [subject.madeWith && keys.findIndex(subject.madeWith.keyId), subjectTextOf(openSubject(sealing, subject))]
    if (!subject.madeWith || !said) return undefined
    if (!key) throw new Error('the index key is not here')
    return fingerprint({ key, suite: subject.madeWith.suite }, said.kind, said.text)
  },
  ofRecord: (subject, services) => digestOfOpened(
    openSubject(sealing, subject),
    services.map((service) => ({ number: service.number, content: openService(sealing, service) })),
  ),
  packagesOf: (service) => packageNamesOf(openService(sealing, service)!),
})

const openService = (sealing: Sealing, { id, content }: ServiceLine) =>
  (openAsStored(sealing, { table: 'register_services', column: 'content', row: id }, { form: 'registration', subject: {}, services: [content] }) as RegistrationContent).services[0]

const openSubject = (sealing: Sealing, { id, content }: SubjectLine) =>
  (openAsStored(sealing, { table: 'register_subjects', column: 'content', row: id }, { form: 'registration', subject: content, services: [] }) as RegistrationContent).subject
