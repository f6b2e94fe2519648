import { z } from 'zod'
import type { AccountRole } from '../account/role.js'
import type { Bilingual } from '../bilingual.js'
import type { Finding } from '../finding.js'
import { Refusal } from '../refusal.js'

/** Why somebody asks to see a masked value (PIPL 5–6: a purpose, stated before the data is used). */
export const ReadReason = z.enum(['own-data', 'verify', 'contact', 'correct', 'review', 'complaint', 'delivery', 'legal-duty'])
export type ReadReason = z.infer<typeof ReadReason>

interface ReadReasonRow {
  readonly id: ReadReason
  readonly label: Bilingual
  /** Who may give it. */
  readonly roles: readonly AccountRole[]
}

export const readReasons: readonly ReadReasonRow[] = [
  { id: 'own-data', label: { zh: '查看本人提交的信息', en: 'Reading what I handed in myself' }, roles: ['owner'] },
  { id: 'verify', label: { zh: '核实备案信息是否真实', en: 'Verifying that the filing is true' }, roles: ['provider'] },
  { id: 'correct', label: { zh: '修改备案信息', en: 'Correcting the filing' }, roles: ['provider'] },
  { id: 'review', label: { zh: '审核备案', en: 'Reviewing the filing' }, roles: ['reviewer'] },
  { id: 'contact', label: { zh: '联系负责人', en: 'Contacting the person in charge' }, roles: ['provider', 'reviewer'] },
  { id: 'complaint', label: { zh: '处理投诉或举报', en: 'Following up a complaint or report' }, roles: ['provider', 'reviewer', 'operator'] },
  { id: 'delivery', label: { zh: '查明信息为何未送达', en: 'Finding out why a message did not arrive' }, roles: ['operator'] },
  { id: 'legal-duty', label: { zh: '依法配合检查或调查', en: 'An inspection or investigation by law' }, roles: ['provider', 'reviewer', 'operator'] },
]

export const readReasonsFor = (role: AccountRole): readonly ReadReasonRow[] => readReasons.filter((reason) => reason.roles.includes(role))

export const readReasonLabel = (id: ReadReason): Bilingual => readReasons.find((reason) => reason.id === id)?.label ?? { zh: id, en: id }

/** Staff say in words what they need it for; an owner reads his own data and owes nobody a word. */
export const asksReadNote = (role: AccountRole): boolean => role !== 'owner'

/** What somebody needs the data of others for; `note`: in words, asked of staff. */
export const ReadPurpose = z.object({ reason: ReadReason, note: z.string().trim().max(300) })
export type ReadPurpose = Readonly<z.infer<typeof ReadPurpose>>

/** Refuses (invalid) a purpose that is not one of the role's, and staff without a word. */
export function requireReadPurpose(role: AccountRole, { reason, note }: ReadPurpose): void {
  const findings: Finding[] = []
  if (!readReasonsFor(role).some((one) => one.id === reason)) findings.push(wrongReason)
  if (asksReadNote(role) && note.length < 2) findings.push(missingNote)
  if (findings.length > 0) throw new Refusal('invalid', 'read-purpose', { zh: '查看完整信息须说明用途。', en: 'Say what the full value is needed for.' }, { findings })
}

const wrongReason: Finding = {
  rule: 'read-reason', path: 'reason', severity: 'block', source: 'PIPL 6',
  text: { zh: '该用途不适用于当前账号。', en: 'This purpose is not one of your role’s.' }, fix: { zh: '请另选用途。', en: 'Choose another one.' },
}
const missingNote: Finding = {
  rule: 'read-note', path: 'note', severity: 'block', source: 'PIPL 6',
  text: { zh: '请用文字说明用途。', en: 'Say in words what it is needed for.' }, fix: { zh: '填写一句说明。', en: 'Write one sentence.' },
}
