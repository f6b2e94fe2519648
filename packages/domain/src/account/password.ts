/**
 * Passwords are judged by length and by being guessable, not by kinds of characters (NIST SP 800-63B §3.1.1): at least 12 because a second
 * factor exists, at most 128 so that hashing stays cheap.
 */
export const passwordLength = { least: 12, most: 128 } as const

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

/** True for a password that is among the first that anybody would try. Length and the user name are judged apart. */
export const isGuessable = (password: string): boolean => {
  const lower = password.toLowerCase()
  if (isRepetition(lower) || isRun(lower)) return true
  return [lettersOf(lower), lettersOf(plain(password)), lettersOf(plain(password.replace(/[\d\W_]+$/u, '')))].some((letters) => guessedWords.has(letters))
    || /^(?:\d|\W|_)*$/u.test(password) && new Set(password).size < 6
}
