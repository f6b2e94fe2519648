import { type Finding, judgePaper, type PaperSlot, type Picture, type RulesInForce } from '@icp/domain'
import { drawnJpeg, drawnPng, opened } from './draw-picture.js'

export interface ReadyPicture {
  readonly kind: 'ready'
  /** As it goes: its `bytes` are sent. */
  readonly picture: Picture
  /** Bytes of the file. */
  readonly before: number
  /** It was drawn anew: upright, and small enough. */
  readonly drawn: boolean
}

export type Prepared = ReadyPicture | { readonly kind: 'too-large'; readonly size: number; readonly most: number } | { readonly kind: 'refused'; readonly findings: readonly Finding[] }

/** Long sides that are tried one after the other, in pixels; text of a certificate can be read at a thousand. */
const sides = [2400, 2000, 1600, 1300, 1050, 850, 700, 550] as const
const qualities = [0.86, 0.76, 0.66, 0.56] as const

/** An icon keeps the format of the stores, with its transparency; everything else may become a JPG. */
const becomesJpeg = (picture: Picture, slot: PaperSlot): boolean => slot.formats.includes('1') && (picture.format === '1' || slot.purpose !== 'icon' || !slot.formats.includes('2'))

/** Orientation goes with what is left out, so that whatever lost something is drawn upright. Of a PNG nothing that turns it is in use. */
const keepsAsItIs = (bytes: Uint8Array, picture: Picture): boolean => picture.format === '2' || picture.bytes.length === bytes.length

/**
 * What a file becomes before it is sent to a place: judged by the domain's own readers, drawn upright, and compressed to what the place takes, first by quality and then by measure.
 * Nothing of when and where it was taken leaves the browser.
 */
export async function preparePicture(file: Blob, slot: PaperSlot, mostBefore: number, data: RulesInForce): Promise<Prepared> {
  if (file.size > mostBefore) return { kind: 'too-large', size: file.size, most: mostBefore }
  // A file that is gone or shut by now has nothing to be read.
  const bytes = await file.arrayBuffer().then((all) => new Uint8Array(all), () => new Uint8Array())
  const first = judgePaper(bytes, slot, data)
  if (!first.picture) return { kind: 'refused', findings: first.findings }
  const { width, height } = first.picture
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const shortest = data.value('shortest-side-of-papers')
  if (first.findings.length === 0 && keepsAsItIs(bytes, first.picture)) return { kind: 'ready', picture: first.picture, before: file.size, drawn: false }
  if (short < shortest) return { kind: 'refused', findings: first.findings }
  const source = await opened(file)
  // Its frame is whole, and yet no picture comes of it: told as any file that is none.
  if (!source) return { kind: 'refused', findings: judgePaper(new Uint8Array(), slot, data).findings }
  try {
    const jpeg = becomesJpeg(first.picture, slot)
    let last = first.findings
    for (const side of new Set([Math.min(long, sides[0]), ...sides.filter((one) => one < long)])) {
      const scale = side / long
      if (short * scale < shortest) break
      for (const quality of jpeg ? qualities : [1]) {
        const made = await (jpeg ? drawnJpeg(source, scale, quality) : drawnPng(source, scale))
        const { picture, findings } = judgePaper(made ?? new Uint8Array(), slot, data)
        if (picture && findings.length === 0) return { kind: 'ready', picture, before: file.size, drawn: true }
        last = findings
      }
    }
    return { kind: 'refused', findings: last }
  } finally {
    source.close()
  }
}
