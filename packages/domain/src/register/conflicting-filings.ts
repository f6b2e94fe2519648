import type { Bilingual } from '../bilingual.js'
import { type FilingKind, isCancellation } from '../filing/kind.js'
import { spaced } from '../filing/service-type.js'
import { isFinal, type FilingStatus } from '../filing/status.js'
import { wordOfNumber } from '../numbers/filing-number.js'
import { Refusal } from '../refusal.js'
import { oneOpenFiling } from '../rules/register-findings.js'
import { fault, findingOf, type RuleDescription } from '../rules/rule.js'

/** Another filing about the same subject. `serviceNumbers` and `accessIds`: what it cancels; empty for other kinds. */
export interface OpenFiling {
  readonly kind: FilingKind
  readonly status: FilingStatus
  readonly serviceNumbers: readonly string[]
  readonly accessIds?: readonly string[]
}

interface Exclusion extends RuleDescription {
  /** The machine code of the interface (icp-filing.md §4.5). */
  readonly code: string
  readonly kinds: readonly FilingKind[]
}

const exclusion = (id: string, code: string, kind: FilingKind, zh: string, en: string): Exclusion =>
  ({ id, code, severity: 'block', kinds: [kind], source: `icp-filing §6 no 24, §8 (SPEC3 ${code})`, title: { zh, en } })

const again = {
  subject: exclusion('C-21', '1027', 'cancel-subject', '主体不重复申请注销', 'A subject is cancelled once'),
  service: exclusion('C-22', '1030', 'cancel-service', '网站不重复申请注销', 'A website is cancelled once'),
  access: exclusion('C-23', '1032', 'cancel-access', '接入不重复申请取消', 'An access is cancelled once'),
}
const against = {
  subject: exclusion('C-24', '1042', 'cancel-service', '主体注销中不单独注销网站', 'No website is cancelled while its subject is'),
  service: exclusion('C-25', '1043', 'cancel-subject', '网站注销中不注销主体', 'No subject is cancelled while a website of it is'),
}

/** Which filings rule out a cancellation, each with the code that a province answers. */
export const exclusionRules: readonly Exclusion[] = [...Object.values(again), ...Object.values(against)]

const waitOrWithdraw: Bilingual = { zh: '请等待其办结；您自己提出的，可以先撤销。', en: 'Wait until it has ended; what you applied for yourself you can withdraw.' }
const nothingToDo: Bilingual = { zh: '无需再次申请，请查询原申请的进度。', en: 'Nothing more has to be applied for: see how the first one stands.' }

const refusal = (rule: RuleDescription, code: string, text: Bilingual, fix: Bilingual): Refusal =>
  new Refusal('conflict', code, { zh: `${text.zh}${fix.zh}`, en: `${text.en} ${fix.en}` }, { findings: [findingOf(rule, fault('', text, fix))] })

const sharing = (one: readonly string[] = [], other: readonly string[]): boolean => one.some((item) => other.includes(item))

/** What is about to be cancelled. */
export interface Cancelled {
  readonly serviceNumbers?: readonly string[]
  readonly accessIds?: readonly string[]
}

/**
 * Whether another finished filing about the subject rules this one out, with the rule that says so and the machine code of the interface (icp-filing.md §4.5, §8):
 * 1027, 1030 and 1032 the same cancellation twice, 1042 and 1043 the two cancellations against each other, 1017 anything else that runs.
 * Drafts rule nothing out: they may be prepared and wait.
 */
export const conflictingFilings = (kind: FilingKind, open: readonly OpenFiling[], { serviceNumbers = [], accessIds = [] }: Cancelled = {}): Refusal | null => {
  const running = open.filter((other) => other.status !== 'draft' && !isFinal(other.status))
  const subjectCancelled = running.some((other) => other.kind === 'cancel-subject')
  const word = wordOfNumber(serviceNumbers[0] ?? '')
  if (kind === 'cancel-subject' && subjectCancelled) {
    return refusal(again.subject, again.subject.code, { zh: '该主体已有注销主体申请正在办理，不能重复申请。', en: 'An application to cancel this subject is already running.' }, nothingToDo)
  }
  if (kind === 'cancel-service' && subjectCancelled) {
    return refusal(against.subject, against.subject.code, {
      zh: '该主体正在办理注销主体，不能再单独申请注销其服务。', en: 'The subject is being cancelled, so no single service of it can be.',
    }, { zh: '主体注销后，其服务一并注销。', en: 'Its services end with it.' })
  }
  if (kind === 'cancel-service' && running.some((other) => other.kind === 'cancel-service' && sharing(other.serviceNumbers, serviceNumbers))) {
    return refusal(again.service, again.service.code, {
      zh: spaced(`该${word.zh}已有注销申请正在办理，不能重复申请。`), en: `An application to cancel this ${word.en} is already running.`,
    }, nothingToDo)
  }
  if (kind === 'cancel-access' && running.some((other) => other.kind === 'cancel-access' && sharing(other.accessIds, accessIds))) {
    return refusal(again.access, again.access.code, { zh: '该接入已有取消申请正在办理，不能重复申请。', en: 'An application to cancel this access is already running.' }, nothingToDo)
  }
  if (kind === 'cancel-subject' && running.some((other) => other.kind === 'cancel-service')) {
    return refusal(against.service, against.service.code, {
      zh: '该主体下有服务正在办理注销，不能申请注销主体。', en: 'A service of this subject is being cancelled, so the subject cannot be now.',
    }, waitOrWithdraw)
  }
  const [other] = running
  if (!other) return null
  return refusal(oneOpenFiling, '1017', isCancellation(other.kind)
    ? { zh: '该主体有注销申请正在办理。', en: 'A cancellation of this subject is running.' }
    : { zh: '该主体有备案正在办理。', en: 'A filing of this subject is running.' }, waitOrWithdraw)
}
