import { describe, expect, test } from '@jest/globals'
import { acceptanceDocuments } from './acceptance.js'
import { certificateTaken, emailTaken, mobileTaken, userNameTaken } from './account-conflicts.js'
import { guessedForms, isGuessable } from './password.js'
import { kindsIn, passwordFindings } from './password-rules.js'
import type { RegistrationInput } from './registration.js'
import { registrantFindings, registrationFindings, registrationRules } from './registration-rules.js'

const good: RegistrationInput = {
  userName: 'zhang-san', password: 'correct horse battery', name: '张三', certificateType: '2', certificateNumber: '110101189001010016',
  mobile: '13800000001', email: 'zhang@example.com',
}

const rows: Record<string, { readonly good: Partial<RegistrationInput>; readonly bad: Partial<RegistrationInput>; readonly at: keyof RegistrationInput }> = {
  'R-01': { good: {}, bad: { name: ' ' }, at: 'name' },
  'R-02': { good: { userName: 'a_-1' }, bad: { userName: '1abc' }, at: 'userName' },
  'R-03': { good: { password: '云端一十三里路外有人家也' }, bad: { password: 'short-one!!' }, at: 'password' },
  'R-04': { good: { password: 'Passenger of 12 ships' }, bad: { password: 'P@ssw0rd1234' }, at: 'password' },
  'R-05': { good: {}, bad: { password: 'my-Zhang-San-secret' }, at: 'password' },
  'R-06': { good: { name: 'Anne-Marie O’Neill' }, bad: { name: '张3' }, at: 'name' },
  'R-07': { good: { certificateType: '7', certificateNumber: 'E00000000' }, bad: { certificateType: '1' }, at: 'certificateType' },
  'R-08': { good: { certificateNumber: ' 11010519491231002x' }, bad: { certificateNumber: '110101189001010015' }, at: 'certificateNumber' },
  'R-09': { good: { mobile: '+86 138 0000 0001' }, bad: { mobile: '12345678901' }, at: 'mobile' },
  'R-10': { good: { email: 'a.b+c@mail.example.cn' }, bad: { email: 'zhang@' }, at: 'email' },
}

const rulesAt = (input: RegistrationInput) => registrationFindings(input).map((finding) => `${finding.rule} ${finding.path}`)

describe.each(Object.entries(rows))('%s', (id, row) => {
  test('passes the good registration', () => expect(rulesAt({ ...good, ...row.good })).toEqual([]))
  test('finds the bad one at its field', () => expect(rulesAt({ ...good, ...row.bad })).toEqual([`${id} ${row.at}`]))
})

test('every rule of the registration has a row', () => expect(registrationRules.map((rule) => rule.id)).toEqual([...Object.keys(rows), 'R-22']))

test.each([
  ['2', '110101189001010016', '1903-12-31', ['R-22 certificateNumber']], ['2', '110101189001010016', '1904-01-01', []], ['41', '81000018900101001X', '1903-12-31', ['R-22 certificateNumber']],
  ['7', 'E00000000', '1903-12-31', []], ['2', '110101189001010015', '1903-12-31', []], ['2', '110101189001010016', '1889-12-31', []],
] as const)('of type %s, the holder of %s is told on %s that nobody under fourteen registers', (certificateType, certificateNumber, today, told) => {
  expect(registrantFindings({ certificateType, certificateNumber }, today).map(({ rule, path }) => `${rule} ${path}`)).toEqual(told)
})

test('an empty registration names each field once', () => {
  const empty = Object.fromEntries(Object.keys(good).map((key) => [key, ''])) as RegistrationInput
  expect(registrationFindings(empty).map((finding) => finding.path)).toEqual(Object.keys(good))
})

test.each(['password1234', 'PASSWORD!!!!', 'qwertyuiop12', '123456789012', '111111111111', 'abcabcabcabc', 'woaini520520', 'icpbeian2026', 'Admin@123456', '1qaz2wsx3edc', 'abcdefghijkl'])(
  'the password "%s" is guessable', (password) => expect(isGuessable(password)).toBe(true))

test.each(['correct horse battery', 'Tr0ubadour&3xyz', 'mnpq-7781-xkcd', '我家门前有两棵树一棵是枣树', 'the admin sleeps at 9'])(
  'the password "%s" is not', (password) => expect(isGuessable(password)).toBe(false))

test.each([
  ['Sunshine-2026!', 'sunshine'], ['p@55w0rd123456789', 'password'], ['dragondragon', 'dragon'], ['19900307monkey', 'monkey'], ['M.o.n.k.e.y.1', 'monkey'], ['123qweasdzxc', '123qweasdzxc'],
])('the password "%s" is looked up as "%s" too', (password, form) => expect(guessedForms(password)).toContain(form))

test.each([['dragon-83920174', 'dragon'], ['我家门前dragon有两棵树', 'dragon'], ['7#4k!92$p(3)q8w', 'kpqw']])(
  'the password "%s" is not looked up as "%s"', (password, form) => expect(guessedForms(password)).not.toContain(form))

test('a password of 256 characters does, one more does not, and signs outside of the first plane count once', () => {
  const long = (length: number) => passwordFindings({ userName: 'zhang-san', password: Array.from({ length }, (_, n) => String.fromCodePoint(0x20000 + n)).join('') }).map(({ rule }) => rule)
  expect([long(256), long(257)]).toEqual([[], ['R-03']])
})

test.each([['correct horse battery', 1], ['Correct horse battery', 2], ['Correct horse battery 1', 3], ['我家门前有 Two trees', 3], ['Correct-horse-1', 4]])(
  'the password "%s" has %i kinds of characters; three are asked for under mlps alone', (password, kinds) => {
    expect(kindsIn(password)).toBe(kinds)
    expect(passwordFindings({ userName: 'zhang-san', password })).toEqual([])
    expect(passwordFindings({ userName: 'zhang-san', password }, 'mlps').map(({ rule }) => rule)).toEqual(kinds < 3 ? ['R-19'] : [])
    expect(registrationFindings({ ...good, password }, 'mlps').map(({ rule }) => rule)).toEqual(kinds < 3 ? ['R-19'] : [])
  })

test('each conflict has its own field and text', () => {
  const conflicts = [userNameTaken(), mobileTaken(), emailTaken(), certificateTaken()]
  expect(conflicts.map((finding) => finding.path)).toEqual(['userName', 'mobile', 'email', 'certificateNumber'])
  expect(new Set(conflicts.map((finding) => finding.text.zh)).size).toBe(4)
})

test('both acceptances are complete in both languages and carry the day they came into force', () => {
  for (const { version, title, paragraphs } of Object.values(acceptanceDocuments)) {
    expect(version).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(paragraphs).toHaveLength(8)
    for (const { zh, en } of [title, ...paragraphs]) expect([zh.length > 5, en.length > 5]).toEqual([true, true])
  }
})
