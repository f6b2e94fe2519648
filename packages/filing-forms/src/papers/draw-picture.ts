import { mediaTypes, type PictureFormat } from '@icp/domain'

/** A picture as the browser shows it, upright; null where it cannot. Whoever opens it closes it. */
export const opened = (file: Blob): Promise<ImageBitmap | null> => createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)

const drawn = async (source: ImageBitmap, scale: number, format: PictureFormat, quality: number): Promise<Uint8Array | null> => {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(source.width * scale))
  canvas.height = Math.max(1, Math.round(source.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) return null
  if (format === '1') {
    // What shines through in a PNG would be black.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
  }
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(source, 0, 0, canvas.width, canvas.height)
  const made = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, mediaTypes[format].type, quality) })
  return made && new Uint8Array(await made.arrayBuffer())
}

/** Quality from 0 to 1. */
export const drawnJpeg = (source: ImageBitmap, scale: number, quality: number): Promise<Uint8Array | null> => drawn(source, scale, '1', quality)

export const drawnPng = (source: ImageBitmap, scale: number): Promise<Uint8Array | null> => drawn(source, scale, '2', 1)
