/** Characters, not bytes: at least 12 because a second factor exists (NIST SP 800-63B-4 §3.1.1.2), at most 256 so that hashing stays cheap. All of them count. */
export const passwordLength = { least: 12, most: 256 } as const

/** Words that attackers try first, and words of this product. Matched after digits and signs are taken off and look-alikes undone. */
const guessedWords = new Set([
  'password', 'passwort', 'passw', 'pass', 'qwerty', 'qwertyuiop', 'qwertyui', 'asdfgh', 'asdfghjkl', 'zxcvbn', 'zxcvbnm', 'qazwsx', 'qazwsxedc',
  'abc', 'abcd', 'abcdef', 'abcdefg', 'admin', 'administrator', 'root', 'user', 'guest', 'test', 'demo', 'login', 'welcome', 'letmein', 'iloveyou',
  'woaini', 'woainima', 'nihao', 'mima', 'wodemima', 'zhongguo', 'beijing', 'china', 'dragon', 'monkey', 'sunshine', 'princess', 'football',
  'baseball', 'master', 'superman', 'batman', 'shadow', 'trustno', 'secret', 'changeme', 'default', 'computer', 'internet', 'hello', 'helloworld',
  'icp', 'beian', 'icpbeian', 'beianicp', 'miit', 'miitbeian', 'filing', 'icpfiling', 'website', 'wangzhan', 'gongxinbu', 'guanju',
])

const rows = ['0123456789', '9876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qazwsxedcrfvtgbyhnujmikolp', '1qaz2wsx3edc4rfv']

const plain = (password: string): string =>
  password.toLowerCase().replace(/[@4]/g, 'a').replace(/[0]/g, 'o').replace(/[3]/g, 'e').replace(/[$5]/g, 's').replace(/[1!|]/g, 'i')

const lettersOf = (text: string): string => text.replace(/[^a-z]/g, '')

/** Built of one short piece over and over: `aaaaaaaaaaaa`, `abcabcabcabc`. */
const isRepetition = (text: string): boolean => /^(.{1,4})\1{2,}.{0,3}$/u.test(text)

/** Made of runs along the keyboard or the alphabet, such as `123456789012` or `qwertyuiop12`. */
const isRun = (text: string): boolean => {
  let rest = text
  while (rest.length > 0) {
    const run = rows.reduce((longest, row) => {
      let length = 0
      const cyclic = row + row
      while (length < rest.length && cyclic.includes(rest.slice(0, length + 1))) length += 1
      return Math.max(longest, length)
    }, 0)
    if (run < Math.min(3, rest.length) || run === 0) return false
    rest = rest.slice(run)
  }
  return true
}

/** Digits that people put before or behind a word: a few, a run, a day. More than that are a secret of their own. */
const isPadding = (digits: string): boolean =>
  digits.length <= 6 || /^(?:19|20)\d{6}$/.test(digits) || isRun(digits) || isRepetition(digits)

/** A word said twice or more: `sunshine-sunshine`. */
const saidOnce = (text: string): string => /^(.{4,})\1+$/u.exec(text)?.[1] ?? text

/**
 * Under which words of a list a password is found as well: as it is, and without what people add to a common one, which guessing programs add too: digits and
 * signs around it, look-alike signs, the word twice. At least four letters long, so that a random password is not taken for one.
 */
export const guessedForms = (password: string): string[] => {
  const lower = password.normalize('NFKC').toLowerCase()
  const core = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const at = lower.indexOf(core)
  const digits = (lower.slice(0, at) + lower.slice(at + core.length)).replace(/\D/g, '')
  const bare = /^[\x20-\x7e]*$/.test(core) ? [plain(core), lettersOf(plain(core))] : []
  const forms = [lower, ...(isPadding(digits) ? [core, ...bare] : [])]
  return [...new Set([...forms, ...forms.map(saidOnce)])].filter((form) => form.length >= 4)
}

/** True for a password that is among the first that anybody would try. Length, the user name and the long list of known passwords are judged apart. */
export const isGuessable = (password: string): boolean => {
  const lower = password.toLowerCase()
  if (isRepetition(lower) || isRun(lower)) return true
  return [lettersOf(lower), lettersOf(plain(password)), lettersOf(plain(password.replace(/[\d\W_]+$/u, '')))].some((letters) => guessedWords.has(letters))
    || /^(?:\d|\W|_)*$/u.test(password) && new Set(password).size < 6
}
