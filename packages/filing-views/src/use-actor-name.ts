import type { HistoryEvent, ReviewDecisionView } from '@icp/contract'
import type { AdministratorRole } from '@icp/domain'
import { useSay } from '@icp/ui'

const roles = {
  owner: { zh: '主办者', en: 'Owner' },
  provider: { zh: '接入服务提供者', en: 'Access provider' },
  reviewer: { zh: '通信管理局', en: 'Administration' },
  'responsible-person': { zh: '负责人', en: 'Responsible person' },
  operator: { zh: '系统管理员', en: 'Operator' },
  'security-administrator': { zh: '安全管理员', en: 'Security administrator' },
  'audit-administrator': { zh: '审计管理员', en: 'Audit administrator' },
  clock: { zh: '系统', en: 'The system' },
} as const

/** An actor by name in the page's language where it has one in it, and by role where there is no name to show. */
export const useActorName = () => {
  const say = useSay()
  return (by: { readonly role: HistoryEvent['by']['role'] | AdministratorRole; readonly name: string; readonly nameEn?: string | undefined }) => {
    if (by.name === '' || by.name === by.role) return say(roles[by.role])
    return say({ zh: by.name, en: by.nameEn ?? by.name })
  }
}

const isRole = (name: string): name is keyof typeof roles => name in roles

/** Who made a decision: an administration or provider by name; who has none, by role. */
export const useDeciderName = () => {
  const nameOf = useActorName()
  return ({ by, byEn }: Pick<ReviewDecisionView, 'by' | 'byEn'>) => nameOf({ role: isRole(by) ? by : 'reviewer', name: by, nameEn: byEn })
}
