import type { CancellationContent } from '../filing/content.js'
import { cancellationKinds, type FilingKind } from '../filing/kind.js'
import { spaced } from '../filing/service-type.js'
import type { Finding } from '../finding.js'
import { wordOfNumber } from '../numbers/filing-number.js'
import { fault, findingOf, type Fault, type RuleDescription } from '../rules/rule.js'
import type { RegisterRecord } from './register.js'
import { whatFalls } from './what-falls.js'

interface CancellationRule extends RuleDescription {
  readonly kinds: readonly FilingKind[]
  check(kind: FilingKind, content: CancellationContent, record: RegisterRecord): Fault | undefined
}

/** What the application is about is called by its type, as its number tells it. */
const named = ({ serviceNumbers }: CancellationContent) => wordOfNumber(serviceNumbers[0] ?? '')

/**
 * What only the register can say of a cancellation, asked at finish and again at approval. What the application itself must say
 * (a reason, a note) is judged by the rules of its content.
 */
export const registerCancellationRules: readonly CancellationRule[] = [
  {
    id: 'C-11', severity: 'block', kinds: cancellationKinds, source: 'icp-filing §4.5 (SPEC3 1016, 1049)', title: { zh: '主体在备案库中有效', en: 'The subject is in force' },
    check: (_kind, content, { subject }) => (subject?.state === 'in-force' && subject.number === content.subjectNumber ? undefined
      : fault('subjectNumber', {
      zh: '该主体不在备案库中或已注销。', en: 'The subject is not in the register, or is already cancelled.',
    }, { zh: '请核对主体备案号。', en: 'Check the subject number.' })),
  },
  {
    id: 'C-12', severity: 'block', kinds: ['cancel-service'], source: 'icp-filing §4.5 (SPEC3 1016, 1050)', title: { zh: '网站在备案库中有效', en: 'The website is in force' },
    check: (kind, content, record) => {
      if (content.serviceNumbers.length === 0) return undefined
      const known = whatFalls(kind, record, content.serviceNumbers).services.length
      return known === new Set(content.serviceNumbers).size ? undefined : fault('serviceNumbers', {
        zh: spaced(`所选${named(content).zh}不在该主体名下或已注销。`), en: `The chosen ${named(content).en} is not this subject’s, or is already cancelled.`,
      }, { zh: '请重新选择。', en: 'Choose again.' })
    },
  },
  {
    id: 'C-13', severity: 'block', kinds: ['cancel-service'], source: 'icp-filing §8 (HOLLOW)', title: { zh: '不留空壳主体', en: 'No subject is left empty' },
    check: (kind, content, record) => (whatFalls(kind, record, content.serviceNumbers).leavesHollowSubject ? fault('serviceNumbers', {
      zh: spaced(`该主体名下只剩这个${named(content).zh}，注销后主体将成为空壳。`), en: `This ${named(content).en} is all that the subject has left; cancelling it would leave the subject empty.`,
    }, { zh: '请改为申请注销主体。', en: 'Apply to cancel the subject instead.' }) : undefined),
  },
  {
    id: 'C-14', severity: 'block', kinds: ['cancel-access'], source: 'icp-filing §4.5, §8 (SPEC3 1016, 1047)', title: { zh: '接入在备案库中有效', en: 'The access is in force' },
    check: (kind, content, record) => {
      if (content.serviceNumbers.length === 0) return undefined
      const asked = content.accessIds ?? []
      if (asked.length === 0) return fault('accessIds', { zh: '尚未选择要取消的接入。', en: 'No access is chosen.' },
        { zh: '请选择一个接入。', en: 'Choose an access.' })
      return whatFalls(kind, record, content.serviceNumbers, asked).accesses.length === new Set(asked).size ? undefined : fault('accessIds', {
        zh: spaced(`所选接入不属于该${named(content).zh}，或已经取消。`), en: `The chosen access is not this ${named(content).en}’s, or has ended already.`,
      }, { zh: '请重新选择接入。', en: 'Choose the access again.' })
    },
  },
  {
    id: 'C-15', severity: 'warn', kinds: ['cancel-access'], source: 'icp-filing §8 (HW, TC; SPEC3 1025: refused by the specification of 2013)', title: {
      zh: '取消最后一个接入', en: 'The last access of a website ends',
    },
    check: (kind, content, record) => (whatFalls(kind, record, content.serviceNumbers, content.accessIds).leavesHollowServices.length > 0 ? fault('accessIds', {
      zh: spaced(`这是该${named(content).zh}最后一个接入；取消后备案号保留，但成为空壳${named(content).zh}，可能被管局清理。`),
      en: `This is the last access of the ${named(content).en}. It keeps its number but becomes a hollow record, which the administration may clear.`,
    }, { zh: spaced(`如不再开办，请改为注销该${named(content).zh}；否则请尽快新增接入。`), en: `If it ends, cancel the ${named(content).en} instead; otherwise add an access soon.` }) : undefined),
  },
]

export const registerFindingsForCancellation = (kind: FilingKind, content: CancellationContent, record: RegisterRecord): Finding[] =>
  registerCancellationRules.filter((rule) => rule.kinds.includes(kind)).flatMap((rule) => {
    const found = rule.check(kind, content, record)
    return found ? [findingOf(rule, found)] : []
  })
