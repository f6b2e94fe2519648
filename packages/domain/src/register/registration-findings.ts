import type { RegistrationContent, Service } from '../filing/content.js'
import { frozenOfService, frozenOfSubject, isFrozenByRegister } from '../filing/frozen-by-register.js'
import type { FilingKind } from '../filing/kind.js'
import type { Finding } from '../finding.js'
import { normaliseTyped } from '../rules/normalise-typed.js'
import { fault, findingOf, type Fault, type RuleDescription } from '../rules/rule.js'
import { changeOfProvince } from '../sources/change-of-province.js'
import { differencesFrom, entryOf } from './differences.js'
import { servicesInForce, type RegisterRecord } from './register.js'

interface RegistrationRule extends RuleDescription {
  readonly kinds: readonly FilingKind[]
  check(content: RegistrationContent, record: RegisterRecord): readonly Fault[]
}

const onRecord: readonly FilingKind[] = ['new-service', 'new-access', 'change']
const onServices: readonly FilingKind[] = ['new-access', 'change']

const pathOf = ({ id }: Service): string => `services.${id}`

/**
 * What only the register can say of a filing about a subject in force, asked while it is typed, at finish and again at approval (icp-filing.md §3: what each
 * kind may contain, and its change limits).
 */
export const registerRegistrationRules: readonly RegistrationRule[] = [
  {
    id: 'X-10', severity: 'block', kinds: onRecord, source: 'icp-filing §4.5 (SPEC3 1016, 1049)', title: { zh: '主体在备案库中有效', en: 'The subject is in force' },
    check: ({ subjectNumber }, { subject }) => (subject?.state === 'in-force' && subject.number === subjectNumber ? [] : [fault('',
      { zh: '该主体不在备案库中或已注销。', en: 'The subject is not in the register, or is already cancelled.' },
      { zh: '请删除草稿，从备案记录重新办理。', en: 'Discard the draft and start again from the record.' })]),
  },
  {
    id: 'X-11', severity: 'block', kinds: onServices, source: 'icp-filing §4.5 (SPEC3 1016, 1050)', title: {
      zh: '网站在备案库中有效', en: 'The website is in force',
    },
    check: (content, record) => content.services.filter((service) => !entryOf(record, service)).map((service) => fault(pathOf(service),
      { zh: '该网站不在此主体名下或已注销。', en: 'This website is not the subject’s, or is already cancelled.' },
      { zh: '请从备案记录中选择网站；新网站请办理“新增网站”。', en: 'Choose it from the record; for another website file a new one.' })),
  },
  {
    id: 'X-12', severity: 'block', kinds: ['new-access'], source: 'icp-filing §2.3 (SPEC3 1029, 1038)', title: {
      zh: '新增接入不重复已有接入商', en: 'A new access is through another provider',
    },
    check: (content, record) => content.services.flatMap((service) => {
      const has = new Set(entryOf(record, service)?.content.accesses.map((access) => access.providerId))
      return service.accesses.filter((access) => has.has(access.providerId)).map((access) => fault(`${pathOf(service)}.accesses.${access.id}.providerId`,
        { zh: `该网站已有通过“${access.providerName}”的接入。`, en: `The website already has an access through “${access.providerName}”.` },
        { zh: '增加 IP 地址请办理“变更备案”；否则请选择其他接入商。', en: 'To add addresses file a change; otherwise choose another provider.' }))
    }),
  },
  {
    id: 'X-13', severity: 'block', kinds: onRecord, source: 'icp-filing §3, §6 no 2 (HW; SPEC3 1046; N633)', title: {
      zh: '不可变更的字段', en: 'Fields that no filing changes',
    },
    disputed: changeOfProvince,
    check: (content, record) => {
      const before = record.subject?.content
      if (!before) return []
      const fix = { zh: '请恢复原值；确需更改的，请注销后重新备案。', en: 'Restore it; if it must change, cancel and file anew.' }
      const ofSubject = frozenOfSubject.filter((field) => before[field] !== content.subject[field])
        .map((field) => fault(`subject.${field}`,
          { zh: '主体的证件和所在省不能变更。', en: 'The certificate and the province of a subject cannot be changed.' }, fix))
      const ofServices = content.services.flatMap((service) => {
        const entry = entryOf(record, service)?.content
        return entry ? frozenOfService.filter((field) => entry[field] !== service[field]).map((field) => fault(`${pathOf(service)}.${field}`,
          { zh: '已备案网站的域名和服务类型不能变更。', en: 'The domain and the type of a filed service cannot be changed.' }, fix)) : []
      })
      return [...ofSubject, ...ofServices]
    },
  },
  {
    id: 'X-14', severity: 'block', kinds: ['change'], source: 'icp-filing §3 no 4 (HW, TC: change and new access are not one filing)', title: {
      zh: '变更不增减接入', en: 'A change adds and removes no access',
    },
    check: (content, record) => content.services.flatMap((service) => {
      const providers = (one: Service): string => one.accesses.map((access) => access.providerId).sort().join()
      const entry = entryOf(record, service)
      return !entry || providers(entry.content) === providers(service) ? [] : [fault(`${pathOf(service)}.accesses`,
        { zh: '变更备案不能增加、删除接入或更换接入商。', en: 'A change cannot add or remove an access or exchange its provider.' },
        { zh: '请分别办理“新增接入”或“取消接入”。', en: 'File a new access, or cancel one.' })]
    }),
  },
  {
    id: 'X-15', severity: 'block', kinds: ['change'], source: 'icp-filing §3 no 4', title: { zh: '变更有实际内容', en: 'A change changes something' },
    check: (content, record) => (record.subject && differencesFrom(record, content).length === 0 ? [fault('',
      { zh: '内容与备案库完全相同，没有任何变更。', en: 'Nothing differs from the register.' },
      { zh: '请修改需要变更的字段；无需变更的，请删除草稿。', en: 'Change what must be changed, or discard the draft.' })] : []),
  },
  {
    id: 'X-16', severity: 'block', kinds: ['new-service', 'new-access'], source: 'icp-filing §3 nos 2–3: no change to data that is filed', title: {
      zh: '不夹带其他变更', en: 'Nothing else is changed along the way',
    },
    check: (content, record) => (record.subject ? differencesFrom(record, content)
      .filter(({ path, before }) => before !== undefined && !/^services\.[^.]+\.accesses\./.test(path))
      .filter(({ path }) => !isFrozenByRegister(path))
      .map(({ path }) => fault(path,
        { zh: '此类备案不能修改已备案的信息。', en: 'This kind of filing does not change what is filed.' },
        { zh: '请恢复原值，另行办理“变更备案”。', en: 'Restore it, and file a change.' })) : []),
  },
  {
    id: 'X-40', severity: 'block', kinds: ['new-service'], source: 'icp-filing §2.12 (HW: a new platform or package is a change)', title: {
      zh: 'APP 新增平台办理变更', en: 'A new platform of an app is a change',
    },
    check: (content, record) => content.services.filter(({ type, name }) => type === 'app' && servicesInForce(record)
      .some((entry) => entry.type === 'app' && normaliseTyped(entry.content.name) === normaliseTyped(name))).map((service) => fault(`${pathOf(service)}.name`,
      { zh: `该主体已备案名为“${service.name}”的 APP。`, en: `The subject already has an app called “${service.name}” on record.` },
      { zh: '为它新增平台或包名请办理“变更备案”；另一个 APP 请使用不同的名称。', en: 'To add a platform or package to it file a change; give another app another name.' })),
  },
]

/** What the register says of a registration about a subject in force; nothing for a first filing. */
export const registerFindingsForRegistration = (kind: FilingKind, content: RegistrationContent, record: RegisterRecord): Finding[] =>
  registerRegistrationRules.filter((rule) => rule.kinds.includes(kind)).flatMap((rule) => rule.check(content, record).map((one) => findingOf(rule, one)))
