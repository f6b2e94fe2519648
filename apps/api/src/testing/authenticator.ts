import { Secret, TOTP } from 'otpauth'

/** An authenticator app: what it shows for this secret at this time, written without the code under test. */
export const codeOf = (secret: string, now: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp: Date.parse(now) + steps * 30_000 })

/** Six digits that are none of the codes that work now. */
export const wrongCodeOf = (secret: string, now: string): string => {
  const right = [-1, 0, 1].map((steps) => codeOf(secret, now, steps))
  return ['111111', '222222', '333333', '444444'].find((code) => !right.includes(code)) as string
}
