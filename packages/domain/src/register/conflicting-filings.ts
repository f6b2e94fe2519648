import type { Bilingual } from '../bilingual.js'
import { isCancellation, type FilingKind } from '../filing/kind.js'
import { spaced } from '../filing/service-type.js'
import { isFinal, type FilingStatus } from '../filing/status.js'
import { wordOfNumber } from '../numbers/filing-number.js'
import { Refusal } from '../refusal.js'

/** Another filing about the same subject. `serviceNumbers`: what it cancels; empty for other kinds. */
export interface OpenFiling {
  readonly kind: FilingKind
  readonly status: FilingStatus
  readonly serviceNumbers: readonly string[]
}

const refusal = (code: string, text: Bilingual): Refusal => new Refusal('conflict', code, text)

const cancelsAgain = (serviceNumbers: readonly string[]) => (other: OpenFiling): boolean =>
  other.kind === 'cancel-service' && other.serviceNumbers.some((number) => serviceNumbers.includes(number))

/**
 * Whether another finished filing about the subject rules this one out; `code` is the machine code of the interface (icp-filing.md §4.5, §8):
 * 1027 and 1030 the same cancellation twice, 1042 and 1043 the two cancellations against each other, 1017 anything else that runs.
 * Drafts rule nothing out: they may be prepared and wait.
 */
export const conflictingFilings = (kind: FilingKind, open: readonly OpenFiling[], serviceNumbers: readonly string[] = []): Refusal | null => {
  const running = open.filter((other) => other.status !== 'draft' && !isFinal(other.status))
  const subjectCancelled = running.some((other) => other.kind === 'cancel-subject')
  if (kind === 'cancel-subject' && subjectCancelled) {
    return refusal('1027', { zh: '该主体已有注销主体申请正在办理，不能重复申请。', en: 'An application to cancel this subject is already running.' })
  }
  if (kind === 'cancel-service' && subjectCancelled) {
    return refusal('1042', {
      zh: '该主体正在办理注销主体，不能再单独申请注销其服务。', en: 'The subject is being cancelled, so no single service of it can be.',
    })
  }
  const word = wordOfNumber(serviceNumbers[0] ?? '')
  if (kind === 'cancel-service' && running.some(cancelsAgain(serviceNumbers))) {
    return refusal('1030', {
      zh: spaced(`该${word.zh}已有注销申请正在办理，不能重复申请。`), en: `An application to cancel this ${word.en} is already running.`,
    })
  }
  if (kind === 'cancel-subject' && running.some((other) => other.kind === 'cancel-service')) {
    return refusal('1043', {
      zh: '该主体下有服务正在办理注销，不能申请注销主体。请等待其办结或先撤销。',
      en: 'A service of this subject is being cancelled. Wait until that has ended or withdraw it, then cancel the subject.',
    })
  }
  const [other] = running
  if (!other) return null
  return refusal('1017', isCancellation(other.kind)
    ? { zh: '该主体有注销申请正在办理，请等待其办结或先撤销。', en: 'A cancellation of this subject is running. Wait until it has ended, or withdraw it.' }
    : { zh: '该主体有备案正在办理，请等待其办结或先撤销。', en: 'A filing of this subject is running. Wait until it has ended, or withdraw it.' })
}
