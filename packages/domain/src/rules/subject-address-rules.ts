import { findProvince, provinces } from '../code-tables/provinces.js'
import type { Bilingual } from '../bilingual.js'
import type { EndedDivision } from '../rule-data/divisions-in-force.js'
import type { RulesInForce } from '../rule-data/rules-in-force.js'
import { isBlank, notChosen, notInTable, required } from './faults.js'
import { fault, type Fault, type Rule } from './rule.js'
import type { SubjectScope } from './scopes.js'

const levels = [
  { field: 'province', zh: '省份', en: 'province' },
  { field: 'city', zh: '城市', en: 'city' },
  { field: 'county', zh: '区县', en: 'county' },
] as const

const regionNames = provinces.flatMap(({ full, short }) => [full, `${short}省`, `${short}市`])

const outside = (path: string, inner: Bilingual, outer: Bilingual): Fault => fault(path,
  { zh: `所选${inner.zh}不属于所选${outer.zh}。`, en: `The chosen ${inner.en} is not in the chosen ${outer.en}.` },
  { zh: `请重新选择${inner.zh}。`, en: `Choose the ${inner.en} again.` })

const quoted = (names: readonly Bilingual[]): Bilingual => ({
  zh: names.map(({ zh }) => `“${zh}”`).join('或'), en: names.map(({ en }) => en).join(' or '),
})

const hasEnded = (path: string, level: Bilingual, ended: EndedDivision, data: RulesInForce): Fault => {
  const { zh, en, day, successors } = ended
  const to = quoted(successors)
  return fault(path,
    { zh: `所选${level.zh}“${zh}”已自 ${day} 起撤销。`, en: `The chosen ${level.en}, ${en}, exists no more since ${day}.` },
    { zh: `请改选${to.zh}。`, en: `Choose ${to.en} instead.` }, data.decidedDivision(ended))
}

/** Where the subject lives: codes of the table of divisions as it stands today. What is in the register keeps its codes, and is judged again only when it is changed. */
export const subjectAddressRules: readonly Rule<SubjectScope>[] = [
  {
    id: 'S-18', severity: 'block', source: 'icp-filing §2.1 (SPEC3; WX: the county)', title: {
      zh: '省、市、区县',
      en: 'Province, city and county',
    },
    check: ({ subject }) => levels
      .filter(({ field }) => subject[field] === '')
      .map(({ field, zh, en }) => notChosen(`subject.${field}`, zh, en)),
  },
  {
    id: 'S-19', severity: 'block', source: 'icp-filing §2.1 (SPEC3 1019)', title: { zh: '行政区划代码', en: 'Region codes' },
    check: ({ subject: { province, city, county }, data }) => {
      if (province !== '' && !findProvince(province)) return notInTable('subject.province', '省份', 'province')
      if (city !== '' && !(/^\d{4}00$/.test(city) && city.slice(2, 4) !== '00' && city.startsWith(province.slice(0, 2)))) {
        return outside('subject.city', { zh: '城市', en: 'city' }, { zh: '省份', en: 'province' })
      }
      if (city !== '' && data.division(city).state === 'unknown') return notInTable('subject.city', '城市', 'city')
      if (county === '') return undefined
      if (!/^\d{6}$/.test(county) || !county.startsWith(city.slice(0, 4))) return outside('subject.county', { zh: '区县', en: 'county' }, { zh: '城市', en: 'city' })
      const isCityItself = county.endsWith('00')
      return data.division(county).state === 'unknown' || (isCityItself && (county !== city || data.hasCounties(city))) ? notInTable('subject.county', '区县', 'county') : undefined
    },
  },
  {
    id: 'S-32', severity: 'block', source: 'icp-filing §2.1 (GB/T 2260)', title: { zh: '所选行政区未撤销', en: 'The chosen divisions still exist' },
    check: ({ subject, data }) => levels.flatMap((level) => {
      const standing = data.division(subject[level.field])
      return standing.state === 'ended' ? [hasEnded(`subject.${level.field}`, level, standing.ended, data)] : []
    }),
  },
  {
    id: 'S-20', severity: 'block', source: 'icp-filing §2.1', title: { zh: '通信地址', en: 'Mailing address' },
    check: ({ subject }) => required(subject.address, 'subject.address', '通信地址', 'mailing address'),
  },
  {
    id: 'S-21', severity: 'warn', source: 'icp-filing §2.1 (WX)', title: {
      zh: '通信地址不重复省市名称',
      en: 'The mailing address does not repeat the region',
    },
    check: ({ subject }) => regionNames.some((name) => subject.address.trim().startsWith(name)) ? fault('subject.address',
      { zh: '通信地址重复了省市名称。', en: 'The mailing address repeats the region.' },
      { zh: '省、市、区县已单独填写，请从街道或乡镇写起。', en: 'Province, city and county are given apart; begin with the street or township.' }) : undefined,
  },
  {
    id: 'S-22', severity: 'warn', source: 'icp-filing §2.1 (NE)', title: { zh: '通信地址详细', en: 'The mailing address is complete and plain' },
    check: ({ subject: { address } }) => {
      if (isBlank(address)) return undefined
      const faults: Fault[] = []
      if (!/[\p{Nd}〇一二三四五六七八九十百]/u.test(address)) faults.push(fault('subject.address',
        { zh: '通信地址没有门牌号。', en: 'The mailing address has no number.' },
        { zh: '请精确到门牌号或房间号；村组没有门牌号的可忽略。', en: 'Give it down to the building or room; ignore this where houses have no numbers.' }))
      if (/[^\p{L}\p{M}\p{N}()（）\-－—–#＃、，,.·\s]/u.test(address)) faults.push(fault('subject.address',
        { zh: '通信地址含有特殊符号。', en: 'The mailing address holds special signs.' },
        { zh: '请去掉符号，只保留文字、数字、括号和“-”。', en: 'Keep letters, digits, brackets and “-” only.' }))
      return faults
    },
  },
]
