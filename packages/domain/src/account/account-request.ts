import { z } from 'zod'
import { Refusal } from '../refusal.js'
import type { AccountRole } from './role.js'
import { isAdministrator } from './role.js'

/** What a security administrator asks for and another administrator has to countersign. */
export const AccountRequestKind = z.enum(['invite', 'change-role', 'reset-authenticator', 'enable'])
export type AccountRequestKind = z.infer<typeof AccountRequestKind>

export const AccountRequestState = z.enum(['waiting', 'agreed', 'declined'])
export type AccountRequestState = z.infer<typeof AccountRequestState>

/** How long a request waits; afterwards it has to be asked again. */
export const accountRequestDays = 7

export interface AccountRequest {
  readonly state: AccountRequestState
  /** Account ids: who asked, and whom it is about (null for somebody who has no account yet). */
  readonly askedBy: string
  readonly about: string | null
  readonly expiresAt: string
}

const forbidden = (code: string, zh: string, en: string) => new Refusal('forbidden', code, { zh, en })
const conflict = (code: string, zh: string, en: string) => new Refusal('conflict', code, { zh, en })

/** Why this account may not decide the request now; null when it may. The second person is an administrator, not the first, and not the one concerned. */
export const countersignRefusal = (
  request: AccountRequest, by: { readonly accountId: string; readonly role: AccountRole }, now: string,
): Refusal | null => {
  if (!isAdministrator(by.role)) return forbidden('role', '只有管理员可以复核。', 'Only an administrator can countersign.')
  if (by.accountId === request.askedBy) return forbidden('same-person', '提出申请的人不能自己复核，须由另一名管理员复核。', 'Whoever asked cannot countersign; another administrator has to.')
  if (by.accountId === request.about) return forbidden('own-account', '不能复核关于自己账号的申请，须由另一名管理员复核。', 'Nobody countersigns what is about their own account; another administrator has to.')
  if (request.state !== 'waiting') return conflict('already-decided', '该申请已有复核结果。', 'This request is decided already.')
  return Date.parse(now) >= Date.parse(request.expiresAt)
    ? conflict('request-expired', '该申请已超过复核期限，请重新提出。', 'The time for this request is over. It has to be asked again.')
    : null
}

/**
 * Why what this account has asked for may not be agreed to any more; null when it may. Two people answer for it at the moment it happens, so the first must still be one
 * who could ask: a request of somebody who was disabled, or keeps accounts no more, can only be declined.
 */
export const askerRefusal = ({ role, disabledAt }: { readonly role: AccountRole; readonly disabledAt: string | null }): Refusal | null =>
  role === 'security-administrator' && disabledAt === null ? null : conflict('asker-gone',
    '提出申请的人已停用或不再是安全管理员，不能再同意该申请。请拒绝，并由另一名安全管理员重新提出。',
    'Whoever asked is disabled or no longer a security administrator, so this cannot be agreed to. Decline it; another security administrator can ask again.')
