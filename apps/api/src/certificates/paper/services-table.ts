import type { CertificateFonts } from './certificate-fonts.js'
import type { CertificateService } from './certificate-content.js'
import { serviceTypes, words, type Words } from './certificate-words.js'
import { palette, type Sheet, type TextStyle } from './sheet.js'
import { fitted, type Step, wrap } from './text-wrapping.js'

/** The table of services: measured first, cut into pages, then drawn. Lengths in points. */
interface CellLine extends TextStyle {
  readonly text: string
  readonly leading: number
}

interface Row { readonly cells: readonly (readonly CellLine[])[] }

/** A run of rows that share one page. */
export interface TablePart {
  readonly rows: readonly Row[]
  readonly height: number
}

interface Column {
  readonly width: number
  readonly title: Words
}

const columns: readonly Column[] = [
  { width: 28, title: words.number },
  { width: 122, title: words.serviceNumber },
  { width: 142, title: words.serviceName },
  { width: 119, title: words.domain },
  { width: 60, title: words.serviceApprovedOn },
]

export const tableWidth = columns.reduce((sum, { width }) => sum + width, 0)
const headHeight = 27
const padding = { x: 5, top: 5, bottom: 5 }
const nameSteps: readonly Step[] = [{ size: 9, lines: 3 }, { size: 8, lines: 5 }, { size: 7, lines: Infinity }]
const domainSteps: readonly Step[] = [{ size: 8.5, lines: 2 }, { size: 7, lines: Infinity }]

const heightOf = (lines: readonly CellLine[]): number => lines.reduce((sum, { leading }) => sum + leading, 0)
const heightOfRow = ({ cells }: Row): number => Math.max(...cells.map(heightOf)) + padding.top + padding.bottom

function rowOf(service: CertificateService, index: number, fonts: CertificateFonts): Row {
  const room = (column: number): number => (columns[column]?.width ?? 0) - 2 * padding.x
  const inFont = (weight: 'regular' | 'bold') => fonts[weight].width
  const line = (text: string, size: number, more: Omit<TextStyle, 'size'> = {}): CellLine => ({ text, size, leading: size * 1.36, ...more })
  const small = (text: string, column: number): CellLine[] =>
    wrap(text, inFont('regular'), 6.5, room(column)).map((part) => line(part, 6.5, { colour: palette.grey }))
  const name = fitted(service.name, inFont('bold'), room(2), nameSteps)
  const type = serviceTypes[service.type]
  return {
    cells: [
      [line(String(index + 1), 8.5, { colour: palette.grey })],
      wrap(service.number, inFont('bold'), 8.5, room(1)).map((part) => line(part, 8.5, { weight: 'bold', colour: palette.navy })),
      [...name.lines.map((part) => line(part, name.size, { weight: 'bold' })), ...small(`${type.zh} ${type.en}`, 2)],
      service.domains.length === 0 ? [line(words.noDomain.zh, 8.5)] : service.domains.flatMap(({ unicode, ascii }) => {
        const shown = fitted(unicode, inFont('regular'), room(3), domainSteps)
        return [...shown.lines.map((part) => line(part, shown.size)), ...(ascii === unicode ? [] : small(ascii, 3))]
      }),
      [line(service.approvedOn, 8.5)],
    ],
  }
}

/** Cuts a row that is taller than a whole page: what fits into `height` points, and the rest with its number repeated. */
function cut(row: Row, height: number): readonly [Row, Row] {
  const room = height - padding.top - padding.bottom
  const fitting = row.cells.map((lines) => {
    let used = 0
    return lines.filter(({ leading }) => (used += leading) <= room).length
  })
  return [
    { cells: row.cells.map((lines, column) => lines.slice(0, fitting[column])) },
    { cells: row.cells.map((lines, column) => (column === 0 ? lines : lines.slice(fitting[column]))) },
  ]
}

/**
 * Lays the services out in order: `firstHeight` points on the first page (its part may be empty), `nextHeight` on each page after it. A row
 * is kept together unless it is taller than a whole page.
 */
export function layOutServices(
  services: readonly CertificateService[], fonts: CertificateFonts, firstHeight: number, nextHeight: number,
): readonly TablePart[] {
  const parts: { rows: Row[]; height: number }[] = [{ rows: [], height: headHeight }]
  const waiting = services.map((service, index) => rowOf(service, index, fonts))
  for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
    const part = parts.at(-1)!
    const room = (parts.length === 1 ? firstHeight : nextHeight) - part.height
    const height = heightOfRow(row)
    if (height <= room) {
      part.rows.push(row)
      part.height += height
    } else if (part.rows.length > 0 || parts.length === 1) {
      parts.push({ rows: [], height: headHeight })
      waiting.unshift(row)
    } else {
      const [fits, rest] = cut(row, room)
      part.rows.push(fits)
      part.height += heightOfRow(fits)
      waiting.unshift(rest)
    }
  }
  return parts
}

function drawHead(sheet: Sheet, x: number, y: number): void {
  sheet.box(x, y, tableWidth, headHeight, { fill: palette.navy })
  let left = x
  for (const { width, title } of columns) {
    sheet.text(title.zh, left + padding.x, y + 11.5, { size: 8.5, weight: 'bold', colour: palette.white })
    sheet.text(title.en, left + padding.x, y + 21, { size: 6.2, colour: palette.white })
    left += width
  }
}

/** Draws one part with its top left corner at (x, y). */
export function drawServices(sheet: Sheet, part: TablePart, x: number, y: number): void {
  if (part.rows.length === 0) return
  drawHead(sheet, x, y)
  let top = y + headHeight
  part.rows.forEach((row, index) => {
    const height = heightOfRow(row)
    if (index % 2 === 1) sheet.box(x, top, tableWidth, height, { fill: palette.shade })
    let left = x
    row.cells.forEach((lines, column) => {
      let baseline = top + padding.top
      for (const { text, leading, ...style } of lines) {
        baseline += leading
        sheet.text(text, left + padding.x, baseline - leading * 0.26, style)
      }
      left += columns[column]?.width ?? 0
    })
    top += height
    sheet.line(x, top, x + tableWidth, top, palette.rule)
  })
  sheet.line(x, top, x + tableWidth, top, palette.navy, 0.8)
}
