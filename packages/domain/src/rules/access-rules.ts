import type { RulesInForce } from '../rule-data/rules-in-force.js'
import { isBlank, notChosen, notInTable } from './faults.js'
import { unusableBlock, type IpAddress } from './ip-address.js'
import { fault, type Fault, type Rule } from './rule.js'
import type { AccessScope, Range } from './scopes.js'

export interface SoundRange {
  readonly typed: string
  readonly from: IpAddress
  readonly to: IpAddress
}

const isSound = (range: Range): range is SoundRange =>
  range.from !== null && range.to !== null && range.from.family === range.to.family && range.from.value <= range.to.value

/** Ranges whose both ends are addresses of one family, in order. */
export const soundRanges = (access: AccessScope): SoundRange[] => access.ranges.filter(isSound)

export const overlap = (one: SoundRange, other: SoundRange): boolean =>
  one.from.family === other.from.family && one.from.value <= other.to.value && other.from.value <= one.to.value

/** Wider than is hardly one customer's. */
const isVast = ({ from, to }: SoundRange, data: RulesInForce): boolean =>
  to.value - from.value >= 1n << BigInt(from.family === 4 ? 32 - data.value('widest-ipv4-range') : 128 - data.value('widest-ipv6-range'))

/** The first of these codes that the table does not offer. */
const notOffered = (table: 'accessModes' | 'serverPlaces', chosen: readonly string[], data: RulesInForce): string[] => chosen.filter((id) => !data.code(table, id)).slice(0, 1)

/** Access (接入信息), icp-filing.md §2.3. Whether the provider has reported a range (1063) is not judged here: that needs its reports. */
export const accessRules: readonly Rule<AccessScope>[] = [
  {
    id: 'A-01', severity: 'block', source: 'icp-filing §2.3', title: { zh: '接入商', en: 'Access provider' },
    check: ({ access, path }) => access.providerId !== '' ? undefined : fault(`${path}.providerId`,
      { zh: '尚未选择接入商。', en: 'No access provider is chosen.' },
      { zh: '请查询并从列表中选择接入商。', en: 'Search for the provider and choose it from the list.' }),
  },
  {
    id: 'A-02', severity: 'block', source: 'icp-filing §2.3, §2.9 (SPEC3 1035)', title: { zh: '接入方式', en: 'Access mode' },
    check: ({ access, path, data }) => access.modes.length === 0 ? notChosen(`${path}.modes`, '接入方式', 'access mode')
      : notOffered('accessModes', access.modes, data).map((mode) => notInTable(`${path}.modes`, '接入方式', 'access mode', data.decidedCode('accessModes', mode))),
  },
  {
    id: 'A-03', severity: 'block', source: 'icp-filing §2.3, §2.10 (SPEC3 1036)', title: { zh: '服务器放置地', en: 'Server place' },
    check: ({ access, path, data }) => access.places.length === 0 ? notChosen(`${path}.places`, '服务器放置地', 'server place')
      : notOffered('serverPlaces', access.places, data).map((place) => notInTable(`${path}.places`, '服务器放置地', 'server place', data.decidedCode('serverPlaces', place))),
  },
  {
    id: 'A-04', severity: 'block', source: 'icp-filing §2.3 (SPEC3 1023)', title: { zh: 'IP 地址', en: 'IP addresses' },
    check: ({ access, path }) => access.ipRanges.some(({ from, to }) => !isBlank(from) || !isBlank(to)) ? undefined : fault(`${path}.ipRanges`,
      { zh: '尚未填写 IP 地址。', en: 'No IP address is given.' },
      { zh: '请填写接入商分配的 IP 地址或地址段。', en: 'Enter the address or range that the provider has assigned.' }),
  },
  {
    id: 'A-05', severity: 'block', source: 'icp-filing §2.3 (SPEC3 1006)', title: { zh: 'IP 地址格式', en: 'Shape of IP addresses' },
    check: ({ access, ranges, path }) => access.ipRanges.flatMap(({ from, to }, index) => {
      if (isBlank(from) && isBlank(to)) return []
      const range = ranges[index]
      const ends = [{ typed: from, address: range?.from }, { typed: to, address: range?.to }]
      return ends.filter(({ address }) => !address).map(({ typed }) => isBlank(typed)
        ? fault(`${path}.ipRanges`,
          { zh: 'IP 地址段缺少起始或终止地址。', en: 'An IP range lacks one of its ends.' },
          { zh: '单个地址请在两处填写相同的地址。', en: 'For one address enter the same in both places.' })
        : fault(`${path}.ipRanges`,
          { zh: `“${typed}”不是 IP 地址。`, en: `“${typed}” is not an IP address.` },
          {
            zh: 'IPv4 写成四段十进制数，例如 192.0.2.1，不带前导零；IPv6 例如 2001:db8::1。',
            en: 'Write IPv4 as four decimal numbers without leading zeros, for example 192.0.2.1; IPv6 for example 2001:db8::1.',
          }))
    }),
  },
  {
    id: 'A-06', severity: 'block', source: 'icp-filing §6 no 19 (SPEC3)', title: { zh: 'IP 地址段顺序', en: 'Order of an IP range' },
    check: ({ ranges, path }) => ranges.flatMap((range): Fault[] => {
      if (!range.from || !range.to || isSound(range)) return []
      return [range.from.family !== range.to.family
        ? fault(`${path}.ipRanges`,
          { zh: `${range.typed} 的两端不是同一种 IP 地址。`, en: `The ends of ${range.typed} are of different kinds.` },
          { zh: '请将 IPv4 和 IPv6 分开填写。', en: 'Enter IPv4 and IPv6 as separate ranges.' })
        : fault(`${path}.ipRanges`,
          { zh: `${range.typed} 的起始地址大于终止地址。`, en: `${range.typed} begins after its end.` },
          { zh: '请交换两端。', en: 'Exchange the two ends.' })]
    }),
  },
  {
    id: 'A-07', severity: 'block', source: 'icp-filing §6 no 19 (SPEC3 1006, 1063; RFC 6890)', title: {
      zh: 'IP 地址为公网地址',
      en: 'IP addresses are public',
    },
    check: (scope) => soundRanges(scope).flatMap((range): Fault[] => {
      const block = unusableBlock(range.from, range.to)
      return block === undefined ? [] : [fault(`${scope.path}.ipRanges`,
        { zh: `${range.typed} 包含${block.zh}，不能用于接入。`, en: `${range.typed} holds ${block.en} and cannot be an access.` },
        { zh: '请填写接入商分配的公网 IP 地址。', en: 'Enter the public address that the provider has assigned.' })]
    }),
  },
  {
    id: 'A-08', severity: 'warn', source: 'icp-filing §2.3 (SPEC3 1040)', title: { zh: 'IP 地址不重复', en: 'IP addresses are given once' },
    check: (scope) => {
      const sorted = soundRanges(scope).sort((one, other) => (one.from.value < other.from.value ? -1 : 1))
      const faults: Fault[] = []
      for (const [index, range] of sorted.entries()) {
        const before = sorted.slice(0, index).find((one) => overlap(one, range))
        if (before) faults.push(fault(`${scope.path}.ipRanges`,
          { zh: `${range.typed} 与 ${before.typed} 重复。`, en: `${range.typed} repeats ${before.typed}.` },
          { zh: '请删除重复的部分。', en: 'Remove what is repeated.' }))
      }
      return faults
    },
  },
  {
    id: 'A-09', severity: 'reviewer', source: 'icp-filing §6 no 19 (SPEC3 1063)', title: {
      zh: 'IP 地址段大小合理',
      en: 'An IP range is of a likely size',
    },
    check: (scope) => soundRanges(scope).filter((range) => isVast(range, scope.data)).map((range) => fault(`${scope.path}.ipRanges`,
      { zh: `${range.typed} 的范围过大。`, en: `${range.typed} is unusually large.` },
      { zh: '请只填写本网站使用的地址。', en: 'Enter only the addresses that this service uses.' },
      scope.data.decided(range.from.family === 4 ? 'widest-ipv4-range' : 'widest-ipv6-range'))),
  },
]
