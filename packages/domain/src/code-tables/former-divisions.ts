import type { Bilingual } from '../bilingual.js'

/** A city or county with its name as it is shown. */
export interface NamedDivision extends Bilingual {
  /** Six digits. */
  readonly code: string
}

export interface FormerDivision extends NamedDivision {
  /** The first day on which it did not exist any more: when the change was made public. */
  readonly ended: string
  /** Where its territory went. A successor in another city is named with it. */
  readonly successors: readonly NamedDivision[]
  readonly source: string
  readonly confirmed: boolean
}

/** One change of divisions: what ended, and, as `founded`, which codes begin with it. */
interface DivisionChange {
  readonly day: string
  readonly source: string
  /** True where the approval or the announcement itself was read. */
  readonly confirmed: boolean
  /** `code name letters → code name letters, …` */
  readonly ended: readonly string[]
  readonly founded: readonly string[]
}

/**
 * Changes whose former codes are still met in old numbers and addresses (codes by the ministry's lists of 2002 to 2016 and 2024). Codes that were given again, such as
 * 500110 (万盛区, then 綦江区) or 330102, stand for what they mean now. Not a whole history: others are told as codes that the table does not hold.
 */
const changes: readonly DivisionChange[] = [
  {
    day: '2009-05-06', source: '上海市人民政府 2009-05-06 发布：国务院批复撤销南汇区', confirmed: false, founded: [],
    ended: ['310119 南汇区 Nanhui → 310115 浦东新区 Pudong'],
  },
  {
    day: '2009-11-09', source: '国函〔2009〕125号', confirmed: false, founded: ['120116'],
    ended: ['120107 塘沽区 Tanggu → 120116 滨海新区 Binhai', '120108 汉沽区 Hangu → 120116 滨海新区 Binhai', '120109 大港区 Dagang → 120116 滨海新区 Binhai'],
  },
  {
    day: '2010-07-01', source: '国函〔2010〕55号', confirmed: true, founded: [],
    ended: ['110103 崇文区 Chongwen → 110101 东城区 Dongcheng', '110104 宣武区 Xuanwu → 110102 西城区 Xicheng'],
  },
  {
    day: '2011-06-08', source: '上海市人民政府 2011-06-08 发布：国务院批复卢湾、黄浦两区合并', confirmed: false, founded: [],
    ended: ['310103 卢湾区 Luwan → 310101 黄浦区 Huangpu'],
  },
  {
    day: '2011-08-22', source: '国函〔2011〕84号', confirmed: true, founded: ['340181', '340124', '340522', '340523'],
    ended: [
      '341400 巢湖市 Chaohu → 340100 合肥市 Hefei, 340200 芜湖市 Wuhu, 340500 马鞍山市 Ma\'anshan',
      '341402 居巢区 Juchao → 340181 巢湖市 Chaohu @合肥市 Hefei', '341421 庐江县 Lujiang → 340124 庐江县 Lujiang @合肥市 Hefei',
      '341422 无为县 Wuwei → 340281 无为市 Wuwei @芜湖市 Wuhu', '341423 含山县 Hanshan → 340522 含山县 Hanshan @马鞍山市 Ma\'anshan',
      '341424 和县 Hexian → 340523 和县 Hexian @马鞍山市 Ma\'anshan, 340207 鸠江区 Jiujiang @芜湖市 Wuhu',
    ],
  },
  {
    day: '2012-09-01', source: '苏州市人民政府 2012-09-01 发布：国务院批复调整苏州市部分行政区划', confirmed: false, founded: ['320508', '320509'],
    ended: [
      '320502 沧浪区 Canglang → 320508 姑苏区 Gusu', '320503 平江区 Pingjiang → 320508 姑苏区 Gusu', '320504 金阊区 Jinchang → 320508 姑苏区 Gusu',
      '320584 吴江市 Wujiang → 320509 吴江区 Wujiang',
    ],
  },
  {
    day: '2015-11-04', source: '上海市人民政府 2015-11-04 发布：国务院批复闸北、静安两区合并', confirmed: false, founded: [],
    ended: ['310108 闸北区 Zhabei → 310106 静安区 Jing\'an'],
  },
  {
    day: '2019-01-09', source: '山东省人民政府 2019-01-09 发布：国务院批复调整济南市莱芜市行政区划', confirmed: true, founded: ['370116', '370117'],
    ended: [
      '371200 莱芜市 Laiwu → 370100 济南市 Jinan', '371202 莱城区 Laicheng → 370116 莱芜区 Laiwu @济南市 Jinan', '371203 钢城区 Gangcheng → 370117 钢城区 Gangcheng @济南市 Jinan',
    ],
  },
  {
    day: '2021-04-09', source: '国函〔2021〕29号', confirmed: true, founded: ['330113', '330114'],
    ended: ['330103 下城区 Xiacheng → 330105 拱墅区 Gongshu', '330104 江干区 Jianggan → 330102 上城区 Shangcheng, 330114 钱塘区 Qiantang'],
  },
]

/** How a place is called in letters beside its name. */
export const inLetters = (letters: string, zh: string): string => `${letters} (${zh})`

/** A place under the city in which it lies, where that is another one than the reader has before them. */
export const withCity = (place: NamedDivision, city: Bilingual): NamedDivision => ({ ...place, zh: `${city.zh}${place.zh}`, en: `${place.en}, ${city.en}` })

const named = (text: string): NamedDivision => {
  const [, code = '', zh = '', letters = '', city = '', cityLetters = ''] = /^(\d{6}) (\S+) (\S+)(?: @(\S+) (\S+))?$/.exec(text) ?? []
  const place = { code, zh, en: inLetters(letters, zh) }
  return city === '' ? place : withCity(place, { zh: city, en: inLetters(cityLetters, city) })
}

const former = new Map(changes.flatMap(({ day, source, confirmed, ended }) => ended.map((text): readonly [string, FormerDivision] => {
  const [of = '', to = ''] = text.split(' → ')
  const place = named(of)
  return [place.code, { ...place, ended: day, successors: to.split(', ').map(named), source, confirmed }]
})))

const founded = new Map(changes.flatMap(({ day, source, confirmed, founded: codes }) => codes.map((code) => [code, { day, source, confirmed }] as const)))

/** A city or county that ended before this table was shipped. */
export const formerDivision = (code: string): FormerDivision | undefined => former.get(code)

export const formerDivisions = (): readonly FormerDivision[] => [...former.values()]

/** Since when a code of the shipped table exists, where that is known. */
export const divisionFounded = (code: string): { readonly day: string; readonly source: string; readonly confirmed: boolean } | undefined => founded.get(code)
