import { createHash } from 'node:crypto'
import { type EmbeddedFont, PDF, PdfArray, PdfString } from '@libpdf/core'
import { CertificateContent } from './certificate-content.js'
import { type CertificateFonts, findUnprintableCharacter, loadCertificateFonts, type Weight } from './certificate-fonts.js'
import { drawFirstPage, drawNextPage, firstPageTable, nextPageTable } from './certificate-pages.js'
import { words } from './certificate-words.js'
import { layOutServices } from './services-table.js'
import { joinContents, Sheet, sheetHeight, sheetWidth } from './sheet.js'

/**
 * Names the code inside the file, in the document information, so that a verifier finds it without reading the page. It stands in plain
 * ASCII, never compressed, and no text of a user is written beside it.
 */
export const codeKeyword = 'icp-certificate:'

/** Names each subset by its font in place of the six random letters that the library draws, so that equal content gives equal bytes. */
function nameSubsets(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  for (const [font, tag] of [['+NotoSansSC-Regular', 'ICPREG'], ['+NotoSansSC-Bold', 'ICPBLD']] as const) {
    for (let at = bytes.indexOf(font); at >= 0; at = bytes.indexOf(font, at + font.length)) {
      if (/^\/[A-Z]{6}$/.test(bytes.toString('latin1', at - 7, at))) bytes.write(tag, at - 6, 'latin1')
    }
  }
  return pdf
}

function describe(pdf: PDF, content: CertificateContent): void {
  const issued = new Date(content.issuedAt)
  pdf.setMetadata({
    title: words.title.zh,
    author: 'ICP filing system',
    subject: words.title.en,
    keywords: [`${codeKeyword}${content.code}`],
    creator: 'ICP filing system',
    producer: 'ICP filing system',
    creationDate: issued,
    modificationDate: issued,
    language: 'zh-CN',
  })
  const identifier = new PdfString(createHash('sha256').update(JSON.stringify(content)).digest().subarray(0, 16), 'hex')
  pdf.context.info.trailer.set('ID', new PdfArray([identifier, identifier]))
}

/**
 * Draws the certificate as an unsigned A4 PDF with subset fonts. A pure function of the content: the same content gives the same bytes.
 * Throws `ZodError` for content of the wrong shape and `UnprintableCharacter` for a character that the font cannot draw.
 */
export async function drawCertificate(given: CertificateContent): Promise<Uint8Array> {
  const content = CertificateContent.parse(given)
  const fonts: CertificateFonts = await loadCertificateFonts()
  const unprintable = findUnprintableCharacter(content, fonts)
  if (unprintable) throw unprintable

  const pdf = PDF.create()
  describe(pdf, content)
  const embedded: Record<Weight, EmbeddedFont> = { regular: pdf.embedFont(fonts.regular.bytes), bold: pdf.embedFont(fonts.bold.bytes) }
  const sheet = (): Sheet => new Sheet(pdf.addPage({ width: sheetWidth, height: sheetHeight }), embedded, fonts)

  const parts = layOutServices(content.services, fonts, firstPageTable(content, fonts).height, nextPageTable.height)
  parts.forEach((part, index) => {
    const place = { page: index + 1, pages: parts.length }
    if (index === 0) drawFirstPage(sheet(), content, fonts, part, place)
    else drawNextPage(sheet(), content, part, place)
  })
  for (const page of pdf.getPages()) joinContents(pdf, page)
  return nameSubsets(await pdf.save({ subsetFonts: true }))
}
