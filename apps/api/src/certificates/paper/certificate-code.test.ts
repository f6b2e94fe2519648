import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { codeAlphabet, codeRandomBytes, formatCertificateCode, makeCertificateCode, normaliseCertificateCode, parseCertificateCode } from './certificate-code.js'

const someRandom = fc.uint8Array({ minLength: codeRandomBytes, maxLength: codeRandomBytes })

test('a code is three groups of four characters without look-alikes, and is read back as itself', () => {
  fc.assert(fc.property(someRandom, (random) => {
    const code = makeCertificateCode(random)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    expect(parseCertificateCode(code)).toBe(code)
  }), { seed: 20261126 })
})

test('the same random bytes give the same code, and too few are refused', () => {
  const random = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  expect(makeCertificateCode(random)).toBe(makeCertificateCode(random))
  expect(() => makeCertificateCode(random.subarray(1))).toThrow('11 random bytes')
})

test('every single wrong character is noticed', () => {
  const bare = makeCertificateCode(Uint8Array.from([7, 15, 3, 20, 9, 25, 2, 21, 30, 30, 4])).replaceAll('-', '')
  for (let place = 0; place < bare.length; place++) {
    for (const other of codeAlphabet) {
      if (other === bare[place]) continue
      expect(parseCertificateCode(bare.slice(0, place) + other + bare.slice(place + 1))).toBeUndefined()
    }
  }
})

test('every swap of two different characters is noticed', () => {
  fc.assert(fc.property(someRandom, fc.nat(11), fc.nat(11), (random, left, right) => {
    const characters = [...makeCertificateCode(random).replaceAll('-', '')]
    fc.pre(characters[left] !== characters[right])
    ;[characters[left], characters[right]] = [characters[right]!, characters[left]!]
    expect(parseCertificateCode(characters.join(''))).toBeUndefined()
  }), { seed: 20261126 })
})

test('what people type is understood: lower case, spaces, full width, odd dashes, look-alikes and whole links', () => {
  const code = makeCertificateCode(Uint8Array.from([0, 1, 27, 10, 0, 1, 27, 12, 0, 1, 5]))
  const bare = code.replaceAll('-', '')
  expect(bare.startsWith('01VA01VC015')).toBe(true)
  const typed = [
    bare.toLowerCase(), ` ${code} `, code.replaceAll('-', '—'), code.replaceAll('-', ' '), bare.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('V', 'u'),
    [...bare].map((c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0)).join(''), `https://beian.example.cn/verify/${code}?from=qr`, `/verify/${code}/`,
  ]
  for (const text of typed) expect(parseCertificateCode(text)).toBe(code)
})

test('what cannot be a code is not read as one', () => {
  for (const text of ['', ' ', 'ABC', '0000-0000-0001', '京ICP备2026000001号-1', '7F3K-9Q2M-XX4', '*'.repeat(12), 'A'.repeat(5000), '\u0000'.repeat(12)]) {
    expect(parseCertificateCode(text)).toBeUndefined()
  }
})

test('formatting groups what normalising has stripped', () => {
  expect(formatCertificateCode(normaliseCertificateCode('7f3k 9q2m xx4o'))).toBe('7F3K-9Q2M-XX40')
})
