import { acceptanceDocuments } from '@icp/domain'
import { VerificationService } from '../accounts/verification/verification.service.js'
import type { VerificationAnswer } from '@icp/contract'
import type { TestApp } from '../testing/app.js'
import type { Random } from './random.js'

/** Whoever attacks answers every verification code right: what is tried is what stands behind it. F15 tries the code itself. */
export function passVerification(api: TestApp): void {
  api.app.get(VerificationService, { strict: false }).check = async () => undefined
}

/** Sent where `passVerification` lets everything pass. */
export const anyAnswer: VerificationAnswer = { way: 'proof', payload: 'not looked at' }

/** One of `count` addresses of an attacker, 65,536 at most, each in a network of its own. */
export function attackerAddress(random: Random, count = 50): Record<string, string> {
  const one = random.int(count)
  return { 'x-forwarded-for': `10.${one >> 8}.${one & 255}.1` }
}

/** A service of the running API, to be watched or broken by a drill. */
export const partOf = <T>(api: TestApp, token: abstract new (...args: never[]) => T): T => api.app.get(token as never, { strict: false }) as T

/** A registration that may have codes sent; answers its cookie. */
export async function acceptedRegistration(api: TestApp, headers: Record<string, string>): Promise<string> {
  const { cookies } = await api.inject('startRegistration', {}, { headers })
  for (const document of ['terms', 'pledge'] as const) {
    await api.inject('acceptForRegistration', { body: { document, version: acceptanceDocuments[document].version } }, { headers: { ...headers, cookie: cookies } })
  }
  return cookies
}
