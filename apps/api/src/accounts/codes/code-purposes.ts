import type { CodePurpose as Occasion } from '@icp/domain'

/**
 * Who can have a code sent, and where to. `anyone`: a stranger, to any number. `account`: an account, to any number that it types. `stranger`: anybody, to the phone
 * of the account that they name. `holder`: only after the password, or from a session, and only to the number and mailbox that the account has.
 */
export type AskedBy = 'anyone' | 'account' | 'stranger' | 'holder'

interface Purpose {
  /** Which words carry the code. */
  readonly occasion: Exclude<Occasion, 'confirmation'>
  readonly askedBy: AskedBy
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
  'contact-new': { occasion: 'contact-new', askedBy: 'account' },
  'lost-mail': { occasion: 'contact-old', askedBy: 'holder' },
  'lost-phone': { occasion: 'contact-new', askedBy: 'account' },
  reset: { occasion: 'reset', askedBy: 'stranger', neverOnScreen: true },
} as const satisfies Readonly<Record<string, Purpose>>

export type CodePurpose = keyof typeof codePurposes
