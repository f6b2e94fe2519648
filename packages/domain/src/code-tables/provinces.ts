import type { Bilingual } from '../bilingual.js'
import type { CodeRow } from './code-row.js'

export interface Province extends CodeRow {
  /** GB/T 2260, six digits; the same as `id`. */
  readonly code: string
  readonly short: string
  readonly full: string
  readonly pinyin: string
  /** First character of its filing numbers. Carried as data, never derived: it is not always the usual short name (icp-filing.md §5). */
  readonly icpCharacter: string
  readonly administration: Bilingual
}

const province = (
  code: string, icpCharacter: string, short: string, full: string, en: string, pinyin: string, seen = false,
): Province => ({
  id: code, code, zh: full, en, short, full, pinyin, icpCharacter,
  // `seen`: the character was met in real numbers; the others follow common usage.
  confirmed: seen,
  administration: { zh: `${full}通信管理局`, en: `${en} Communications Administration` },
})

/** The 31 provinces that have an administration. Servers stand in them too (icp-filing.md §2.10). */
export const provinces: readonly Province[] = [
  province('110000', '京', '北京', '北京市', 'Beijing', 'beijing', true),
  province('120000', '津', '天津', '天津市', 'Tianjin', 'tianjin', true),
  province('130000', '冀', '河北', '河北省', 'Hebei', 'hebei', true),
  province('140000', '晋', '山西', '山西省', 'Shanxi', 'shanxi'),
  province('150000', '蒙', '内蒙古', '内蒙古自治区', 'Inner Mongolia', 'neimenggu'),
  province('210000', '辽', '辽宁', '辽宁省', 'Liaoning', 'liaoning'),
  province('220000', '吉', '吉林', '吉林省', 'Jilin', 'jilin'),
  province('230000', '黑', '黑龙江', '黑龙江省', 'Heilongjiang', 'heilongjiang'),
  province('310000', '沪', '上海', '上海市', 'Shanghai', 'shanghai', true),
  province('320000', '苏', '江苏', '江苏省', 'Jiangsu', 'jiangsu'),
  province('330000', '浙', '浙江', '浙江省', 'Zhejiang', 'zhejiang', true),
  province('340000', '皖', '安徽', '安徽省', 'Anhui', 'anhui', true),
  province('350000', '闽', '福建', '福建省', 'Fujian', 'fujian'),
  province('360000', '赣', '江西', '江西省', 'Jiangxi', 'jiangxi'),
  province('370000', '鲁', '山东', '山东省', 'Shandong', 'shandong'),
  province('410000', '豫', '河南', '河南省', 'Henan', 'henan', true),
  province('420000', '鄂', '湖北', '湖北省', 'Hubei', 'hubei', true),
  province('430000', '湘', '湖南', '湖南省', 'Hunan', 'hunan'),
  province('440000', '粤', '广东', '广东省', 'Guangdong', 'guangdong', true),
  province('450000', '桂', '广西', '广西壮族自治区', 'Guangxi', 'guangxi'),
  province('460000', '琼', '海南', '海南省', 'Hainan', 'hainan'),
  province('500000', '渝', '重庆', '重庆市', 'Chongqing', 'chongqing'),
  province('510000', '蜀', '四川', '四川省', 'Sichuan', 'sichuan', true),
  province('520000', '黔', '贵州', '贵州省', 'Guizhou', 'guizhou', true),
  province('530000', '滇', '云南', '云南省', 'Yunnan', 'yunnan', true),
  province('540000', '藏', '西藏', '西藏自治区', 'Tibet', 'xizang'),
  province('610000', '陕', '陕西', '陕西省', 'Shaanxi', 'shaanxi', true),
  province('620000', '陇', '甘肃', '甘肃省', 'Gansu', 'gansu', true),
  province('630000', '青', '青海', '青海省', 'Qinghai', 'qinghai'),
  province('640000', '宁', '宁夏', '宁夏回族自治区', 'Ningxia', 'ningxia'),
  province('650000', '新', '新疆', '新疆维吾尔自治区', 'Xinjiang', 'xinjiang'),
]

/** By the first character of a filing number. */
export const provinceOfCharacter = (character: string): Province | undefined => provinces.find((row) => row.icpCharacter === character)

/** Where servers may stand (服务器放置地): the provinces of the mainland by their codes, since a filed website is served from nowhere else. */
export const serverPlaces: readonly CodeRow[] = provinces.map(({ code, full, en }) => ({ id: code, zh: full, en, confirmed: true }))

const byCode: ReadonlyMap<string, Province> = new Map(provinces.map((row) => [row.code, row]))

export const findProvince = (code: string): Province | undefined => byCode.get(code)

/** For what people read: an unknown code is shown as it is. */
export const provinceName = (code: string): Bilingual => findProvince(code) ?? { zh: code, en: code }

export const administrationName = (code: string): Bilingual => findProvince(code)?.administration ?? { zh: code, en: code }
