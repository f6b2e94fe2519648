import { domainToASCII, domainToUnicode } from 'node:url'
import {
  hasApprovedSuffix, normaliseFilingNumber, normaliseHost, normaliseName, normalisePackageName, normaliseTyped, parseFilingNumber, Refusal, filedDomain,
} from '@icp/domain'
import { escapeLike } from '../platform/like.js'

export interface Question {
  readonly as: 'domain' | 'number' | 'package' | 'name'
  /** As it was understood, for the page to show. */
  readonly text: string
  /** Which of the statements of the reader answers it, and its parameter. */
  readonly by: 'domain' | 'package' | 'service-number' | 'subject-number' | 'name-start' | 'name-part'
  readonly value: string
  /** For a package name, the domain that the same letters may be. */
  readonly orDomain?: string
}

const fewest = 2

/** Recognises what was typed: a filing number, the package name of an app, a domain (out of any address), or else a name. Refuses (invalid) what holds fewer than two letters or digits. */
export function readQuestion(q: string): Question {
  return readNumber(q) ?? readPackage(q) ?? readDomain(q) ?? readName(q)
}

function readNumber(q: string): Question | undefined {
  const number = normaliseFilingNumber(q)
  if (!number) return undefined
  return { as: 'number', text: number, by: parseFilingNumber(number)?.serviceNumber ? 'service-number' : 'subject-number', value: number }
}

/**
 * Package names begin where domains end: `com.example.shop`. Some are hosts as well (`cn.example.com`), so that domain is looked for too. A mini program's AppID is
 * known by its shape.
 */
function readPackage(q: string): Question | undefined {
  const name = normalisePackageName(q)
  const value = name.toLowerCase()
  const labels = value.split('.')
  const isReversed = labels.length > 2 && /^[a-z]\w*(?:\.[\w-]+)+$/.test(value) && hasApprovedSuffix(labels[0] ?? '')
  if (!isReversed && !/^wx[0-9a-f]{16}$/.test(value)) return undefined
  return { as: 'package', text: name, by: 'package', value, orDomain: filedDomain(value) ?? '' }
}

/** `https://www.例子.中国:8443/a?b` → `xn--fsqu00a.xn--fiqs8s`: the part that is filed (icp-filing.md §6 nos 3 and 30, §7). */
function readDomain(q: string): Question | undefined {
  const host = normaliseHost(normaliseTyped(q).replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//i, '').replace(/[/?#\\].*$/s, '').replace(/^[^@]*@/, '').replace(/:\d*$/, ''))
  if (!/^[^.]+(?:\.[^.]+)+$/.test(host)) return undefined
  const ascii = domainToASCII(host).toLowerCase()
  if (ascii === '') return undefined
  const filed = filedDomain(ascii)
  // A dot in a Chinese name does not make it a domain; a plain host with an unknown ending is one that cannot be on record.
  if (!filed && !/^[a-z0-9.-]+$/.test(host)) return undefined
  const value = filed ?? ascii
  return { as: 'domain', text: domainToUnicode(value), by: 'domain', value }
}

function readName(q: string): Question {
  const name = normaliseName(q)
  const length = [...name.matchAll(/[\p{L}\p{N}]/gu)].length
  if (length < fewest) throw tooShort()
  // Names are filed with brackets of either width.
  const pattern = escapeLike(name.toLowerCase()).replace(/[()（）]/g, '_')
  return length === fewest
    ? { as: 'name', text: name, by: 'name-start', value: `${pattern}%` }
    : { as: 'name', text: name, by: 'name-part', value: `%${pattern}%` }
}

function tooShort(): Refusal {
  const text = { zh: '请至少输入两个字。', en: 'Enter at least two characters.' }
  const fix = { zh: '可以输入域名、备案号或主办者名称。', en: 'Enter a domain, a filing number or the name of the owner.' }
  return new Refusal('invalid', 'look-up-too-short', text, { findings: [{ rule: 'look-up-too-short', path: 'q', severity: 'block', text, fix, source: '' }] })
}
