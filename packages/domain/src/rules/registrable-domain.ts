import { approvedSuffixes, cnSecondLevels, suffixesFiledByHost } from '../code-tables/domain-suffixes.js'

/** Whether a top-level domain, given as an A-label, is on the list of the ministry. */
export type IsApproved = (suffix: string) => boolean

const shipped: ReadonlySet<string> = new Set(approvedSuffixes.map((row) => row.suffix))
const isShipped: IsApproved = (suffix) => shipped.has(suffix)

/** Any ending that names can be registered under. Whose a host is does not hang on the ministry's list, which changes while filings stand. */
export const anyEnding: IsApproved = (suffix) => /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(suffix)

/** Whether the last label of an A-label host is on the list of approved top-level domains. */
export const hasApprovedSuffix = (ascii: string, isApproved: IsApproved = isShipped): boolean => isApproved(ascii.slice(ascii.lastIndexOf('.') + 1))

/**
 * The registrable part (独立域名) of a host in A-labels: the label under the top-level domain, or under a second level of .cn where names are
 * registered at the third. Null when the host is itself such a level, or its top-level domain is not approved (this list knows no others).
 */
export const registrableDomain = (ascii: string, isApproved: IsApproved = isShipped): string | null => {
  const labels = ascii.split('.')
  const top = labels.at(-1) ?? ''
  if (labels.length < 2 || labels.includes('') || !isApproved(top)) return null
  const depth = top === 'cn' && cnSecondLevels.has(labels.at(-2) ?? '') ? 3 : 2
  return labels.length < depth ? null : labels.slice(-depth).join('.')
}

/** Whether hosts below this registrable domain are other organs’ and filed by themselves. */
export const isFiledByHost = (registrable: string): boolean => suffixesFiledByHost.some((suffix) => registrable.endsWith(`.${suffix}`))

/**
 * What a host is filed under: its registrable part, or under gov.cn the host itself without `www.`, since there a sub-domain is another organ's and filed by itself
 * (icp-filing.md §6 no 30). Null as for the registrable part.
 */
export const filedDomain = (ascii: string, isApproved: IsApproved = isShipped): string | null => {
  const registrable = registrableDomain(ascii, isApproved)
  if (registrable === null || registrable === ascii || !isFiledByHost(registrable)) return registrable
  return ascii.replace(/^www\./, '')
}

export type LabelFault = 'empty' | 'too-long' | 'hyphen' | 'underscore' | 'sign'

/** The first label that no DNS name may have (RFC 1035, RFC 5891 for the hyphens), with what is wrong; null when all are sound. */
export const faultyLabel = (ascii: string): { readonly label: string; readonly fault: LabelFault } | null => {
  for (const label of ascii.split('.')) {
    if (label === '') return { label, fault: 'empty' }
    if (label.length > 63) return { label, fault: 'too-long' }
    if (label.includes('_')) return { label, fault: 'underscore' }
    if (!/^[a-z0-9-]+$/.test(label)) return { label, fault: 'sign' }
    if (label.startsWith('-') || label.endsWith('-') || (label.slice(2, 4) === '--' && !label.startsWith('xn--'))) return { label, fault: 'hyphen' }
  }
  return null
}
