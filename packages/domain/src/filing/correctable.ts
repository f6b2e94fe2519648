import type { Bilingual } from '../bilingual.js'
import type { FilingContent } from './content.js'
import { fieldsOf, type FieldRow } from './fields.js'
import { isFrozenByRegister } from './frozen-by-register.js'
import type { FilingKind } from './kind.js'

interface Frozen {
  readonly kinds: readonly FilingKind[]
  readonly isAt: (path: string) => boolean
  readonly text: Bilingual
  readonly fix: Bilingual
  readonly source: string
}

const registrations: readonly FilingKind[] = ['new-subject', 'new-service', 'new-access', 'change']

/** Fields that no correction may touch, per kind of filing (icp-filing.md §3 and its change limits). */
export const frozenFields: readonly Frozen[] = [
  {
    kinds: registrations, isAt: (path) => /(^form$|^subjectNumber$|\.id$)/.test(path), source: 'ids address fields and are no data',
    text: { zh: '该字段不能修改。', en: 'this field cannot be changed.' }, fix: { zh: '请保留原值。', en: 'Keep the value.' },
  },
  {
    kinds: registrations, isAt: (path) => /^subject\.filingMode$/.test(path), source: 'icp-filing §2.1: the way a filing comes in is what it is',
    text: { zh: '报备方式由系统记录，不能修改。', en: 'the filing mode is recorded by the system and cannot be changed.' },
    fix: { zh: '请保留原值。', en: 'Keep the value.' },
  },
  {
    kinds: registrations, isAt: (path) => /^services\.[^.]+\.type$/.test(path), source: 'icp-filing §2.12: each type has fields of its own',
    text: { zh: '不能更改服务类型。', en: 'the type of a service cannot be changed.' },
    fix: { zh: '请由主办者撤销后重新备案。', en: 'The owner withdraws the filing and files anew.' },
  },
  {
    kinds: registrations, isAt: (path) => /\.accesses\.[^.]+\.provider(Id|Name)$/.test(path), source: 'design §3: every provider that a filing names verifies it',
    text: { zh: '不能更换接入服务提供者。', en: 'the access provider cannot be exchanged.' },
    fix: { zh: '请由主办者撤销后重新备案并选择其他接入服务提供者。', en: 'The owner withdraws the filing and files anew with another provider.' },
  },
  {
    kinds: ['change'], isAt: (path) => path.startsWith('subject.') && isFrozenByRegister(path), source: 'icp-filing §3 (HW; SPEC3 1046)',
    text: { zh: '变更备案不能修改证件和所在省。', en: 'a change filing cannot alter the certificate or the province.' },
    fix: { zh: '请注销后重新备案。', en: 'Cancel and file anew.' },
  },
  {
    kinds: ['change'], isAt: isFrozenByRegister, source: 'icp-filing §3 (N633)',
    text: { zh: '变更备案不能修改域名和服务类型。', en: 'a change filing cannot alter the domain or the type of service.' },
    fix: { zh: '请注销该网站后重新备案。', en: 'Cancel the website and file anew.' },
  },
  {
    kinds: ['new-service', 'new-access'], isAt: (path) => /^subject(\.|$)/.test(path), source: 'icp-filing §3 nos. 2, 3',
    text: { zh: '此类备案不含主体信息的修改。', en: 'this kind of filing does not change the subject.' },
    fix: { zh: '请另行办理变更备案。', en: 'File a change.' },
  },
  {
    kinds: ['new-access'], isAt: (path) => /^services\.[^.]+\.(?!accesses(\.|$))/.test(path), source: 'icp-filing §3 no. 3',
    text: { zh: '新增接入不含网站信息的修改。', en: 'a new access does not change the website.' },
    fix: { zh: '请另行办理变更备案。', en: 'File a change.' },
  },
]

/** Why a field stays as it is in a correction of this kind of filing; undefined = it may be corrected. */
export const frozenReason = (kind: FilingKind, path: string): Frozen | undefined =>
  frozenFields.find((row) => row.kinds.includes(kind) && row.isAt(path))

/** The fields that a correction request may name. Who may change each is said by `mayCorrect`. None for cancellations. */
export const correctableFields = (content: FilingContent, kind: FilingKind = 'new-subject'): FieldRow[] =>
  content.form !== 'registration' ? [] : fieldsOf(content).filter((row) => frozenReason(kind, row.path) === undefined)
