import { isAgreed } from '../filing/agreement.js'
import type { Filing } from '../filing/filing.js'
import { isFinal, isLocked } from '../filing/status.js'
import { endServices, endSubject } from '../register/apply-cancellation.js'
import { impossible, type RegisterChange, requireSubject } from '../register/register-change.js'
import { servicesInForce, type RegisterRecord } from '../register/register.js'
import { type Fall, whatFalls } from '../register/what-falls.js'

/**
 * Cancellation by the administration's force (强制注销、责令关闭): of one service, or of a subject with all that it runs (icp-filing.md §3 no. 6, §8; O33 art. 23).
 * What is meant its number says: `京ICP备2026000001号` the subject, `…号-1` the service.
 */
export const isWholeSubject = (record: RegisterRecord, number: string): boolean => record.subject?.number === number

/** Everything that ends with it, for showing before it is done: the same as of a cancellation that the owner asks for. */
export const forcedFall = (record: RegisterRecord, number: string): Fall => whatFalls(isWholeSubject(record, number) ? 'cancel-subject' : 'cancel-service', record, [number])

/**
 * The record without it. Unlike its owner an administration may take the last service too, which leaves a hollow subject. Numbers are never given again.
 * Refuses (conflict) what is not in force any more.
 */
export const applyForced = (record: RegisterRecord, number: string, day: string): RegisterChange => {
  const subject = requireSubject(record)
  if (isWholeSubject(record, number)) return endSubject(record, subject, day)
  const service = servicesInForce(record).find((one) => one.number === number)
  if (!service) throw impossible('1050', '该服务已不在备案库中有效。', 'The service is no longer in force in the register.')
  return endServices(record, subject, [service], day)
}

/**
 * Whether a filing on its way is about what falls, and so ends with it. One of the subject that names other services only goes on. A move to a subject that has not
 * agreed yet does not concern it.
 */
export const fallsWith = (filing: Filing, record: RegisterRecord, number: string): boolean => {
  const { content, status } = filing
  if (isFinal(status) || !isLocked(status)) return false
  const whole = isWholeSubject(record, number)
  const own = record.subject?.number
  if (content.form === 'migration' && content.receivingNumber === own) return whole && isAgreed(filing)
  if (content.subjectNumber !== own) return false
  if (whole) return true
  if (content.form !== 'registration') return content.serviceNumbers.includes(number)
  const id = record.services.find((one) => one.number === number)?.id
  return content.services.some((one) => one.id === id)
}
