import type { VerificationAnswer } from '@icp/contract'
import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { TestApp } from './app.js'

/** A verification code, answered the way without a picture. Good once. */
export async function solvedVerification(api: TestApp): Promise<VerificationAnswer> {
  const challenge = (await api.inject('askProofChallenge')).body.challenge as unknown as Challenge
  const solution = await solveChallenge({ challenge, deriveKey })
  return { way: 'proof', payload: Buffer.from(JSON.stringify({ challenge, solution })).toString('base64') }
}
