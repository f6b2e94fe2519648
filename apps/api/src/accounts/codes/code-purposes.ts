import type { CodePurpose as Occasion } from '@icp/domain'

interface Purpose {
  /** Which words carry the code. */
  readonly occasion: Exclude<Occasion, 'confirmation'>
  /** `anyone`: a stranger can have it sent to any number, so few are sent. `holder`: only after the password, or from a session. */
  readonly askedBy: 'anyone' | 'holder'
  /** Not even while the SMS platform is off: whoever asks is not known, and a code on their screen would hand them the account. */
  readonly neverOnScreen?: true
}

/** What a one-time code may be for. A code of one purpose opens nothing of another. */
export const codePurposes = {
  'registration-mobile': { occasion: 'registration', askedBy: 'anyone' },
  'registration-mail': { occasion: 'registration', askedBy: 'anyone' },
  'log-on': { occasion: 'log-on', askedBy: 'holder' },
  cancel: { occasion: 'step-up', askedBy: 'holder' },
  password: { occasion: 'password', askedBy: 'holder' },
  export: { occasion: 'export', askedBy: 'holder' },
  closure: { occasion: 'closure', askedBy: 'holder' },
  'contact-old': { occasion: 'contact-old', askedBy: 'holder' },
  'contact-new': { occasion: 'contact-new', askedBy: 'holder' },
  'lost-mail': { occasion: 'contact-old', askedBy: 'holder' },
  'lost-phone': { occasion: 'contact-new', askedBy: 'holder' },
  reset: { occasion: 'reset', askedBy: 'anyone', neverOnScreen: true },
} as const satisfies Readonly<Record<string, Purpose>>

export type CodePurpose = keyof typeof codePurposes
