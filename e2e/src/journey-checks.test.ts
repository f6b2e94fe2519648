import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const rows = [
  'R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'F1a', 'F1b', 'F1c', 'F2', 'F3a', 'F3b', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9a', 'F9b', 'F10a', 'F10b', 'F11a', 'F11b', 'F11c', 'F12a',
  'F12b', 'F13', 'F14', 'F15', 'F16', 'F17', 'F18', 'F19a', 'F19b', 'F20', 'F21', 'F22', 'F23', 'F24', 'F25', 'F26',
]

const folder = fileURLToPath(new URL('.', import.meta.url))
const table = readFileSync(fileURLToPath(new URL('../../docs/how-to/journey-checks.md', import.meta.url)), 'utf8')
const lines = table.split('\n').filter((line) => /^\| [RF]\d/.test(line)).map((line) => {
  const [row = '', , file = '', title = ''] = line.split('|').slice(1).map((cell) => cell.trim())
  return { row, file, title: title.replace(/…$/, '').trim() }
})

test('every row of the owner’s journey has a check in the table', () => {
  expect(rows.filter((row) => !lines.some((line) => line.row === row))).toEqual([])
})

test('every check of the table is a test that carries its row', () => {
  const lost = lines.filter(({ row, file, title }) => {
    const named = readFileSync(`${folder}${file}`, 'utf8').split('\n').find((line) => line.includes(`scene(`) && line.includes(title))
    return !named || !(/\[([^\]]+)\]['`],/.exec(named)?.[1]?.split(', ').includes(row))
  })
  expect(lost).toEqual([])
})
