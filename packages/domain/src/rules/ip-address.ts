import { normaliseIp } from './normalise-typed.js'

export interface IpAddress {
  readonly family: 4 | 6
  readonly value: bigint
}

const parseV4 = (text: string): bigint | null => {
  const parts = text.split('.')
  if (parts.length !== 4) return null
  let value = 0
  for (const part of parts) {
    // A leading zero is octal to some readers and decimal to others, so it is refused.
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null
    value = value * 256 + Number(part)
  }
  return BigInt(value)
}

const groupsOf = (text: string): string[] | null => {
  if (text === '') return []
  const groups = text.split(':')
  const last = groups.at(-1) ?? ''
  if (last.includes('.')) {
    const v4 = parseV4(last)
    if (v4 === null) return null
    groups.splice(-1, 1, (v4 >> 16n).toString(16), (v4 & 0xffffn).toString(16))
  }
  return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group)) ? groups : null
}

const parseV6 = (text: string): bigint | null => {
  const halves = text.split('::')
  if (halves.length > 2) return null
  if (halves.length === 2 && (halves[0] ?? '').includes('.')) return null
  const head = groupsOf(halves[0] ?? '')
  const tail = halves.length === 2 ? groupsOf(halves[1] ?? '') : []
  if (!head || !tail) return null
  const missing = 8 - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null
  return BigInt(`0x${[...head, ...Array<string>(missing).fill('0'), ...tail].map((group) => group.padStart(4, '0')).join('')}`)
}

/** IPv4 in four decimal parts only; IPv6 as RFC 4291 writes it, without zone and brackets. Full-width signs and spaces are accepted. */
export const parseIp = (typed: string): IpAddress | null => {
  const text = normaliseIp(typed)
  const family = text.includes(':') ? 6 : 4
  const value = family === 6 ? parseV6(text) : parseV4(text)
  return value === null ? null : { family, value }
}

interface Block {
  readonly family: 4 | 6
  readonly first: bigint
  readonly last: bigint
  readonly zh: string
  readonly en: string
}

const block = (cidr: string, zh: string, en: string): Block => {
  const [base = '', bits = ''] = cidr.split('/')
  const address = parseIp(base)
  if (!address) throw new Error(`"${cidr}" is not a block`)
  const size = 1n << BigInt((address.family === 4 ? 32 : 128) - Number(bits))
  return { family: address.family, first: address.value, last: address.value + size - 1n, zh, en }
}

/**
 * Addresses that no provider can have reported as its own (IANA special-purpose registries). The documentation ranges (RFC 5737, RFC 3849)
 * are left out on purpose: demonstrations and tests use them, and on a live system the provider's reported ranges refuse them.
 */
const unusable: readonly Block[] = [
  block('0.0.0.0/8', '本网络地址', 'an address of “this network”'),
  block('10.0.0.0/8', '内网地址', 'a private address'),
  block('100.64.0.0/10', '运营商级 NAT 共享地址', 'a shared address behind a carrier’s NAT'),
  block('127.0.0.0/8', '本机环回地址', 'a loopback address'),
  block('169.254.0.0/16', '链路本地地址', 'a link-local address'),
  block('172.16.0.0/12', '内网地址', 'a private address'),
  block('192.168.0.0/16', '内网地址', 'a private address'),
  block('198.18.0.0/15', '性能测试地址', 'a benchmarking address'),
  block('224.0.0.0/4', '组播地址', 'a multicast address'),
  block('240.0.0.0/4', '保留地址', 'a reserved address'),
  block('::/3', '保留地址', 'a reserved address'),
  block('4000::/2', '保留地址', 'a reserved address'),
  block('8000::/2', '保留地址', 'a reserved address'),
  block('c000::/3', '保留地址', 'a reserved address'),
  block('e000::/4', '保留地址', 'a reserved address'),
  block('f000::/5', '保留地址', 'a reserved address'),
  block('f800::/6', '保留地址', 'a reserved address'),
  block('fc00::/7', '内网地址', 'a private address'),
  block('fe00::/7', '链路本地或保留地址', 'a link-local or reserved address'),
]

/** The first unusable block that a range touches; undefined when the whole range is public. `from` and `to` are of one family. */
export const unusableBlock = (from: IpAddress, to: IpAddress): { readonly zh: string; readonly en: string } | undefined =>
  unusable.find((one) => one.family === from.family && from.value <= one.last && to.value >= one.first)
