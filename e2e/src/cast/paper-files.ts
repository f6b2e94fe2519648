import type { Page } from 'playwright-core'

export interface PaperFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A picture as a camera makes it, drawn and encoded by the browser: a page of text on a grainy ground, so that it does not compress to nothing. */
export async function picture(page: Page, { says, width, height, type = 'image/jpeg', grain = 60 }: { readonly says: string; readonly width: number; readonly height: number; readonly type?: 'image/jpeg' | 'image/png'; readonly grain?: number }): Promise<PaperFile> {
  const base64 = await page.evaluate(async ([text, w, h, kind, noise]) => {
    const canvas = document.createElement('canvas')
    canvas.width = w
    canvas.height = h
    const pen = canvas.getContext('2d')!
    const ground = pen.createImageData(w, h)
    for (let at = 0; at < ground.data.length; at += 4) {
      const shade = 250 - Math.random() * noise
      ground.data.set([shade, shade, shade, 255], at)
    }
    pen.putImageData(ground, 0, 0)
    pen.fillStyle = '#1a237e'
    pen.fillRect(0, 0, w, Math.round(h / 12))
    pen.fillStyle = '#111'
    pen.font = `${Math.round(h / 14)}px sans-serif`
    for (let line = 1; line < 6; line += 1) pen.fillText(`${text} ${line}`, w / 20, (h / 7) * (line + 0.6))
    return canvas.toDataURL(kind, 0.95).split(',')[1]!
  }, [says, width, height, type, grain] as const)
  return { name: type === 'image/png' ? 'paper.png' : 'paper.jpg', mimeType: type, buffer: Buffer.from(base64, 'base64') }
}

/** Where it was taken, as phones write it; the drill of what is left out looks for it. */
export const takenAt = 'N39.9042E116.4074'

/** The same as a phone writes it that was held upright: turned by a quarter in the Exif, which also says where it was taken. */
export function onItsSide(file: PaperFile): PaperFile {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex')
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(takenAt)])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(exif.length + 2, 2)
  return { ...file, buffer: Buffer.concat([file.buffer.subarray(0, 2), head, exif, file.buffer.subarray(2)]) }
}

export const putAt = (page: Page, place: string, file: PaperFile): Promise<void> => page.getByTestId(`file-${place}`).setInputFiles(file)
