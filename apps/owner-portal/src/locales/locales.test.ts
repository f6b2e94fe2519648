import { expect, test } from '@jest/globals'
import { menu } from '../menu.js'
import { en } from './en.js'
import { zhCN } from './zh-CN.js'

type Tree = { readonly [key: string]: string | Tree }

const texts = (tree: Tree, path = ''): Map<string, string> =>
  new Map(Object.entries(tree).flatMap(([key, part]): [string, string][] => (typeof part === 'string' ? [[`${path}${key}`, part]] : [...texts(part, `${path}${key}.`)])))

const [chinese, english] = [texts(zhCN), texts(en)]
/** Each once: one language may have to name a thing twice where the other says “it”. */
const places = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => String(name)))].toSorted()

test('both languages have the same texts', () => {
  expect([...english.keys()].toSorted()).toEqual([...chinese.keys()].toSorted())
})

test('a text puts the same values into both languages', () => {
  const differing = [...chinese].filter(([key, text]) => places(text).join() !== places(english.get(key) ?? '').join()).map(([key]) => key)
  expect(differing).toEqual([])
})

test('Chinese texts are Chinese, English texts have no Chinese sentence', () => {
  expect([...chinese].filter(([, text]) => text !== '' && !/[\u4e00-\u9fff]/.test(text) && /[a-z]{4}/i.test(text.replace(/\{\{\w+\}\}/g, ''))).map(([key]) => key)).toEqual([])
  expect([...english].filter(([, text]) => /[\u4e00-\u9fff]{4}/.test(text)).map(([key]) => key)).toEqual([])
})

test('no text of one language is empty where the other says something', () => {
  expect([...chinese].filter(([key, text]) => (text.trim() === '') !== ((english.get(key) ?? '').trim() === '')).map(([key]) => key)).toEqual([])
})

test('the tree has the places of the filing process, named in both languages', () => {
  const named = menu.flatMap((node) => [node, ...(node.children ?? [])]).map((node) => [node.label.zh, node.label.en])
  expect(named).toEqual(expect.arrayContaining([
    ['备案信息录入', 'Record filing information entry'], ['信息录入', 'Information entry'], ['信息浏览', 'Information browsing'], ['查询统计服务', 'Query statistics service'],
    ['备案进度查询', 'Record filing progress query'], ['ICP备案业务管理', 'ICP filing service management'], ['电子证书下载', 'Download e-certificate'],
    ['注销主体申请', 'Cancel subject application'], ['注销网站申请', 'Cancel website application'],
  ]))
})
