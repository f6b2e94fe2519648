import { crc32 } from '@icp/domain'

const marked = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

export interface SamplePicture {
  readonly width?: number
  readonly height?: number
  /** Stands in the coded data, which nobody here decodes. */
  readonly says?: string
  /** Stands where cameras write where and when. */
  readonly taken?: string
  /** Of the coded data. */
  readonly length?: number
}

/** A JPEG that is whole as far as its frame tells. */
export function sampleJpeg({ width = 800, height = 600, says = 'a picture', taken, length = 400 }: SamplePicture = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), marked(0xe0, Buffer.from('4a46494600010100000100010000', 'hex')), ...(taken === undefined ? [] : [marked(0xe1, Buffer.from(`Exif\0\0${taken}`)), marked(0xfe, Buffer.from(taken))]),
    marked(0xdb, Buffer.alloc(65, 1)), marked(0xc0, frame), marked(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from(says), Buffer.alloc(length, 7), Buffer.from([0xff, 0xd9]),
  ])
}

const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** The same as a PNG. */
export function samplePng({ width = 800, height = 600, says = 'a picture', taken, length = 400 }: SamplePicture = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), ...(taken === undefined ? [] : [chunk('tEXt', Buffer.from(`Comment\0${taken}`)), chunk('eXIf', Buffer.from(taken))]),
    chunk('IDAT', Buffer.concat([Buffer.from(says), Buffer.alloc(length, 7)])), chunk('IEND', Buffer.alloc(0)),
  ])
}
