import { type Finding, type ProviderField, Refusal } from '@icp/domain'

export const noSuchProvider = () => new Refusal('not-found', 'provider-not-found', { zh: '没有找到该接入服务提供者。', en: 'There is no such access provider.' })

export const providerInvalid = (findings: readonly Finding[]) =>
  new Refusal('invalid', 'provider-invalid', { zh: '填写的内容有误，请按提示修改。', en: 'Some fields need another look.' }, { findings })

export const changedMeanwhile = () => new Refusal('conflict', 'changed-meanwhile', {
  zh: '其他人刚刚修改了此内容，请重新打开后再修改。', en: 'Somebody else has changed this meanwhile. Open it again before you change it.',
})

export const standsSo = (suspended: boolean) => new Refusal('conflict', 'already-so', suspended
  ? { zh: '该接入服务提供者已经暂停。', en: 'This access provider is suspended already.' }
  : { zh: '该接入服务提供者没有暂停。', en: 'This access provider is not suspended.' })

/** Name and licence are one provider's each. */
export const takenFinding = (path: Extract<ProviderField, 'name' | 'licence'>): Finding => ({
  rule: 'O-06', path, severity: 'block', source: 'icp-filing §2.3',
  text: path === 'name' ? { zh: '已有同名的接入服务提供者。', en: 'An access provider of this name is there already.' } : { zh: '该许可证号属于另一家接入服务提供者。', en: 'This licence number is another provider’s.' },
  fix: { zh: '请核对，或者在列表中打开已有的一家进行修改。', en: 'Check it, or open the one that is there and change that.' },
})
