import type { Finding } from '../finding.js'
import { applyRules, fault, findingOf, type Rule } from '../rules/rule.js'
import { isGuessable, passwordLength } from './password.js'

const source = 'owner-journey R5'

/**
 * Which demands a password meets. `nist` (NIST SP 800-63B-4): length and a list of known ones, no kinds of characters, no end. `mlps` (GB/T 22239-2019 8.1.4.1 a,
 * 复杂度、定期更换): beside those, three of four kinds and a new one every 90 days.
 */
export type PasswordProfile = 'nist' | 'mlps'

/** How long a password may be used under `mlps`. */
export const passwordDays = 90

export interface ChosenPassword {
  readonly userName: string
  readonly password: string
}

const tooCommon = (): ReturnType<typeof fault> => fault(
  'password',
  { zh: '这个密码太常见，很容易被猜到。', en: 'This password is too common and easily guessed.' },
  { zh: '请不要使用常见词、键盘顺序或重复的字符。', en: 'Avoid common words, rows of the keyboard and repeated characters.' },
)

const commonRule: Rule<ChosenPassword> = {
  id: 'R-04', severity: 'block', source, title: { zh: '密码不易被猜到', en: 'The password is not easily guessed' },
  check: ({ password }) => ([...password].length < passwordLength.least || !isGuessable(password) ? undefined : tooCommon()),
}

export const passwordRules: readonly Rule<ChosenPassword>[] = [
  {
    id: 'R-03', severity: 'block', source, title: { zh: '密码长度', en: 'Length of the password' },
    check: ({ password }) => {
      const length = [...password].length
      if (length === 0 || (length >= passwordLength.least && length <= passwordLength.most)) return undefined
      return fault(
        'password',
        length < passwordLength.least
          ? {
            zh: `密码只有 ${length} 个字符，至少需要 ${passwordLength.least} 个。`,
            en: `The password has ${length} characters; it needs at least ${passwordLength.least}.`,
          }
          : { zh: `密码超过 ${passwordLength.most} 个字符。`, en: `The password is longer than ${passwordLength.most} characters.` },
        { zh: '几个不相关的词连在一起，既好记又安全。', en: 'A few unrelated words in a row are easy to remember and safe.' },
      )
    },
  },
  commonRule,
  {
    id: 'R-05', severity: 'block', source, title: { zh: '密码不含用户名', en: 'The password does not contain the user name' },
    check: ({ password, userName }) => {
      const name = userName.trim().toLowerCase()
      return name.length < 4 || !password.toLowerCase().includes(name) ? undefined : fault(
        'password',
        { zh: '密码中包含了用户名。', en: 'The password contains the user name.' },
        { zh: '请换一个与用户名无关的密码。', en: 'Choose a password that has nothing to do with the user name.' },
      )
    },
  },
]

const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}\s]/u]
const leastKinds = 3

/** How many of the four kinds a password has: capitals, small letters, digits, and others (signs, and letters without case such as 汉字). */
export const kindsIn = (password: string): number => kinds.filter((kind) => kind.test(password)).length

/** Only where `mlps` is asked for. */
export const mixedRule: Rule<ChosenPassword> = {
  id: 'R-19', severity: 'block', source: 'GB/T 22239-2019 8.1.4.1 a', title: { zh: '密码包含三类字符', en: 'The password mixes three kinds of characters' },
  check: ({ password }) => (password === '' || kindsIn(password) >= leastKinds ? undefined : fault(
    'password',
    { zh: '密码须包含大写字母、小写字母、数字、其他字符中的至少三类。', en: 'The password needs three of these: capitals, small letters, digits, other signs.' },
    { zh: '请加入缺少的字符类型。', en: 'Add a kind that is missing.' },
  )),
}

/** What is wrong with a chosen password, as far as the rules can tell without the list of known ones; all at `password`. */
export const passwordFindings = (chosen: ChosenPassword, profile: PasswordProfile = 'nist'): Finding[] => {
  const findings: Finding[] = []
  applyRules(profile === 'mlps' ? [...passwordRules, mixedRule] : passwordRules, chosen, findings)
  return findings
}

/** The password stands on the list of known ones, which is too long for a browser. */
export const knownPassword = (): Finding => findingOf(commonRule, tooCommon())
