import { normaliseCertificateNumber } from './normalise-typed.js'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const weights = [3, 7, 9, 10, 5, 8, 4, 2]

/** Organisation code (组织机构代码, GB 11714): eight characters and a check character, with or without the printed hyphen. */
export const isOrganisationCode = (typed: string): boolean => {
  const text = normaliseCertificateNumber(typed).replace(/^(.{8})-(.)$/, '$1$2')
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(text)) return false
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(text[index] ?? ''), 0)
  return '0X987654321'[sum % 11] === text[8]
}
