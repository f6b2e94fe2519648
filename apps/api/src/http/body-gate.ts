import type { FastifyInstance } from 'fastify'
import { deepest, jsonLimit, octetLimit, pdfLimit } from './gate-limits.js'
import { tooDeep, unreadable } from './input-refusals.js'

/** Bytes that are no UTF-8 are refused instead of being replaced, so that nothing is stored that nobody typed. */
const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * What every body passes before anything else looks at it: JSON up to 256 KB and 32 levels, PDF up to 2 MB, octets up to 1 MB, no other type. Nesting is counted before
 * parsing. Bytes that are no UTF-8 and strings that PostgreSQL cannot store as they are (NUL, lone surrogates) are refused, in bodies, addresses and cookies.
 */
export function putUpBodyGate(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: jsonLimit }, (_request, bytes, done) => {
    try {
      done(null, parseJson(textOf(bytes as Buffer)))
    } catch (error) {
      done(error as Error)
    }
  })
  server.addContentTypeParser('application/pdf', { parseAs: 'buffer', bodyLimit: pdfLimit }, (_request, bytes, done) => done(null, bytes))
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: octetLimit }, (_request, bytes, done) => done(null, bytes))
  server.addHook('preValidation', (request, _reply, done) => {
    if (!isDecodable(request.url)) return done(unreadable('malformed-query', ''))
    const fits = isStorable(request.params) && isStorable(request.query) && isStorable(request.cookies)
    done(fits ? undefined : unreadable('ill-formed-text', ''))
  })
}

/** Whether every `%` of the address stands for bytes of UTF-8. The parser of queries takes what is none as it is written, and so for a text that nobody typed. */
function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}

function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw unreadable('ill-formed-text', '')
  }
}

/** Throws Unreadable for everything that is no well-formed JSON within the limits. An empty body is no body. */
export function parseJson(text: string): unknown {
  if (text === '') return undefined
  if (depthOf(text) > deepest) throw tooDeep()
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw unreadable('not-json', '')
  }
  if (!isStorable(value)) throw unreadable('ill-formed-text', '')
  return value
}

/** Deepest nesting of brackets outside of strings, without parsing. */
function depthOf(text: string): number {
  let depth = 0
  let most = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (inString) {
      if (unit === 0x5c) at++
      else if (unit === 0x22) inString = false
    } else if (unit === 0x22) inString = true
    else if (unit === 0x5b || unit === 0x7b) most = Math.max(most, ++depth)
    else if (unit === 0x5d || unit === 0x7d) depth--
  }
  return most
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000')
  if (Array.isArray(value)) return value.every(isStorable)
  if (value === null || typeof value !== 'object') return true
  return Object.entries(value).every(([key, part]) => key !== '__proto__' && isStorable(key) && isStorable(part))
}
