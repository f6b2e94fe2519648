// Every text exists in both languages, with the same blanks to fill.
import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { files, top } from './sources.mjs'

const languages = ['zh-CN', 'en']
const catalogues = files.filter((file) => /\/locales\/(?:zh-CN|en)\/[\w-]+\.ts$/.test(file))
const pairs = Map.groupBy(catalogues, (file) => file.replace(/\/locales\/(?:zh-CN|en)\//, '/locales/*/'))

for (const [name, found] of pairs) {
  test(`${name} says the same things in both languages`, async () => {
    assert.equal(found.length, languages.length, `one language is missing: there is only ${found}`)
    const [zh, en] = await Promise.all(languages.map((language) => textsOf(name.replace('*', language))))
    assert.deepEqual([...zh.keys()].filter((key) => !en.has(key)), [], 'missing in English')
    assert.deepEqual([...en.keys()].filter((key) => !zh.has(key)), [], 'missing in Chinese')
    assert.deepEqual([...zh].filter(([key, text]) => blanksOf(text) !== blanksOf(en.get(key))).map(([key]) => key), [], 'other blanks to fill')
    assert.deepEqual([...zh].filter(([key, text]) => (text === '') !== (en.get(key) === '')).map(([key]) => key), [], 'empty in one language')
  })
}

test('there are texts to compare', () => assert.ok(pairs.size > 0))

/** Texts of a catalogue by key. Plural forms count as one: Chinese has one form, English two. */
async function textsOf(file) {
  const texts = new Map()
  const collect = (value, key) => {
    if (typeof value === 'string') return texts.set(key.replace(/_(?:zero|one|two|few|many|other)$/, ''), value)
    for (const [name, inner] of Object.entries(value)) collect(inner, key === '' ? name : `${key}.${name}`)
  }
  for (const exported of Object.values(await import(path.join(top, file)))) collect(exported, '')
  return texts
}

const blanksOf = (text) => [...new Set(text.match(/\{\{\s*[\w.]+/g) ?? [])].map((blank) => blank.replace(/\W/g, '')).sort().join(' ')
