import type { CommandOf, Decision } from '../command.js'
import type { Filing } from '../filing.js'
import { formOf } from '../kind.js'
import { providersOf } from '../parties.js'
import { entering, invalid, next, requireNoBlocking } from './moves.js'

export const finish = (filing: Filing, { content, findings, record, receivingAccountId }: CommandOf<'finish'>, now: string): Decision => {
  if (content.form !== formOf(filing.kind)) {
    throw invalid('wrong-form', { zh: '内容与备案类型不符。', en: 'The content does not belong to this kind of filing.' })
  }
  requireNoBlocking(findings, {
    zh: '备案信息还有问题，请按提示修改后再点「完成」。', en: 'The filing still has problems. Mend what is marked, then finish.',
  })
  const providers = providersOf(content, record)
  if (providers.length === 0) {
    throw invalid('no-provider', content.form === 'registration'
      ? { zh: '请至少为一个网站添加接入信息并选择接入服务提供者。', en: 'Add an access and choose its access provider.' }
      : {
        zh: '该记录没有接入服务提供者（空壳备案），请直接向所在省通信管理局申请注销。',
        en: 'This record has no access provider left. Apply to the communications administration of your province.',
      })
  }
  const province = content.form === 'registration' ? content.subject.province : (record?.subject?.province ?? filing.province)
  if (content.form === 'migration') {
    return {
      filing: next(filing, { ...entering('awaiting-agreement', now), content, province, finishedAt: now, receivingAccountId: receivingAccountId ?? null, passes: [] }),
      effects: [{ type: 'revision', cause: 'finish' }, { type: 'notice', event: { type: 'agreement-asked' } }],
    }
  }
  return {
    filing: next(filing, {
      ...entering('with-providers', now), content, province, finishedAt: now,
      passes: providers.map((providerId) => ({ providerId, state: 'waiting' as const, at: null })),
    }),
    effects: [{ type: 'revision', cause: 'finish' }, { type: 'notice', event: { type: 'finished' } }],
  }
}
