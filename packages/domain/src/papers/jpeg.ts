import { joined, type Picture } from './picture.js'

const soi = 0xd8
const eoi = 0xd9
const sos = 0xda
/** Baseline, extended and progressive frames, Huffman coded (ITU-T T.81 table B.1): what browsers show. */
const frames: readonly number[] = [0xc0, 0xc1, 0xc2]
/** Tables and the restart interval. */
const needed: readonly number[] = [0xc4, 0xdb, 0xdd]
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7
const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef
const comment = 0xfe

const beginsWith = (segment: Uint8Array, word: string): boolean => [...word].every((letter, at) => segment[4 + at] === letter.charCodeAt(0))

/** Of what applications add, the few bytes without which colours would be read wrongly. JFIF with a thumbnail is left out with it. */
const isFrameOfColours = (marker: number, segment: Uint8Array): boolean =>
  (marker === 0xe0 && segment.length === 18 && beginsWith(segment, 'JFIF\u0000')) || (marker === 0xee && segment.length === 16 && beginsWith(segment, 'Adobe'))

interface Frame {
  readonly width: number
  readonly height: number
}

/** Eight bits, grey or three colours; its length says how many. */
const frameOf = (segment: Uint8Array): Frame | null => {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength)
  if (segment.length < 10) return null
  const [precision, height, width, components] = [view.getUint8(4), view.getUint16(5), view.getUint16(7), view.getUint8(9)]
  if (precision !== 8 || width === 0 || height === 0 || (components !== 1 && components !== 3) || segment.length !== 10 + 3 * components) return null
  return { width, height }
}

/** The end of the coded data that begins at `from`: the place of the next marker. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at++) {
    const follows = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && follows !== 0 && follows !== 0xff && !isRestart(follows)) return at
  }
  return bytes.length
}

/** The segment at a marker, marker and length included; null where it does not fit. */
const segmentAt = (bytes: Uint8Array, at: number): Uint8Array | null => {
  const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
  return length < 2 || at + 2 + length > bytes.length ? null : bytes.subarray(at, at + 2 + length)
}

/** Null for what is no whole JPEG. */
export const readJpeg = (bytes: Uint8Array): Picture | null => {
  if (bytes[0] !== 0xff || bytes[1] !== soi) return null
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let frame: Frame | null = null
  let scans = 0
  let at = 2
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return null
    // A marker may be preceded by fill bytes.
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === eoi) return frame && scans > 0 ? { format: '1', ...frame, bytes: joined([...kept, bytes.subarray(at, at + 2)]) } : null
    const segment = segmentAt(bytes, at)
    if (!segment) return null
    const end = at + segment.length
    if (frames.includes(marker)) {
      if (frame) return null
      frame = frameOf(segment)
      if (!frame) return null
      kept.push(segment)
      at = end
    } else if (marker === sos) {
      const next = endOfScan(bytes, end)
      if (!frame || next === end) return null
      scans++
      kept.push(bytes.subarray(at, next))
      at = next
    } else if (needed.includes(marker) || isFrameOfColours(marker, segment)) {
      kept.push(segment)
      at = end
    } else if (isApplication(marker) || marker === comment) at = end
    else return null
  }
  return null
}
