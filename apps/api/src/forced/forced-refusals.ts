import { type Finding, Refusal } from '@icp/domain'

/** The same for what is another province's and what does not exist. */
export const noSuchRecord = () => new Refusal('not-found', 'record-not-found', { zh: '本省没有这一备案。', en: 'There is no such record in this province.' })

export const forcedInvalid = (findings: readonly Finding[]) =>
  new Refusal('invalid', 'forced-cancellation-invalid', { zh: '填写的内容有误，请按提示修改。', en: 'Some fields need another look.' }, { findings })

export const noSuchCut = () => new Refusal('not-found', 'cut-order-not-found', { zh: '没有找到要求贵司停止接入的这一服务。', en: 'There is no such service that you are ordered to cut.' })
