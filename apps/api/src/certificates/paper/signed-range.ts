import { codeKeyword } from './certificate-drawing.js'
import { parseCertificateCode } from './certificate-code.js'

/** Where the first signature of a PDF says that it stands: two covered stretches around one gap that holds the signature in hex. */
export interface SignedRange {
  /** The two covered stretches, joined. */
  readonly signed: Uint8Array<ArrayBuffer>
  /** The hex digits of the gap, without its angle brackets. */
  readonly hex: string
  /** Bytes behind the covered end; 0 when the signature covers the file to its end. */
  readonly behind: number
}

const byteRangeKey = '/ByteRange'
const byteRange = /^\/ByteRange\s{0,8}\[\s{0,8}0\s{1,16}(\d{1,10})\s{1,16}(\d{1,10})\s{1,16}(\d{1,10})\s{0,16}\]/
const mostHex = 65_536
const headerWithin = 1024

/** Whether this claims to be a PDF at all (ISO 32000 lets the header stand within the first 1024 bytes). */
export const looksLikePdf = (bytes: Buffer): boolean => bytes.subarray(0, headerWithin).includes('%PDF-')

/** Whether a signature dictionary, whole or damaged, is anywhere in the file. */
export const mentionsSignature = (bytes: Buffer): boolean =>
  [byteRangeKey, '/Type /Sig', '/Type/Sig', 'ETSI.CAdES.detached', '/Adobe.PPKLite'].some((trace) => bytes.includes(trace))

/**
 * Reads the range of the first signature, or answers undefined when it is not a well-formed one: it must start at the first byte, leave out
 * exactly one string of hex digits in angle brackets, end inside the file, and be the only range that it covers. The values stand inside the
 * covered bytes, so a genuine signature fixes them.
 */
export function findSignedRange(bytes: Buffer): SignedRange | undefined {
  const at = bytes.indexOf(byteRangeKey)
  if (at < 0) return undefined
  const found = byteRange.exec(bytes.toString('latin1', at, at + 120))
  if (!found) return undefined
  const [gap, resume, rest] = found.slice(1).map(Number) as [number, number, number]
  const end = resume + rest
  if (at + found[0].length > gap || resume < gap + 2 || resume - gap - 2 > mostHex || end > bytes.length || rest === 0) return undefined
  if (bytes[gap] !== 0x3c || bytes[resume - 1] !== 0x3e) return undefined
  const hex = bytes.toString('latin1', gap + 1, resume - 1)
  if (!/^(?:[0-9a-fA-F]{2})+$/.test(hex)) return undefined
  const signed = new Uint8Array(gap + rest)
  signed.set(bytes.subarray(0, gap))
  signed.set(bytes.subarray(resume, end), gap)
  if (Buffer.from(signed.buffer).indexOf(byteRangeKey, at + 1) >= 0) return undefined
  return { signed, hex, behind: bytes.length - end }
}

const keywords = new RegExp(`/Keywords \\(${codeKeyword}([0-9A-Z-]{14})\\)`, 'g')

/** The certificate code that the covered bytes name; undefined when they name none or several. */
export function codeIn(signed: Uint8Array<ArrayBuffer>): string | undefined {
  const found = [...Buffer.from(signed.buffer).toString('latin1').matchAll(keywords)]
  const code = found[0]?.[1]
  return found.length === 1 && code !== undefined && parseCertificateCode(code) === code ? code : undefined
}
