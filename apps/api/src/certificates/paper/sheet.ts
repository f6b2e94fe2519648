import { type Color, type EmbeddedFont, type PathBuilder, type PDF, PdfArray, type PDFPage, PdfRef, PdfStream, rgb } from '@libpdf/core'
import type { CertificateFonts, Weight } from './certificate-fonts.js'

/** A4 in points. */
export const sheetWidth = 595.28
export const sheetHeight = 841.89

export const palette = {
  ink: rgb(0.1, 0.11, 0.14),
  navy: rgb(0.07, 0.18, 0.38),
  grey: rgb(0.36, 0.4, 0.47),
  gold: rgb(0.68, 0.52, 0.2),
  paleGold: rgb(0.86, 0.77, 0.56),
  rule: rgb(0.82, 0.85, 0.89),
  shade: rgb(0.945, 0.955, 0.97),
  watermark: rgb(0.935, 0.948, 0.968),
  vermilion: rgb(0.74, 0.13, 0.11),
  white: rgb(1, 1, 1),
} satisfies Record<string, Color>

/** Finer steps than 0.01 pt only make the file larger. */
export const inHundredths = (length: number): number => Math.round(length * 100) / 100

export interface TextStyle {
  readonly size: number
  readonly weight?: Weight
  readonly colour?: Color
}

/** One page measured from its top left corner in points; `y` of a text is its baseline. */
export class Sheet {
  readonly #page: PDFPage
  readonly #embedded: Readonly<Record<Weight, EmbeddedFont>>
  readonly #fonts: CertificateFonts

  constructor(page: PDFPage, embedded: Readonly<Record<Weight, EmbeddedFont>>, fonts: CertificateFonts) {
    this.#page = page
    this.#embedded = embedded
    this.#fonts = fonts
  }

  widthOf(text: string, { size, weight = 'regular' }: TextStyle): number {
    return this.#fonts[weight].width(text) * size
  }

  text(text: string, x: number, y: number, style: TextStyle): void {
    const { size, weight = 'regular', colour = palette.ink } = style
    this.#page.drawText(text, { x: inHundredths(x), y: this.up(y), font: this.#embedded[weight], size, color: colour })
  }

  centred(text: string, middle: number, y: number, style: TextStyle): void {
    this.text(text, middle - this.widthOf(text, style) / 2, y, style)
  }

  right(text: string, edge: number, y: number, style: TextStyle): void {
    this.text(text, edge - this.widthOf(text, style), y, style)
  }

  line(x1: number, y1: number, x2: number, y2: number, colour: Color, thickness = 0.6): void {
    this.#page.drawLine({ start: { x: x1, y: sheetHeight - y1 }, end: { x: x2, y: sheetHeight - y2 }, color: colour, thickness })
  }

  box(x: number, y: number, width: number, height: number, paint: { readonly fill?: Color; readonly stroke?: Color; readonly thickness?: number }): void {
    const edge = paint.stroke === undefined ? {} : { borderColor: paint.stroke, borderWidth: paint.thickness ?? 0.6 }
    this.#page.drawRectangle({ x, y: sheetHeight - y - height, width, height, ...(paint.fill === undefined ? {} : { color: paint.fill }), ...edge })
  }

  circle(x: number, y: number, radius: number, paint: { readonly fill?: Color; readonly stroke?: Color; readonly thickness?: number }): void {
    const edge = paint.stroke === undefined ? {} : { borderColor: paint.stroke, borderWidth: paint.thickness ?? 0.6 }
    this.#page.drawCircle({ x, y: sheetHeight - y, radius, ...(paint.fill === undefined ? {} : { color: paint.fill }), ...edge })
  }

  /** A path in page coordinates: its y runs upwards, so give it `up(y)`. */
  path(): PathBuilder {
    return this.#page.drawPath()
  }

  fill(path: PathBuilder, colour: Color): void {
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a path is no array
    path.fill({ color: colour })
  }

  up(y: number): number {
    return inHundredths(sheetHeight - y)
  }
}

/**
 * Joins what was drawn on a page, which the library keeps as one object per stroke, into one content stream: that compresses to a fraction.
 */
export function joinContents(pdf: PDF, page: PDFPage): void {
  const resolve = (item: unknown): unknown => (item instanceof PdfRef ? pdf.getObject(item) : item)
  const contents = resolve(page.dict.get('Contents'))
  if (!(contents instanceof PdfArray)) return
  const parts = contents.toArray().map(resolve)
  if (!parts.every((part) => part instanceof PdfStream)) throw new Error('a page of the certificate holds something that is not a content stream')
  page.dict.set('Contents', pdf.register(new PdfStream([], Buffer.concat(parts.flatMap(({ data }) => [data, Buffer.from('\n')])))))
}
