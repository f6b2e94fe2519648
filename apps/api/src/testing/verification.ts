import type { VerificationAnswer, VerificationPurpose } from '@icp/contract'
import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { randomInt } from 'node:crypto'
import type { TestApp } from './app.js'

const visits = new WeakMap<VerificationAnswer, string>()

/** The cookie that the browser has which got the verification code, without its name; `''` for an answer made otherwise. */
export const visitOf = (answer: unknown): string => visits.get(answer as VerificationAnswer) ?? ''

/** Notes in which browser an answer was made; `cookies` as the API has set them. */
export function madeIn<Answer extends VerificationAnswer>(answer: Answer, cookies: string): Answer {
  visits.set(answer, cookies.split('=').slice(1).join('='))
  return answer
}

/** A verification code, answered the way without a picture, in a browser of its own somewhere. Good once; `inject` sends that browser's cookie along. */
export async function solvedVerification(api: TestApp, purpose: VerificationPurpose = 'log-on'): Promise<VerificationAnswer> {
  const from = `10.${[1, 2, 3].map(() => randomInt(256)).join('.')}`
  const { body, cookies } = await api.inject('askProofChallenge', { body: { purpose } }, { headers: { 'x-forwarded-for': from } })
  const challenge = body.challenge as unknown as Challenge
  const solution = await solveChallenge({ challenge, deriveKey })
  return madeIn({ way: 'proof', payload: Buffer.from(JSON.stringify({ challenge, solution })).toString('base64') }, cookies)
}
