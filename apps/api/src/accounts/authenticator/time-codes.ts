import { Secret, TOTP } from 'otpauth'

const stepSeconds = 30
/** RFC 6238 §5.2: one step of delay each way, for clocks that go wrong and people who type slowly. */
const window = 1

const of = (secret: string, label = '') =>
  new TOTP({ issuer: 'ICP备案', label, algorithm: 'SHA1', digits: 6, period: stepSeconds, secret: Secret.fromBase32(secret) })

/** 160 random bits in base 32, as authenticator apps read them. SHA-1 inside HMAC is what all of them can do (RFC 6238; its collisions do not matter here). */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** `otpauth://…`, as the QR code holds it. */
export const addressOf = (secret: string, userName: string): string => of(secret, userName).toString()

export const stepAt = (now: string): number => Math.floor(Date.parse(now) / 1000 / stepSeconds)

/** The time step whose code was typed; undefined when it is none that may be typed now. */
export function stepOf(secret: string, typed: string, now: string): number | undefined {
  if (!/^\d{6}$/.test(typed)) return undefined
  const delta = of(secret).validate({ token: typed, timestamp: Date.parse(now), window })
  return delta === null ? undefined : stepAt(now) + delta
}

export const codeOfStep = (secret: string, step: number): string => of(secret).generate({ timestamp: step * stepSeconds * 1000 })

export const startOfStep = (step: number): string => new Date(step * stepSeconds * 1000).toISOString()
