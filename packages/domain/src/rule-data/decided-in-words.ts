import type { Bilingual } from '../bilingual.js'
import { findProvince } from '../code-tables/provinces.js'
import { sourceText } from '../sources/source-text.js'
import type { DecidedBy } from './decided-by.js'

const country: Bilingual = { zh: '全国', en: 'Whole country' }

/** Provinces by name; '' is the country. */
export const placesInWords = (codes: readonly string[]): Bilingual => {
  const named = codes.map((code) => findProvince(code) ?? country)
  return { zh: named.map(({ zh }) => zh).join('、'), en: named.map(({ en }) => en).join(', ') }
}

/** `16 周岁，自 2021-01-01 起，依据华为云备案文档，待核实`. */
export const standingInWords = ({ value, from, to, source, confirmed }: Pick<DecidedBy, 'value' | 'from' | 'to' | 'source' | 'confirmed'>): Bilingual => {
  const said = sourceText(source)
  return {
    zh: `${value.zh}${from && `，自 ${from} 起`}${to && `，至 ${to} 止`}，依据${said.zh}${confirmed ? '' : '，待核实'}`,
    en: `${value.en}${from && `, since ${from}`}${to && `, until ${to}`}, by ${said.en}${confirmed ? '' : ', not confirmed'}`,
  }
}

/** `广东省 · 个人主办者的最低年龄：16 周岁，自 2021-01-01 起，依据华为云备案文档，待核实`. */
export const decidedInWords = (decided: DecidedBy): Bilingual => {
  const [place, { title }, standing] = [placesInWords([decided.province]), decided, standingInWords(decided)]
  return { zh: `${place.zh} · ${title.zh}：${standing.zh}`, en: `${place.en} · ${title.en}: ${standing.en}` }
}
