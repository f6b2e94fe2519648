import type { RulesInForce } from '../rule-data/rules-in-force.js'
import { fault, type Fault } from '../rules/rule.js'

/** A subject that would have more services than its province lets it have (icp-filing.md §6 no 12): those on record and those that come. */
export const totalFault = (path: string, personal: boolean, total: number, data: RulesInForce): Fault | undefined => {
  const limit = personal ? 'services-of-individuals' : 'services-of-units'
  const [most, whose] = [data.value(limit), data.whose(limit)]
  return most === 0 || total <= most ? undefined : fault(path,
    {
      zh: `连同已备案的，该主体将有 ${total} 个网站或其他服务；${whose.zh}要求${personal ? '个人' : '单位'}不超过 ${most} 个。`,
      en: `With those on record the subject would have ${total} services. Rule of ${whose.en}: ${personal ? 'an individual' : 'a unit'} has ${most} at most.`,
    },
    { zh: '请先注销不再使用的网站，或减少新增的数量。', en: 'Cancel what is not used any more, or add fewer.' },
    data.decided(limit))
}

/** A unit that would have so many that its province asks for a plan of the site. */
export const planFault = (path: string, total: number, data: RulesInForce): Fault | undefined => {
  const [from, whose] = [data.value('services-that-need-a-plan'), data.whose('services-that-need-a-plan')]
  return from === 0 || total < from ? undefined : fault(path,
    { zh: `连同已备案的共 ${total} 个；${whose.zh}要求 ${from} 个起提交网站建设方案书。`, en: `There would be ${total} services. Rule of ${whose.en}: from ${from} on a plan of the site is handed in.` },
    { zh: '请备好方案书，交给接入商。', en: 'Have the plan ready for the access provider.' },
    data.decided('services-that-need-a-plan'))
}
