import { createHash } from 'node:crypto'
import { provinces } from '@icp/domain'
import { cities } from '@icp/domain/divisions'
import { pinyin } from 'pinyin-pro'
import type { NewProvider } from '../providers/providers.api.js'

/**
 * Invented access providers: two for each province, and a few whose names share words, so that a query of two keywords has something to tell
 * apart. All carry 示例 (“sample”) in their name; their addresses are the documentation ranges (RFC 5737, RFC 3849).
 */
const words: Readonly<Record<string, readonly [string, string]>> = {
  '110000': ['云杉', '星汉'], '120000': ['海河', '津门'], '130000': ['燕山', '白洋'], '140000': ['太行', '汾水'], '150000': ['草原', '敕勒'],
  '210000': ['辽河', '千山'], '220000': ['长白', '松江'], '230000': ['兴安', '冰城'], '310000': ['浦江', '申城'], '320000': ['金陵', '太湖'],
  '330000': ['西溪', '钱塘'], '340000': ['黄山', '巢湖'], '350000': ['鼓浪', '武夷'], '360000': ['滕王', '庐峰'], '370000': ['泰岱', '泉城'],
  '410000': ['嵩岳', '洛水'], '420000': ['楚天', '东湖'], '430000': ['岳麓', '湘江'], '440000': ['珠江', '南粤'], '450000': ['漓江', '邕城'],
  '460000': ['椰风', '琼海'], '500000': ['嘉陵', '山城'], '510000': ['锦城', '蜀道'], '520000': ['黔灵', '甲秀'], '530000': ['滇池', '苍山'],
  '540000': ['雪域', '珠峰'], '610000': ['长安', '渭水'], '620000': ['陇原', '河西'], '630000': ['昆仑', '青湖'], '640000': ['贺兰', '塞上'],
  '650000': ['天山', '绿洲'],
}

const trades = [
  ['云计算', 'Cloud Computing'], ['数据', 'Data'], ['网络科技', 'Network Technology'], ['信息服务', 'Information Services'], ['通信', 'Communications'],
  ['互联', 'Interconnect'], ['数字科技', 'Digital Technology'],
] as const
type Trade = (typeof trades)[number]

const shared: readonly (readonly [province: string, word: string, trade: Trade, state?: 'suspended'])[] = [
  ['330000', '阿里山', trades[0]], ['330000', '云阿里', trades[1]], ['540000', '阿里', trades[1]], ['530000', '云岭阿里', trades[2]], ['110000', '云上', trades[3]],
  ['440000', '阿里停云', trades[0], 'suspended'],
]

/** A stable id (UUID version 8) from a name, so that demo data is the same in every installation. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`icp-demo:${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const documentationBlocks = ['192.0.2.0', '198.51.100.0', '203.0.113.0']
const blocksPerRange = 32

/** The n-th /29 of the documentation ranges, and the /48 of 2001:db8::/32 that its id begins with. */
const ipBlocksOf = (n: number, id: string): string[] => {
  const base = documentationBlocks[Math.floor(n / blocksPerRange) % documentationBlocks.length] ?? ''
  return [`${base.replace(/0$/, String((n % blocksPerRange) * 8))}/29`, `2001:db8:${parseInt(id.slice(0, 4), 16).toString(16)}::/48`]
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function providerOf(province: string, word: string, [tradeZh, tradeEn]: Trade, index: number, state: 'active' | 'suspended' = 'active'): NewProvider {
  const place = provinces.find(({ code }) => code === province)
  if (!place) throw new Error(`no province ${province}`)
  const name = `${place.short}示例${word}${tradeZh}有限公司`
  return {
    id: demoId(name), name, nameEn: `Sample ${capitalised(pinyin(word, { toneType: 'none', separator: '' }))} ${tradeEn} (${place.en}) Co., Ltd.`,
    licence: `B1-2026${String(index + 1).padStart(4, '0')}`, province, city: cities(province)[0]?.code ?? '', state, ipBlocks: ipBlocksOf(index, demoId(name)),
  }
}

export const demoProviders: readonly NewProvider[] = [
  ...Object.entries(words).flatMap(([province, pair]) => pair.map((word) => ({ province, word, state: undefined }))).map(
    ({ province, word }, index) => providerOf(province, word, trades[index % trades.length] ?? trades[0], index)),
  ...shared.map(([province, word, trade, state], index) => providerOf(province, word, trade, Object.keys(words).length * 2 + index, state)),
]

/** By a part of its name that only it has. Throws when there is none. */
export function demoProvider(part: string): NewProvider {
  const provider = demoProviders.find(({ name }) => name.includes(part))
  if (!provider) throw new Error(`no demo provider is called ${part}`)
  return provider
}
