import punycode from 'punycode/punycode.js'

export interface DomainForms {
  /** A-labels, as DNS knows the name (`xn--fsqu00a.xn--fiqs8s`); '' when the text is no host name. */
  readonly ascii: string
  /** U-labels, as people read it (`例子.中国`); the same as `ascii` for a name in plain letters. */
  readonly unicode: string
}

/** UTS 46 by the platform. Anything that is more than a host name (path, port, user) is none. */
const toAscii = (domain: string): string => {
  if (domain === '' || /[\s/:?#@\\[\]%]/.test(domain)) return ''
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return ''
  }
}

/**
 * The platform has no way back. What decodes to a name that is not the same host again (a forged `xn--` of plain letters, say) has no
 * Unicode form: it is never shown as another name than it is.
 */
const toUnicode = (ascii: string): string => {
  try {
    const unicode = punycode.toUnicode(ascii)
    return toAscii(unicode) === ascii ? unicode : ascii
  } catch {
    return ascii
  }
}

export const domainForms = (domain: string): DomainForms => {
  const ascii = toAscii(domain)
  return { ascii, unicode: ascii === '' ? '' : toUnicode(ascii) }
}

/** The other way to write an internationalised domain than the given one; '' for a name in plain letters, or for no host name. */
export const otherForm = (domain: string): string => {
  const { ascii, unicode } = domainForms(domain)
  if (ascii === unicode) return ''
  return domain.toLowerCase() === ascii ? unicode : ascii
}

/** A domain with its other form: `例子.中国 (xn--fsqu00a.xn--fiqs8s)`. What was stored comes first. */
export const domainBothWays = (domain: string): string => {
  const other = otherForm(domain)
  return other === '' ? domain : `${domain} (${other})`
}
