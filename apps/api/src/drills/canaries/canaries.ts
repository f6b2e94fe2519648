import { residentIdOf } from '../../demo/synthetic-numbers.js'
import type { Random } from '../random.js'

/** Personal data or a secret that nobody else has, and that may be found in clear nowhere. */
export interface Canary {
  readonly kind: 'id' | 'phone' | 'mail' | 'password' | 'token' | 'cookie'
  readonly text: string
}

/** What one made-up person brings along. */
export interface CanaryPerson {
  readonly id: string
  readonly phone: string
  readonly mail: string
  readonly password: string
  readonly token: string
}

const digits = (random: Random, count: number): string => Array.from({ length: count }, () => random.int(10)).join('')
const words = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const letters = (random: Random, count: number): string => Array.from({ length: count }, () => words[random.int(words.length)]).join('')

/** Numbers are of people born before 1900, so that they belong to nobody. */
export const canaryPerson = (random: Random, serial: number): CanaryPerson => ({
  id: residentIdOf('110105', `18${digits(random, 2)}0${1 + random.int(9)}1${random.int(9)}`, 100 + serial * 2 + random.int(700)),
  phone: `139${digits(random, 8)}`, mail: `${letters(random, 14).toLowerCase()}@example.com`, password: `${letters(random, 9)} ${letters(random, 9)}`, token: letters(random, 43),
})

export const canariesOf = (people: readonly CanaryPerson[]): Canary[] =>
  people.flatMap(({ id, phone, mail, password, token }): Canary[] => [
    { kind: 'id', text: id }, { kind: 'phone', text: phone }, { kind: 'mail', text: mail }, { kind: 'password', text: password }, { kind: 'token', text: token },
  ])

/** A text as it may stand in a file. */
interface Form {
  readonly name: string
  readonly bytes: Buffer
}

/** In base64 a text looks different at each of three places; what depends on its neighbours is left out. */
const base64At = (text: string, before: number): string => {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)])
  return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6))
}

/** The text in the eight ways in which logs, dumps and files write things down. */
export function formsOf(text: string): Form[] {
  const bytes = Buffer.from(text)
  const base64 = [0, 1, 2].map((before) => base64At(text, before))
  const texts: (readonly [string, string])[] = [
    ['raw', text], ...base64.map((one) => ['base64', one] as const), ...base64.map((one) => ['base64', one.replaceAll('+', '-').replaceAll('/', '_')] as const),
    ['url', encodeURIComponent(text)], ['json', Array.from(text, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')],
    ['spaced', [...text].join(' ')], ['reversed', [...text].toReversed().join('')], ['hex', bytes.toString('hex')], ['hex', bytes.toString('hex').toUpperCase()],
  ]
  const utf16 = Buffer.from(text, 'utf16le')
  const all = [...texts.map(([name, written]): Form => ({ name, bytes: Buffer.from(written) })), { name: 'utf-16', bytes: utf16 }, { name: 'utf-16', bytes: Buffer.from(utf16).swap16() }]
  return [...new Map(all.map((form) => [form.bytes.toString('latin1'), form])).values()]
}
