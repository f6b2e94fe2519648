import type { FilingView } from '@icp/contract'
import type { Bilingual } from '@icp/domain'
import { Banner, useFormat, useSay } from '@icp/ui'
import { filled } from './words.js'

const words = {
  changed: { zh: '本次备案变更的内容', en: 'What this filing changed' },
  changedText: { zh: '与 {at} 审核通过前的备案库相比，有 {count} 处不同，列在下方；其余内容未变更，已折叠。', en: 'Held against the register as it stood until this was approved on {at}. Differences: {count}, shown below; what stayed the same is folded.' },
  proposed: { zh: '本次备案拟变更的内容', en: 'What this filing would have changed' },
  proposedText: { zh: '本次备案于 {at} 终止，未变更备案库。与当时的备案库相比，有 {count} 处不同，列在下方；其余内容已折叠。', en: 'It ended on {at} and changed nothing in the register. Differences from the register of that time: {count}, shown below; what was the same is folded.' },
  same: { zh: '本次备案的内容与备案库一致', en: 'This filing says what the register said already' },
  sameText: { zh: '与 {at} 办结时的备案库相比，没有不同。', en: 'Held against the register as it stood when this ended on {at}, nothing differs.' },
  unknown: { zh: '无法显示本次备案变更了哪些内容', en: 'What this filing changed cannot be shown' },
  unknownText: { zh: '该备案于 {at} 办结，当时系统尚未保存变更前的内容。以下为申请的全部内容。', en: 'It ended on {at}, before the system began to keep what stood in the register until then. Below is everything that the filing said.' },
} satisfies Record<string, Bilingual>

/** Of a filing that has ended: with what its content is compared below, and what came of it. Nothing while it runs, and where there is nothing to compare. */
export function ChangesLead({ filing }: { readonly filing: FilingView }) {
  const say = useSay()
  const format = useFormat()
  const { comparedWith, content, differences, status, statusSince } = filing
  if (content.form !== 'registration' || comparedWith === 'nothing' || comparedWith === 'register') return null
  const which = comparedWith === 'unknown' ? 'unknown' : differences.length === 0 ? 'same' : status === 'approved' ? 'changed' : 'proposed'
  return <Banner tone="neutral" title={say(words[which])}>{filled(say(words[`${which}Text`]), { at: format.dayAndTime(statusSince), count: differences.length })}</Banner>
}
