import { isIP, isIPv6 } from 'node:net'

/** An address without the part that tells one machine from its neighbours: `203.0.113.*`, `2001:db8:1::*`. '' for what is no address. */
export function coarseAddress(address: string): string {
  const plain = address.replace(/^::ffff:/i, '')
  if (isIP(plain) === 0) return ''
  if (!isIPv6(plain)) return plain.replace(/\d+$/, '*')
  const [head = ''] = plain.split('::')
  const groups = head.split(':').filter(Boolean).slice(0, 3).map((group) => parseInt(group, 16).toString(16))
  return `${groups.join(':')}::*`
}
