import type { HistoryEvent } from '@icp/contract'
import { useSay } from '@icp/ui'

const roles = {
  owner: { zh: '主办者', en: 'Owner' },
  provider: { zh: '接入服务提供者', en: 'Access provider' },
  reviewer: { zh: '通信管理局', en: 'Administration' },
  'responsible-person': { zh: '负责人', en: 'Responsible person' },
  operator: { zh: '系统运维', en: 'Operator' },
  clock: { zh: '系统', en: 'The system' },
} as const

/** An actor by name, and by role where there is no name to show. */
export const useActorName = () => {
  const say = useSay()
  return (by: { readonly role: HistoryEvent['by']['role'] | 'operator'; readonly name: string }) => (by.name === '' || by.name === by.role ? say(roles[by.role]) : by.name)
}
