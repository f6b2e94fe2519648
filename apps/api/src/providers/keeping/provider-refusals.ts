import { type Finding, type ProviderField, Refusal } from '@icp/domain'

export const noSuchProvider = () => new Refusal('not-found', 'provider-not-found', { zh: '没有找到该接入服务提供者。', en: 'There is no such access provider.' })

export const providerInvalid = (findings: readonly Finding[]) =>
  new Refusal('invalid', 'provider-invalid', { zh: '填写的内容有误，请按提示修改。', en: 'Some fields need another look.' }, { findings })

export const standsSo = (suspended: boolean) => new Refusal('conflict', 'already-so', suspended
  ? { zh: '该接入服务提供者已经暂停。', en: 'This access provider is suspended already.' }
  : { zh: '该接入服务提供者没有暂停。', en: 'This access provider is not suspended.' })

/** An address has one holder (icp-filing.md §4.5, 1024). Whose the others are, the list shows. */
export const overlapFinding = (blocks: readonly string[]): Finding => ({
  rule: 'O-09', path: 'ipBlocks', severity: 'block', source: 'icp-filing §4.5 (SPEC3 1024)',
  text: { zh: `与另一家接入服务提供者的地址段重叠：${blocks.slice(0, 3).join('、')}。`, en: `Overlaps with another provider’s blocks: ${blocks.slice(0, 3).join(', ')}.` },
  fix: { zh: '请与双方核对；地址已转让的，先修改原持有者的地址段。', en: 'Check with both. If the addresses have changed hands, change the former holder’s blocks first.' },
})

/** Name and licence are one provider's each. */
export const takenFinding = (path: Extract<ProviderField, 'name' | 'licence'>): Finding => ({
  rule: 'O-06', path, severity: 'block', source: 'icp-filing §2.3',
  text: path === 'name' ? { zh: '已有同名的接入服务提供者。', en: 'An access provider of this name is there already.' } : { zh: '该许可证号属于另一家接入服务提供者。', en: 'This licence number is another provider’s.' },
  fix: { zh: '请核对，或者在列表中打开已有的一家进行修改。', en: 'Check it, or open the one that is there and change that.' },
})
