import type { CodePurpose as Occasion } from '@icp/domain'

interface Purpose {
  /** Which words carry the code. */
  readonly occasion: Exclude<Occasion, 'confirmation'>
  /** `anyone`: a stranger can have it sent to any number, so few are sent. `holder`: only after the password, or from a session. */
  readonly askedBy: 'anyone' | 'holder'
}

/** What a one-time code may be for. A code of one purpose opens nothing of another. */
export const codePurposes = {
  'registration-mobile': { occasion: 'registration', askedBy: 'anyone' },
  'registration-mail': { occasion: 'registration', askedBy: 'anyone' },
  'log-on': { occasion: 'log-on', askedBy: 'holder' },
  cancel: { occasion: 'step-up', askedBy: 'holder' },
} as const satisfies Readonly<Record<string, Purpose>>

export type CodePurpose = keyof typeof codePurposes
