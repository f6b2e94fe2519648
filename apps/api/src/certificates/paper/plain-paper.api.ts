import { type EmbeddedFont, PDF, type PDFPage } from '@libpdf/core'
import { type CertificateFont, loadCertificateFonts, type Weight } from './certificate-fonts.js'
import { joinContents, palette, Sheet, sheetHeight, sheetWidth } from './sheet.js'
import { wrap } from './text-wrapping.js'

export interface PaperRow {
  readonly label: string
  readonly value: string
}

export interface PaperPart {
  readonly title: string
  readonly rows: readonly PaperRow[]
}

/** A document of headed rows, such as an export; it is no certificate and carries no mark of one. */
export interface PlainPaper {
  readonly title: string
  readonly lead: string
  readonly parts: readonly PaperPart[]
  /** At the foot of each page, before its number. */
  readonly foot: string
  readonly madeAt: Date
}

const left = 48
const right = sheetWidth - 48
const valueAt = left + 152
const [top, bottom] = [56, sheetHeight - 56]
const size = 9
const lineHeight = 13

/** Shown in place of a character that the font cannot draw. */
const missing = '〓'
const printable = (text: string, { has }: CertificateFont): string => Array.from(text.replace(/\s+/g, ' '), (character) => (has(character) ? character : missing)).join('')

/** Draws it as an A4 PDF with subset fonts. */
export async function drawPlainPaper(paper: PlainPaper): Promise<Uint8Array> {
  const fonts = await loadCertificateFonts()
  const pdf = PDF.create()
  pdf.setMetadata({ title: paper.title, creator: 'ICP filing system', producer: 'ICP filing system', creationDate: paper.madeAt, modificationDate: paper.madeAt, language: 'zh-CN' })
  const embedded: Record<Weight, EmbeddedFont> = { regular: pdf.embedFont(fonts.regular.bytes), bold: pdf.embedFont(fonts.bold.bytes) }
  const pages: { page: PDFPage; sheet: Sheet }[] = []
  let y = bottom
  const turnPage = () => {
    const page = pdf.addPage({ width: sheetWidth, height: sheetHeight })
    pages.push({ page, sheet: new Sheet(page, embedded, fonts) })
    y = top
  }
  const sheet = () => (pages.at(-1) as { sheet: Sheet }).sheet
  const lines = (text: string, width: number, weight: Weight = 'regular', at = size) => wrap(printable(text, fonts[weight]), fonts[weight].width, at, width)
  const room = (height: number) => {
    if (y + height > bottom) turnPage()
  }

  turnPage()
  for (const line of lines(paper.title, right - left, 'bold', 17)) sheet().text(line, left, (y += 20), { size: 17, weight: 'bold', colour: palette.navy })
  for (const line of lines(paper.lead, right - left)) sheet().text(line, left, (y += lineHeight), { size, colour: palette.grey })
  for (const part of paper.parts) {
    room(60)
    y += 26
    for (const line of lines(part.title, right - left, 'bold', 11.5)) {
      sheet().text(line, left, y, { size: 11.5, weight: 'bold', colour: palette.navy })
      y += 15
    }
    sheet().line(left, y - 9, right, y - 9, palette.gold, 0.8)
    for (const { label, value } of part.rows) {
      const [names, texts] = [lines(label, valueAt - left - 10, 'regular', 8), lines(value, right - valueAt)]
      for (let at = 0; at < Math.max(names.length, texts.length, 1); at++) {
        room(lineHeight)
        y += lineHeight
        if (names[at] !== undefined) sheet().text(names[at] as string, left, y - 2, { size: 8, colour: palette.grey })
        if (texts[at] !== undefined) sheet().text(texts[at] as string, valueAt, y - 2, { size })
      }
      sheet().line(left, y + 2, right, y + 2, palette.rule, 0.4)
      y += 3
    }
  }
  for (const [index, { sheet: on, page }] of pages.entries()) {
    on.text(printable(paper.foot, fonts.regular), left, sheetHeight - 32, { size: 7, colour: palette.grey })
    on.right(`${index + 1} / ${pages.length}`, right, sheetHeight - 32, { size: 7, colour: palette.grey })
    joinContents(pdf, page)
  }
  return pdf.save({ subsetFonts: true })
}
