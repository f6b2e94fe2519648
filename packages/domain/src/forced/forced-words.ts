import { roleWords } from '../account/role-words.js'
import type { Bilingual } from '../bilingual.js'
import type { Said } from '../notification/said.js'

/**
 * How an owner objects to what an administration of the ministry did: reconsideration within sixty days (Administrative Reconsideration Law art. 20), or a court within
 * six months (Administrative Litigation Law art. 46).
 */
export const wayToObject: Bilingual = {
  zh: '如有异议，可以先联系作出决定的通信管理局；也可以自知道之日起六十日内向工业和信息化部申请行政复议，或者六个月内依法向人民法院提起行政诉讼。',
  en: 'If you disagree, contact the administration that decided. You may also ask the ministry (MIIT) for administrative reconsideration within sixty days of learning of it, or go to the people’s court within six months.',
}

/** To everybody at a provider that served some of it. */
export const cutOrdered = (numbers: readonly string[], dueOn: string): Said => ({
  title: { zh: `请停止接入：${numbers.length} 项服务被强制注销`, en: `Services to cut: ${numbers.length} cancelled by force` },
  text: {
    zh: `通信管理局已强制注销 ${numbers.join('、')}。请在 ${dueOn} 前停止接入，并在“待停止接入”中确认。`,
    en: `The administration has cancelled ${numbers.join(', ')} by force. Cut ${numbers.length === 1 ? 'it' : 'them'} by ${dueOn}, and acknowledge under “Services to cut”.`,
  },
})

/** To the provider, once, when the last day is over. */
export const cutLateProvider = (count: number): Said => ({
  title: { zh: '逾期：请立即停止接入并确认', en: 'Late: cut what was cancelled by force, and acknowledge' },
  text: {
    zh: `贵司有 ${count} 项被强制注销的服务逾期未确认停止接入。请立即在“待停止接入”中办理。`,
    en: `You have not acknowledged in time that you cut what was cancelled by force (services: ${count}). See “Services to cut” now.`,
  },
})

/** To the reviewers of the province, once, with it. */
export const cutLateReviewer = (provider: string, numbers: readonly string[]): Said => ({
  title: { zh: `接入商逾期未确认停止接入：${provider}`, en: `A provider is late with cutting: ${provider}` },
  text: {
    zh: `${provider} 逾期未确认停止接入：${numbers.join('、')}。见“强制注销”。`, en: `${provider} has not acknowledged in time that it cut ${numbers.join(', ')}. See “Cancelled by force”.`,
  },
})

/** To the other reviewers of the province: what one of them has done nobody else has to find out. The page that it leads to says who it was. */
export const forcedByColleague = (number: string, ground: string): Said => ({
  title: { zh: `${number} 已被强制注销`, en: `${number} was cancelled by force` },
  text: { zh: `一位“${roleWords.reviewer.zh}”强制注销了 ${number}。依据：${ground}。见“强制注销”。`, en: `A colleague with the role “${roleWords.reviewer.en}” has cancelled ${number} by force. Ground: ${ground}. See “Cancelled by force”.` },
})
