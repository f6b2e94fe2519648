/** Codes of `paperFormats`. */
export type PictureFormat = '1' | '2'

/** How a format is named outside: the media type of its bytes and the ending of its files. */
export const mediaTypes = { 1: { type: 'image/jpeg', ending: 'jpg' }, 2: { type: 'image/png', ending: 'png' } } as const satisfies Record<PictureFormat, { readonly type: string; readonly ending: string }>

/** A picture as far as its frame tells. Nothing is decoded. */
export interface Picture {
  readonly format: PictureFormat
  readonly width: number
  readonly height: number
  /** The picture without what is not one: where and when it was taken, by which device, comments, thumbnails, and whatever lies behind its end. */
  readonly bytes: Uint8Array
}

/** The parts of `bytes` that are kept, one after another. */
export const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
