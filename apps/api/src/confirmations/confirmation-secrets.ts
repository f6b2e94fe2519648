import { normalisePhone } from '@icp/domain'
import { codeAsTyped } from '../platform/codes.js'
import type { Sealing } from '../platform/sealing.js'

/** What one person must know, as keyed indexes: the database holds nothing that could be entered. */
export interface AnswerKeys {
  readonly codeKey: string
  readonly mobileKey: string
  readonly lastSixKey: string
}

const lastSixAsTyped = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** Bound to the confirmation's id, so that equal codes of two people cannot be recognised. */
export const answerKeysOf = (sealing: Sealing, id: string, answer: { code: string; mobile: string; lastSix: string }): AnswerKeys => ({
  codeKey: codeKeyOf(sealing, id, answer.code),
  mobileKey: sealing.mark('confirmation-mobile', `${id}|${normalisePhone(answer.mobile)}`),
  lastSixKey: sealing.mark('confirmation-last-six', `${id}|${lastSixAsTyped(answer.lastSix)}`),
})

export const codeKeyOf = (sealing: Sealing, id: string, code: string): string => sealing.mark('confirmation-code', `${id}|${codeAsTyped(code)}`)

export const tokenKeyOf = (sealing: Sealing, token: string): string => sealing.mark('confirmation-token', token)
