import { otherReason } from '../code-tables/reasons.js'
import type { CancellationContent } from '../filing/content.js'
import type { FilingKind } from '../filing/kind.js'
import { parseFilingNumber } from '../numbers/filing-number.js'
import type { RulesInForce } from '../rule-data/rules-in-force.js'
import { isBlank, missing, notChosen, notInTable } from './faults.js'
import { fault, type Rule } from './rule.js'

export interface CancellationScope {
  readonly kind: FilingKind
  readonly content: CancellationContent
  readonly data: RulesInForce
}

/** Cancellations (注销、取消接入), icp-filing.md §8. That numbers exist and are in force only the register can tell. */
export const cancellationRules: readonly Rule<CancellationScope>[] = [
  {
    id: 'C-01', severity: 'block', source: 'icp-filing §5, §8 (SPEC3 1016)', title: { zh: '主体备案号', en: 'Subject number' },
    check: ({ content: { subjectNumber } }) => {
      if (isBlank(subjectNumber)) return missing('subjectNumber', '主体备案号', 'subject number')
      const parsed = parseFilingNumber(subjectNumber)
      return parsed && parsed.n === undefined ? undefined : fault('subjectNumber',
        { zh: '主体备案号格式不正确。', en: 'This is not a subject number.' },
        { zh: '例如 京ICP备2026000001号。', en: 'For example 京ICP备2026000001号.' })
    },
  },
  {
    id: 'C-02', severity: 'block', source: 'icp-filing §8 (SPEC3 1026)', title: { zh: '注销理由', en: 'Reason of the cancellation' },
    check: ({ content: { reason }, data }) => reason === '' ? notChosen('reason', '注销理由', 'reason')
      : data.code('cancellationReasons', reason) ? undefined : notInTable('reason', '注销理由', 'reason', data.decidedCode('cancellationReasons', reason)),
  },
  {
    id: 'C-03', severity: 'block', source: 'icp-filing §8', title: { zh: '其他理由须有说明', en: 'Another reason is explained' },
    check: ({ content: { reason, note } }) => reason !== otherReason || !isBlank(note) ? undefined : fault('note',
      { zh: '选择“其他”时须填写说明。', en: 'With “Other” the note says which reason.' },
      { zh: '请用一两句话写明理由。', en: 'Give the reason in a sentence or two.' }),
  },
  {
    id: 'C-04', severity: 'block', source: 'icp-filing §3 nos 5–7, §8 (HW)', title: { zh: '注销对象', en: 'What is cancelled' },
    check: ({ kind, content: { serviceNumbers } }) => {
      if (kind === 'cancel-subject') {
        return serviceNumbers.length === 0 ? undefined : fault('serviceNumbers',
          { zh: '注销主体时不单独选择网站；其下全部网站一并注销。', en: 'A subject is cancelled with all its services; none is chosen.' },
          { zh: '只注销个别网站的，请使用“注销网站”。', en: 'To cancel one service use “Cancel website”.' })
      }
      return serviceNumbers.length === 1 ? undefined : fault('serviceNumbers',
        serviceNumbers.length === 0
          ? { zh: '尚未选择要注销的网站。', en: 'No service is chosen.' }
          : { zh: '一次只能注销一个网站。', en: 'Services are cancelled one at a time.' },
        { zh: '请选择一个网站。', en: 'Choose one service.' })
    },
  },
  {
    id: 'C-05', severity: 'block', source: 'icp-filing §5, §8 (SPEC3 1048)', title: { zh: '网站属于该主体', en: 'The service is the subject’s' },
    check: ({ content: { subjectNumber, serviceNumbers } }) => {
      const foreign = serviceNumbers.find((number) => {
        const parsed = parseFilingNumber(number)
        return parsed?.n === undefined || parsed.subjectNumber !== subjectNumber
      })
      return foreign === undefined ? undefined : fault('serviceNumbers',
        { zh: `“${foreign}”不是该主体下的网站备案号。`, en: `“${foreign}” is not the number of a service of this subject.` },
        { zh: '请从列表中选择。', en: 'Choose it from the list.' })
    },
  },
]
