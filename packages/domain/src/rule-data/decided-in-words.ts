import type { Bilingual } from '../bilingual.js'
import { findProvince } from '../code-tables/provinces.js'
import { sourceText } from '../sources/source-text.js'
import type { DecidedBy } from './decided-by.js'

const country: Bilingual = { zh: '全国', en: 'Whole country' }

/** `广东省 · 个人主办者的最低年龄：16 周岁，自 2021-01-01 起（华为云备案文档，待核实）`. */
export const decidedInWords = ({ title, value, province, from, to, source, confirmed }: DecidedBy): Bilingual => {
  const place = findProvince(province) ?? country
  const said = sourceText(source)
  return {
    zh: `${place.zh} · ${title.zh}：${value.zh}${from && `，自 ${from} 起`}${to && `，至 ${to} 止`}（${said.zh}${confirmed ? '' : '，待核实'}）`,
    en: `${place.en} · ${title.en}: ${value.en}${from && `, since ${from}`}${to && `, until ${to}`} (${said.en}${confirmed ? '' : '; not confirmed'})`,
  }
}
