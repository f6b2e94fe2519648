const marked = (marker: number, data: readonly number[]): number[] => [0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff, ...data]

export interface SamplePicture {
  readonly width?: number
  readonly height?: number
  /** Of the coded data, in bytes. */
  readonly length?: number
}

/** A JPEG that is whole as far as its frame tells, which is all that a rule asks. */
export const sampleJpeg = ({ width = 800, height = 600, length = 400 }: SamplePicture = {}): Uint8Array<ArrayBuffer> => new Uint8Array([
  0xff, 0xd8, ...marked(0xdb, Array.from({ length: 65 }, () => 1)), ...marked(0xc0, [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]), ...marked(0xda, [1, 1, 0, 0, 63, 0]),
  ...Array.from({ length }, () => 7), 0xff, 0xd9,
])

/** What has the frame of none. */
export const noPicture = (): Uint8Array<ArrayBuffer> => new TextEncoder().encode('<svg/>')
