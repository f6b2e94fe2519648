import { PDF } from '@libpdf/core'
import jsQR from 'jsqr'
import { inflateSync } from 'node:zlib'

interface Box {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** All words of a certificate without blanks, since the paper breaks lines where it needs to. */
export async function textOf(file: Uint8Array): Promise<string> {
  const pdf = await PDF.load(file)
  return pdf.getPages().map((page) => page.extractText().text).join('').replaceAll(/\s+/g, '')
}

/** What the first QR code on the paper says, read from the drawing itself. Throws when there is none. */
export function qrCodeOf(file: Uint8Array): string {
  const code = drawings(Buffer.from(file)).flatMap(paths).map(boxes).find((all) => all.length > 100)
  if (!code) throw new Error('There is no QR code on this paper')
  const read = jsQR.default(...bitmap(code))
  if (!read) throw new Error('The QR code cannot be read')
  return read.data
}

/** The drawing operators of each page, unpacked. */
function drawings(file: Buffer): string[] {
  const text = file.toString('latin1')
  return [...text.matchAll(/stream\r?\n/g)].flatMap((mark) => {
    const start = mark.index + mark[0].length
    try {
      return [inflateSync(file.subarray(start, text.indexOf('endstream', start))).toString('latin1')]
    } catch {
      return []
    }
  })
}

const paths = (drawing: string): string[] => drawing.split(/\bf\*?\n/)

/** The upright rectangles of a path, each drawn as four corners. */
function boxes(path: string): Box[] {
  return path.split(/\bh\n/).flatMap((part) => {
    const corners = [...part.matchAll(/(-?[\d.]+) (-?[\d.]+) [ml]\n/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
    const upright = corners.length === 4 && new Set(xs).size === 2 && new Set(ys).size === 2 && !/ c\n/.test(part)
    return upright ? [{ left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) }] : []
  })
}

/** Black boxes on white with a margin, eight dots per point, as RGBA. */
function bitmap(all: readonly Box[]): [Uint8ClampedArray, number, number] {
  const scale = 8
  const margin = 8
  const left = Math.min(...all.map((box) => box.left)) - margin
  const bottom = Math.min(...all.map((box) => box.bottom)) - margin
  const width = Math.ceil((Math.max(...all.map((box) => box.right)) + margin - left) * scale)
  const height = Math.ceil((Math.max(...all.map((box) => box.top)) + margin - bottom) * scale)
  const dots = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const box of all) {
    for (let y = Math.round((box.bottom - bottom) * scale); y < Math.round((box.top - bottom) * scale); y += 1) {
      for (let x = Math.round((box.left - left) * scale); x < Math.round((box.right - left) * scale); x += 1) {
        dots.fill(0, ((height - 1 - y) * width + x) * 4, ((height - 1 - y) * width + x) * 4 + 3)
      }
    }
  }
  return [dots, width, height]
}
