import { joined, type Picture } from './picture.js'

const signature: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** What makes the picture; of the rest only transparency is kept. */
const critical: readonly string[] = ['IHDR', 'PLTE', 'IDAT', 'IEND']
/** Depths that each type of colour has (PNG, third edition, table 12). */
const depths: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] }

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

/** The checksum of a chunk: over its name and its data. */
export const crc32 = (bytes: Uint8Array): number => {
  let value = 0xffffffff
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}

interface Chunk {
  readonly name: string
  readonly data: Uint8Array
  /** Length, name, data and checksum. */
  readonly whole: Uint8Array
}

const chunkAt = (bytes: Uint8Array, at: number): Chunk | null => {
  if (at + 12 > bytes.length) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.length - at)
  const length = view.getUint32(0)
  if (length > bytes.length - at - 12) return null
  const named = bytes.subarray(at + 4, at + 8 + length)
  const name = String.fromCharCode(...named.subarray(0, 4))
  if (!/^[A-Za-z]{4}$/.test(name) || crc32(named) !== view.getUint32(8 + length)) return null
  return { name, data: named.subarray(4), whole: bytes.subarray(at, at + 12 + length) }
}

interface Header {
  readonly width: number
  readonly height: number
  readonly colour: number
}

const headerOf = ({ name, data }: Chunk): Header | null => {
  if (name !== 'IHDR' || data.length !== 13) return null
  const view = new DataView(data.buffer, data.byteOffset, data.length)
  const [width, height, depth, colour] = [view.getUint32(0), view.getUint32(4), view.getUint8(8), view.getUint8(9)]
  if (width === 0 || height === 0 || !depths[colour]?.includes(depth)) return null
  return view.getUint8(10) === 0 && view.getUint8(11) === 0 && view.getUint8(12) <= 1 ? { width, height, colour } : null
}

/** Null for what is no whole PNG. */
export const readPng = (bytes: Uint8Array): Picture | null => {
  if (signature.some((byte, at) => bytes[at] !== byte)) return null
  const first = chunkAt(bytes, 8)
  const header = first && headerOf(first)
  if (!first || !header) return null
  const kept = [bytes.subarray(0, 8), first.whole]
  let [data, palette, last] = [0, false, 'IHDR']
  for (let at = 8 + first.whole.length; ;) {
    const chunk = chunkAt(bytes, at)
    if (!chunk) return null
    const { name } = chunk
    const isAncillary = name.charAt(0) >= 'a'
    if ((!isAncillary && !critical.includes(name)) || name === 'IHDR') return null
    if (name === 'PLTE' && (palette || data > 0 || chunk.data.length === 0 || chunk.data.length % 3 !== 0)) return null
    // The data stand together.
    if (name === 'IDAT' && data > 0 && last !== 'IDAT') return null
    if (name === 'IDAT') data += chunk.data.length
    palette ||= name === 'PLTE'
    last = name
    if (!isAncillary || name === 'tRNS') kept.push(chunk.whole)
    at += chunk.whole.length
    if (name !== 'IEND') continue
    if (data === 0 || chunk.data.length > 0 || (header.colour === 3 && !palette)) return null
    return { format: '2', width: header.width, height: header.height, bytes: joined(kept) }
  }
}
