import type { CertificateContent } from './certificate-content.js'
import type { CertificateFonts } from './certificate-fonts.js'
import { dayInChina, dayInWords, pageLabel, words, type Words } from './certificate-words.js'
import { drawDivider, drawEmblem, drawFrame, drawSeal, drawWatermark } from './ornaments.js'
import { drawQrCode } from './qr-code.js'
import { drawServices, type TablePart, tableWidth } from './services-table.js'
import { palette, type Sheet, sheetWidth } from './sheet.js'
import { fitted, type Step } from './text-wrapping.js'

/** Where things stand on a page, in points from its top left corner. */
const left = (sheetWidth - tableWidth) / 2
const right = left + tableWidth
const middle = sheetWidth / 2
const factsTop = 212
const factValue = left + 128
const closingTop = 642
const footer = { note: 765, checkpoint: 782, page: 792 }

export interface Place {
  readonly page: number
  readonly pages: number
}

const nameSteps: readonly Step[] = [
  { size: 14, lines: 2 }, { size: 12, lines: 3 }, { size: 10.5, lines: 5 }, { size: 9, lines: 8 }, { size: 8, lines: Infinity },
]

const nameLines = (content: CertificateContent, fonts: CertificateFonts) =>
  fitted(content.subjectName, fonts.bold.width, right - factValue, nameSteps)

const nameHeight = ({ size, lines }: ReturnType<typeof nameLines>): number => Math.max(34, lines.length * size * 1.4 + 14)

const tableTop = (content: CertificateContent, fonts: CertificateFonts): number => factsTop + 36 + nameHeight(nameLines(content, fonts)) + 2 * 34 + 26

/** The room for the services table below the facts of the first page; a long name leaves less. */
export function firstPageTable(content: CertificateContent, fonts: CertificateFonts): { readonly top: number; readonly height: number } {
  const top = tableTop(content, fonts)
  return { top, height: closingTop - 8 - top }
}

export const nextPageTable = { top: 122, height: 752 - 122 }

function label(sheet: Sheet, name: Words, x: number, y: number): void {
  sheet.text(name.zh, x, y, { size: 9.5, weight: 'bold', colour: palette.navy })
  sheet.text(name.en, x, y + 10, { size: 6.8, colour: palette.grey })
}

function value(sheet: Sheet, text: Words, x: number, y: number): void {
  sheet.text(text.zh, x, y, { size: 11, weight: 'bold' })
  sheet.text(text.en, x, y + 10.5, { size: 7.6, colour: palette.grey })
}

function drawHeading(sheet: Sheet, content: CertificateContent): void {
  drawEmblem(sheet, middle, 88, 29)
  sheet.centred(words.title.zh, middle, 148, { size: 25, weight: 'bold', colour: palette.navy })
  sheet.centred(words.title.en, middle, 166, { size: 10.2, colour: palette.navy })
  drawDivider(sheet, 178, 150)
  const small = { size: 8, colour: palette.grey }
  const strong = { size: 8.5, weight: 'bold', colour: palette.ink } as const
  const head = `${words.code.zh} ${words.code.en}  `
  sheet.text(head, left, 200, small)
  sheet.text(content.code, left + sheet.widthOf(head, small), 200, strong)
  const replaced = content.replaces
    ? `（${words.replaces.zh} ${words.replaces.en} ${content.replaces.code} · V${content.replaces.version}）`
    : ''
  const version = `${words.version.zh} ${words.version.en}  `
  const number = `V${content.version}`
  const tail = sheet.widthOf(replaced, small)
  sheet.text(replaced, right - tail, 200, small)
  sheet.right(number, right - tail, 200, strong)
  sheet.right(version, right - tail - sheet.widthOf(number, strong), 200, small)
}

/** The facts about the subject, in ruled rows. */
function drawFacts(sheet: Sheet, content: CertificateContent, fonts: CertificateFonts): void {
  const half = middle + 8
  let y = factsTop
  const rule = (): void => sheet.line(left, y, right, y, palette.rule, 0.7)
  sheet.line(left, y, right, y, palette.navy, 0.9)

  label(sheet, words.subjectNumber, left, y + 16)
  sheet.text(content.subjectNumber, factValue, y + 23, { size: 17, weight: 'bold', colour: palette.navy })
  y += 36
  rule()

  const name = nameLines(content, fonts)
  const height = nameHeight(name)
  label(sheet, words.subjectName, left, y + 15)
  const block = name.lines.length * name.size * 1.4
  name.lines.forEach((text, index) => {
    sheet.text(text, factValue, y + (height - block) / 2 + (index + 0.78) * name.size * 1.4, { size: name.size, weight: 'bold' })
  })
  y += height
  rule()

  label(sheet, words.nature, left, y + 15)
  value(sheet, { zh: content.natureZh, en: content.natureEn }, factValue, y + 15)
  label(sheet, words.province, half, y + 15)
  value(sheet, content.provinceName, half + 92, y + 15)
  y += 34
  rule()

  label(sheet, words.approvedOn, left, y + 15)
  value(sheet, dayInWords(content.approvedOn), factValue, y + 15)
  label(sheet, words.serviceCount, half, y + 15)
  const count = content.services.length
  value(sheet, { zh: `${count} 项`, en: count === 1 ? '1 service' : `${count} services` }, half + 92, y + 15)
  y += 34
  rule()

  sheet.text(words.services.zh, left, y + 17, { size: 8.5 })
  sheet.right(words.services.en, right, y + 17, { size: 7.2, colour: palette.grey })
}

/** QR code and link on the left; administration, day of issue and the mark on the right. */
function drawClosing(sheet: Sheet, content: CertificateContent, fonts: CertificateFonts): void {
  const size = 92
  const top = closingTop + 10
  sheet.line(left, closingTop, right, closingTop, palette.rule, 0.7)
  sheet.box(left, top, size, size, { stroke: palette.rule })
  drawQrCode(sheet, content.verifyUrl, left + 2, top + 2, size - 4)
  const beside = left + size + 10
  sheet.text(words.scan.zh, beside, top + 14, { size: 10.5, weight: 'bold', colour: palette.navy })
  sheet.text(words.scan.en, beside, top + 25, { size: 7.2, colour: palette.grey })
  sheet.text(content.code, beside, top + 46, { size: 11, weight: 'bold' })
  const link = fitted(content.verifyUrl, fonts.regular.width, 112, [{ size: 7, lines: 3 }, { size: 6, lines: 5 }, { size: 4.2, lines: Infinity }])
  link.lines.forEach((text, index) => sheet.text(text, beside, top + 59 + index * link.size * 1.3, { size: link.size, colour: palette.grey }))

  drawSeal(sheet, right - 36, top + size / 2, 36)
  const edge = right - 84
  const room = edge - (beside + 122)
  const office = fitted(content.administration.zh, fonts.bold.width, room, [{ size: 13, lines: 1 }, { size: 10.5, lines: 2 }, { size: 8, lines: Infinity }])
  const officeEn = fitted(content.administration.en, fonts.regular.width, room, [{ size: 7.6, lines: 2 }, { size: 6.5, lines: Infinity }])
  sheet.right(`${words.administration.zh} ${words.administration.en}`, edge, top + 10, { size: 7.2, colour: palette.grey })
  let y = top + 10
  for (const text of office.lines) sheet.right(text, edge, (y += office.size * 1.35), { size: office.size, weight: 'bold' })
  for (const text of officeEn.lines) sheet.right(text, edge, (y += officeEn.size * 1.45), { size: officeEn.size, colour: palette.grey })
  const issued = dayInWords(dayInChina(content.issuedAt))
  sheet.right(`${words.issued.zh}  ${issued.zh}`, edge, top + 77, { size: 9.5, weight: 'bold' })
  sheet.right(`${words.issued.en} ${issued.en}`, edge, top + 88, { size: 7.2, colour: palette.grey })
}

function drawFooter(sheet: Sheet, content: CertificateContent, place: Place): void {
  sheet.line(left, footer.note - 11, right, footer.note - 11, palette.paleGold, 0.6)
  sheet.text(words.note.zh, left, footer.note, { size: 7, colour: palette.grey })
  sheet.text(words.note.en, left, footer.note + 9, { size: 6.2, colour: palette.grey })
  if (content.checkpoint) {
    const { number, at, root } = content.checkpoint
    sheet.text(`${words.checkpoint.zh} ${words.checkpoint.en} ${number} · ${at.slice(0, 16).replace('T', ' ')} UTC · ${root}`, left, footer.checkpoint, { size: 5.2, colour: palette.grey })
  }
  sheet.text(`${content.code} · V${content.version}`, left, footer.page, { size: 6.8, colour: palette.grey })
  if (place.page < place.pages) sheet.centred(`${words.overleaf.zh} · ${words.overleaf.en}`, middle, footer.page, { size: 6.8, colour: palette.grey })
  sheet.right(pageLabel(place.page, place.pages), right, footer.page, { size: 6.8, colour: palette.grey })
}

export function drawFirstPage(sheet: Sheet, content: CertificateContent, fonts: CertificateFonts, part: TablePart, place: Place): void {
  drawWatermark(sheet)
  drawFrame(sheet)
  drawHeading(sheet, content)
  drawFacts(sheet, content, fonts)
  drawServices(sheet, part, left, firstPageTable(content, fonts).top)
  drawClosing(sheet, content, fonts)
  drawFooter(sheet, content, place)
}

export function drawNextPage(sheet: Sheet, content: CertificateContent, part: TablePart, place: Place): void {
  drawWatermark(sheet)
  drawFrame(sheet)
  sheet.text(`${words.title.zh}${words.continued.zh}`, left, 66, { size: 13, weight: 'bold', colour: palette.navy })
  sheet.text(`${words.title.en} (${words.continued.en})`, left, 78, { size: 7.2, colour: palette.grey })
  sheet.line(left, 86, right, 86, palette.gold, 0.9)
  sheet.text(`${words.subjectNumber.zh} ${words.subjectNumber.en}`, left, 104, { size: 8, colour: palette.grey })
  sheet.text(content.subjectNumber, left + 132, 104, { size: 10.5, weight: 'bold', colour: palette.navy })
  sheet.right(`${words.code.zh} ${words.code.en}  ${content.code}`, right, 104, { size: 8, colour: palette.grey })
  drawServices(sheet, part, left, nextPageTable.top)
  drawFooter(sheet, content, place)
}
