import { expect, test } from '@jest/globals'
import { cellOf, csv } from './csv.js'

const typed = [
  '=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠SUM', '"=1+1', ';=1', ',=1+1', 'x\n=1+1', 'x,=1', '" =1', ' =1', '\u200b=1', '\ufeff=1', "'=1", "'plain", '|cmd',
  '%0A=1', '=cmd|\' /C calc\'!A0', '=HYPERLINK("http://evil.example";"x")', '-2+3+cmd', '@', '=', '', '北京晨光书店', '010-66668888', 'a"b', "O'Neill", '京ICP备2026000001号-1',
]

/** As a spreadsheet program reads it. */
function read(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, end] of text.replace(/^\ufeff/, '').matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)!.push((quoted ?? '').replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

test('no cell begins with what a spreadsheet program runs, wherever it stands', () => {
  const cells = read(csv(['名称', 'note'], typed.map((text) => [text, text]))).flat()
  expect(cells).toHaveLength(2 + 2 * typed.length)
  expect(cells.filter((cell) => /^[\s\u200b\ufeff"]*[=+\-@＝＋－＠|%\t\r\n]/.test(cell))).toEqual([])
})

test('what was typed comes back from its cell, and plain text stands as it is', () => {
  const rows = read(csv(['h'], typed.map((text) => [text]))).slice(1)
  expect(rows.map(([cell]) => cellOf(cell ?? ''))).toEqual(typed)
  expect(csv(['编号'], [['京ICP备2026000001号']])).toBe('\ufeff"编号"\r\n"京ICP备2026000001号"\r\n')
})

test('without the apostrophe the same cells would run', () => {
  const naked = typed.map((text) => `"${text.replaceAll('"', '""')}"\r\n`).join('')
  expect(read(naked).flat().filter((cell) => /^[=+\-@＝＋－＠]/.test(cell)).length).toBeGreaterThan(10)
})
