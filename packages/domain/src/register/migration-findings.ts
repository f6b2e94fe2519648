import { isPersonal } from '../code-tables/natures.js'
import type { MigrationContent } from '../filing/content.js'
import type { Finding } from '../finding.js'
import type { RulesInForce } from '../rule-data/rules-in-force.js'
import { ofUnits } from '../rules/applicability.js'
import { applyRules, fault, type Rule } from '../rules/rule.js'
import { planFault, totalFault } from './service-totals.js'

/** How the three numbers of a migration stand in the register: what anybody can look up, and so no secret of either side. */
export interface MigrationStanding {
  readonly givingInForce: boolean
  readonly serviceInForce: boolean
  /** Services in force under the giving subject. */
  readonly servicesInForce: number
  /** Another service in force of the giving subject is under the website’s domain. */
  readonly domainShared: boolean
  readonly receivingInForce: boolean
  /** Code of the nature; '' when there is no such subject. */
  readonly receivingNature: string
  /** Services in force under the receiving subject. */
  readonly receivingServices: number
}

interface MigrationRegisterScope {
  readonly standing: MigrationStanding
  /** What holds in the province of that side. */
  readonly data: RulesInForce
}

interface MigrationRule extends Rule<MigrationRegisterScope> {
  /** What is said of the receiving side is told to nobody before its owner has been asked: a number would tell whether it leads to somebody. */
  readonly side: 'giving' | 'receiving'
}

/** What only the register can say of a migration: of the giving side at the finish, of both when the receiving owner agrees, at every pass and at approval. */
export const registerMigrationRules: readonly MigrationRule[] = [
  {
    id: 'T-11', side: 'giving', severity: 'block', source: 'icp-filing §3 no 8, §4.5 (SPEC3 1016, 1049)', title: { zh: '迁出主体在备案库中有效', en: 'The giving subject is in force' },
    check: ({ standing: { givingInForce } }) => (givingInForce ? undefined : fault('subjectNumber',
      { zh: '迁出主体不在备案库中或已注销。', en: 'The giving subject is not in the register, or is already cancelled.' },
      { zh: '请删除草稿，从备案记录重新办理。', en: 'Discard the draft and start again from the record.' })),
  },
  {
    id: 'T-12', side: 'giving', severity: 'block', source: 'icp-filing §3 no 8, §4.5 (SPEC3 1016, 1050)', title: { zh: '网站在迁出主体名下有效', en: 'The website is in force under the giving subject' },
    check: ({ standing: { givingInForce, serviceInForce } }) => (serviceInForce || !givingInForce ? undefined : fault('serviceNumbers',
      { zh: '所选网站不在迁出主体名下或已注销。', en: 'The chosen website is not the giving subject’s, or is already cancelled.' },
      { zh: '请重新选择网站。', en: 'Choose the website again.' })),
  },
  {
    id: 'T-13', side: 'giving', severity: 'warn', source: 'icp-filing §8 (HOLLOW)', title: { zh: '迁走最后一个网站', en: 'The last website leaves' },
    check: ({ standing: { serviceInForce, servicesInForce } }) => (serviceInForce && servicesInForce === 1 ? fault('serviceNumbers',
      { zh: '这是迁出主体最后一个网站；迁走后主体保留备案号，但成为空壳主体，可能被管局清理，其电子证书终止。',
        en: 'This is the giving subject’s last website. The subject keeps its number but becomes hollow, may be cleared by the administration, and its e-certificate ends.' },
      { zh: '如不再开办网站，请在迁移完成后申请注销主体。', en: 'If nothing else is planned, cancel the subject once the move is done.' }) : undefined),
  },
  {
    id: 'T-14', side: 'giving', severity: 'block', source: 'icp-filing §2.12: two subjects do not share a domain, and apps do not move', title: { zh: '域名不再用于迁出主体的其他服务', en: 'No other service of the giving subject is under the domain' },
    check: ({ standing: { serviceInForce, domainShared } }) => (serviceInForce && domainShared ? fault('serviceNumbers',
      { zh: '迁出主体还有其他有效的服务（如 APP）使用该网站的域名；一个域名只能属于一个主体。', en: 'Another service in force of the giving subject, such as an app, is under the website’s domain; a domain belongs to one subject.' },
      { zh: '请先注销该服务，由接收方另行备案。', en: 'Cancel that service first; the receiver files it anew.' }) : undefined),
  },
  {
    id: 'T-21', side: 'receiving', severity: 'block', source: 'icp-filing §3 no 8', title: { zh: '接收主体在备案库中有效', en: 'The receiving subject is in force' },
    check: ({ standing: { receivingInForce } }) => (receivingInForce ? undefined : fault('receivingNumber',
      { zh: '接收主体不在备案库中或已注销。', en: 'The receiving subject is not in the register, or is already cancelled.' },
      { zh: '接收方须先完成首次备案。', en: 'The receiver files its subject first.' })),
  },
  {
    id: 'T-22', side: 'receiving', severity: 'block', source: 'icp-filing §3 no 8 (HW)', title: { zh: '不迁移给个人', en: 'Not to an individual' },
    check: ({ standing: { receivingNature } }) => (isPersonal(receivingNature) ? fault('receivingNumber',
      { zh: '接收主体为个人，网站不能迁移给个人。', en: 'The receiving subject is an individual; a website cannot move to one.' },
      { zh: '请迁移给单位，或注销后由个人重新备案。', en: 'Move it to a unit, or cancel it and let the individual file anew.' }) : undefined),
  },
  {
    id: 'T-23', side: 'receiving', severity: 'reviewer', source: 'icp-filing §3 no 8, §6 no 12 (HW)', title: { zh: '接收主体的网站总数', en: 'How many services the receiver has in all' },
    check: ({ standing, data }) => (standing.receivingInForce ? totalFault('receivingNumber', isPersonal(standing.receivingNature), standing.receivingServices + 1, data) : undefined),
  },
  {
    id: 'T-24', side: 'receiving', severity: 'warn', source: 'icp-filing §3 no 8, §6 no 12 (HW)', title: { zh: '接收主体的网站建设方案书', en: 'The receiver’s plan of a site' }, natures: ofUnits,
    check: ({ standing, data }) => (standing.receivingInForce ? planFault('receivingNumber', standing.receivingServices + 1, data) : undefined),
  },
]

const rulesOf = { giving: registerMigrationRules.filter(({ side }) => side === 'giving'), receiving: registerMigrationRules.filter(({ side }) => side === 'receiving') } as const
const withoutWebsite = rulesOf.giving.filter(({ id }) => id !== 'T-12')

/** `content` without a chosen website has its own finding. `data`: what holds in the province of that side. */
export const registerFindingsForMigration = (side: MigrationRule['side'], content: MigrationContent, standing: MigrationStanding, data: RulesInForce): Finding[] => {
  const findings: Finding[] = []
  applyRules(side === 'giving' && content.serviceNumbers.length === 0 ? withoutWebsite : rulesOf[side], { standing, data }, findings, { nature: standing.receivingNature, data })
  return findings
}
