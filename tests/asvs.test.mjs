// docs/asvs.md says what proves each requirement; here: that the table is whole and that what it names is there.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { read, top } from './sources.mjs'

/** What applies of level 2, per chapter and section. */
const applicable = [
  '1.1.1-2 1.2.1-5 1.2.9 1.3.2-4 1.3.6-7 1.3.10-11 1.5.1-2', '2.1.1-3 2.2.1-3 2.3.1-4 2.4.1', '3.2.1-2 3.3.1-4 3.4.1-6 3.5.1-5 3.7.2', '4.1.1-3 4.2.1',
  '5.1.1 5.2.1-3 5.3.1-2 5.4.1-3', '6.1.1-3 6.2.1-12 6.3.1-4 6.4.1-4 6.5.1-5 6.6.1-3', '7.1.1-2 7.2.1-4 7.3.1-2 7.4.1-5 7.5.1-2', '8.1.1-2 8.2.1-3 8.3.1 8.4.1',
  '9.1.1-3 9.2.1-4', '11.1.1-2 11.2.1-3 11.3.1-3 11.4.1-4 11.5.1 11.6.1', '12.1.1-3 12.2.1-2 12.3.1-4', '13.1.1 13.2.1-5 13.3.1-2 13.4.1-5', '14.1.1-2 14.2.1-4 14.3.1-3',
  '15.1.1-3 15.2.1-3 15.3.1-7', '16.1.1 16.2.1-5 16.3.1-4 16.4.1-3 16.5.1-3',
].flatMap((chapter) => chapter.split(' ')).flatMap(spread)

/** Taken from level 3, because of what this system holds and decides. */
const taken = ['2.3.5', '6.3.7', '6.3.8', '6.4.6', '7.5.3', '8.3.2', '11.3.4', '14.2.6', '14.2.7', '16.5.4']

/** `1.2.1-5` as its five ids. */
function spread(range) {
  const [, section, first, last = first] = /^(\d+\.\d+)\.(\d+)(?:-(\d+))?$/.exec(range)
  return Array.from({ length: last - first + 1 }, (_, n) => `${section}.${Number(first) + n}`)
}

const text = read('docs/asvs.md')
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| (.+?) \| (.+) \|$/gm)].map(([, id, what, proof]) => ({ id, what, proof }))

test('the table of ASVS holds each of the 193 applicable requirements and the ten of level 3 once, in order', () => {
  assert.equal(applicable.length, 193)
  assert.deepEqual(rows.map(({ id }) => id), [...applicable, ...taken])
})

/** The sentences of what is wrong with what a row names; several proofs stand one after the other, each in its own backticks. */
function faultsOf({ id, proof }) {
  return /^(?:open|not there): ./.test(proof) ? [] : proof.split(/; (?=`)/).flatMap((one) => faultOf(id, one))
}

function faultOf(id, proof) {
  const [, file, title] = /^`([^`]+)`(?: › (.+))?$/.exec(proof) ?? []
  if (!file) return [`${id}: ${proof} names no file`]
  if (!fs.existsSync(path.join(top, file))) return [`${id}: ${file} is not there`]
  return title && !read(file).includes(title) ? [`${id}: ${file} does not hold "${title}"`] : []
}

test('every test and document that the table of ASVS names is there', () => {
  assert.deepEqual(rows.flatMap(faultsOf), [])
})

test('the table of ASVS counts honestly', () => {
  const open = rows.filter(({ proof }) => proof.startsWith('open: ')).length
  const absent = rows.filter(({ proof }) => proof.startsWith('not there: ')).length
  assert.match(text, new RegExp(`\\*\\*${rows.length - open - absent} proven, ${absent} not there, ${open} open\\.\\*\\*`))
})

test('a title that is gone is noticed', () => {
  assert.equal(faultsOf({ id: '0.0.0', proof: '`docs/map.md` › no such sentence' }).length, 1)
  assert.equal(faultsOf({ id: '0.0.0', proof: '`docs/nothing.md`' }).length, 1)
  assert.equal(faultsOf({ id: '0.0.0', proof: '`docs/map.md` › # Map; `docs/nothing.md`' }).length, 1)
})
