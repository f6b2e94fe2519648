import { normaliseIp } from '../rules/normalise-typed.js'
import { parseIp, unusableBlock } from '../rules/ip-address.js'

/** `203.0.113.0/24` or `2001:db8::/32`, as it is stored; undefined for anything else, an address within a block too. A single address is a block of one. */
export function readIpBlock(typed: string): string | undefined {
  const [base = '', bits, ...rest] = normaliseIp(typed).split('/')
  const address = parseIp(base)
  if (!address || rest.length > 0) return undefined
  const width = address.family === 4 ? 32 : 128
  if (bits !== undefined && !/^(?:0|[1-9]\d{0,2})$/.test(bits)) return undefined
  const length = bits === undefined ? width : Number(bits)
  // Shorter than a /8 (IPv4) or a /16 (IPv6) is no provider's.
  if (length > width || length < (address.family === 4 ? 8 : 16)) return undefined
  const hosts = 1n << BigInt(width - length)
  if (address.value % hosts !== 0n) return undefined
  const last = { ...address, value: address.value + hosts - 1n }
  return unusableBlock(address, last) ? undefined : `${base}/${length}`
}
