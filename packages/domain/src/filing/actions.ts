import { z } from 'zod'
import type { Role } from '../account/role.js'
import type { Bilingual } from '../bilingual.js'
import type { FilingKind } from './kind.js'
import type { FilingStatus } from './status.js'

export const FilingAction = z.enum([
  'finish', 'end-access', 'discard', 'withdraw', 'agree', 'decline', 'open-correction-request', 'decline-correction-request', 'correct', 'pass', 'refuse', 'confirm',
  'resend-code', 'expire', 'approve', 'return', 'end-with-record',
])
export type FilingAction = z.infer<typeof FilingAction>

export interface ActionRow {
  readonly by: readonly Role[]
  readonly from: readonly FilingStatus[]
  /** Where it may lead. The first is where it stays or goes by default; `decide` picks among them. `gone` = the draft is deleted. */
  readonly to: readonly (FilingStatus | 'gone' | 'same')[]
  /** Left out = all kinds. */
  readonly kinds?: readonly FilingKind[]
  readonly word: Bilingual
}

/**
 * The life cycle of a filing as one table (design.md §3): who may do what, from which status, and where it leads.
 * `decide` obeys it, the API's routes and the portals' buttons are drawn from it, the tests walk all of it.
 */
export const filingActions: Readonly<Record<FilingAction, ActionRow>> = {
  finish: { by: ['owner'], from: ['draft'], to: ['with-providers', 'awaiting-agreement'], word: { zh: '完成', en: 'Finish' } },
  // A provider gives up an access of its own: the filing is begun, verified and sent to review in one step (icp-filing.md §8: provider or owner; SPEC3 1047).
  'end-access': { by: ['provider'], from: ['draft'], to: ['in-review'], kinds: ['cancel-access'], word: { zh: '申请终止接入', en: 'End the access' } },
  discard: { by: ['owner'], from: ['draft'], to: ['gone'], word: { zh: '删除草稿', en: 'Discard draft' } },
  withdraw: {
    by: ['owner'], from: ['awaiting-agreement', 'with-providers', 'awaiting-confirmation', 'returned'], to: ['withdrawn'], word: { zh: '撤销', en: 'Withdraw' },
  },
  // The receiving owner's two answers; which owner may do what is judged by the gate.
  agree: { by: ['owner'], from: ['awaiting-agreement'], to: ['with-providers'], kinds: ['migrate-service'], word: { zh: '同意接收', en: 'Agree to receive' } },
  decline: { by: ['owner'], from: ['awaiting-agreement'], to: ['refused'], kinds: ['migrate-service'], word: { zh: '不同意接收', en: 'Decline' } },
  'open-correction-request': {
    by: ['owner', 'provider'], from: ['with-providers', 'returned'], to: ['same'],
    kinds: ['new-subject', 'new-service', 'new-access', 'change'],
    word: { zh: '请求修改', en: 'Request a correction' },
  },
  'decline-correction-request': {
    by: ['provider'], from: ['with-providers', 'returned'], to: ['same'],
    kinds: ['new-subject', 'new-service', 'new-access', 'change'],
    word: { zh: '不予修改', en: 'Decline the request' },
  },
  correct: {
    by: ['provider'], from: ['with-providers', 'returned'], to: ['same'],
    kinds: ['new-subject', 'new-service', 'new-access', 'change'],
    word: { zh: '修改', en: 'Correct' },
  },
  pass: {
    by: ['provider'], from: ['with-providers', 'returned'], to: ['same', 'awaiting-confirmation', 'in-review'],
    word: { zh: '核实通过', en: 'Pass' },
  },
  refuse: {
    by: ['provider', 'reviewer'], from: ['with-providers', 'returned', 'in-review'], to: ['refused'], word: { zh: '不予通过', en: 'Refuse' },
  },
  confirm: {
    by: ['responsible-person'], from: ['awaiting-confirmation'], to: ['same', 'in-review', 'returned'], word: { zh: '短信核验', en: 'Confirm' },
  },
  'resend-code': {
    by: ['responsible-person', 'owner'], from: ['awaiting-confirmation'], to: ['same'], word: { zh: '重发验证码', en: 'Send the code again' },
  },
  expire: { by: ['clock'], from: ['awaiting-agreement', 'awaiting-confirmation'], to: ['returned', 'refused'], word: { zh: '超过时限', en: 'Time ran out' } },
  approve: { by: ['reviewer'], from: ['in-review'], to: ['approved'], word: { zh: '审核通过', en: 'Approve' } },
  return: { by: ['reviewer'], from: ['in-review'], to: ['returned'], word: { zh: '退回', en: 'Return' } },
  // Its administration has cancelled by force what the filing is about (icp-filing.md §8); no role asks for it, it follows in the same transaction.
  'end-with-record': {
    by: ['clock'], from: ['awaiting-agreement', 'with-providers', 'awaiting-confirmation', 'in-review', 'returned'], to: ['refused'],
    word: { zh: '随备案注销终止', en: 'End with its record' },
  },
}

/** Which statuses `role` may act from: `refuse` is the provider's before review and the reviewer's during it. */
export const statusesFor = (action: FilingAction, role: Role): readonly FilingStatus[] => {
  const row = filingActions[action]
  if (!row.by.includes(role)) return []
  if (action !== 'refuse') return row.from
  return role === 'reviewer' ? ['in-review'] : ['with-providers', 'returned']
}

/** The actions that the table opens to `role` on a filing of `kind` in `status`. Relation to the filing is judged by `decide`. */
export const actionsFor = (role: Role, kind: FilingKind, status: FilingStatus): FilingAction[] =>
  FilingAction.options.filter(
    (action) => statusesFor(action, role).includes(status) && (filingActions[action].kinds ?? [kind]).includes(kind),
  )
