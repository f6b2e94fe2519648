import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { forgeries } from './forgeries.fixture.js'
import { type CertificateAuthority, openOrCreateAuthority } from './paper/certificate-authority.js'
import type { CertificateContent } from './paper/certificate-content.js'
import { sampleContent } from './paper/certificate-samples.js'
import { judgePayload, signPayload, type Trust } from './payload-signature.api.js'
import { respelled } from './respelled-certificate.fixture.js'
import { judgeStatement, statementOf } from './statement.js'

const at = '2026-11-23T18:05:00.000Z'
let home: string
let ours: CertificateAuthority
let theirs: CertificateAuthority
let trust: Trust
let text: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'statement-'))
  ours = await openOrCreateAuthority(join(home, 'ours'), new Date(at))
  theirs = await openOrCreateAuthority(join(home, 'theirs'), new Date(at))
  trust = { root: ours.rootPem, revoked: new Map() }
  text = await issued(ours)
})
afterAll(() => rm(home, { recursive: true }))

const content = (more: Partial<CertificateContent> = {}) => sampleContent({ issuedAt: at, services: sampleContent().services.slice(0, 1), ...more })
const issued = async (authority: CertificateAuthority, more: Partial<CertificateContent> = {}) => statementOf(content(more), await signPayload(content(more), authority))
const wordOn = (statement: string, by: Trust = trust) => judgeStatement(statement, by).word
const accepted = (statement: string, by: Trust = trust) => wordOn(statement, by) === 'genuine'

test('what was issued is read offline', () => {
  expect(judgeStatement(text, trust)).toEqual({ word: 'genuine', said: content() })
})

test('not one bit of it may be another', () => {
  const bytes = Buffer.from(text)
  const survivors: string[] = []
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = Buffer.from(bytes)
    flipped[bit >> 3] = flipped[bit >> 3]! ^ (1 << (bit & 7))
    // Not every flip leaves UTF-8; whoever reads a file decodes it so.
    if (accepted(flipped.toString('utf8'))) survivors.push(`${bit}`)
  }
  expect(survivors).toEqual([])
})

test('certificates of three generations of keys hold, each with the signer of its time', async () => {
  const years = ['2026-11-23T18:05:00.000Z', '2029-10-01T00:00:00.000Z', '2032-09-01T00:00:00.000Z']
  const signers = new Set<string>()
  for (const issuedAt of years) {
    const authority = await openOrCreateAuthority(join(home, 'ours'), new Date(issuedAt))
    signers.add(Buffer.from(authority.signerCertificate).toString('hex'))
    expect(accepted(await issued(authority, { issuedAt }), { ...trust, root: authority.rootPem })).toBe(true)
  }
  expect(signers.size).toBe(3)
  expect(accepted(text)).toBe(true)
})

test.each(forgeries)('refused: %s', async (_, forge) => {
  const forged = await forge({ text, ours, theirs, issued })
  expect(forged).not.toBe(text)
  expect(accepted(forged)).toBe(false)
})

test('offline nobody can tell what a revoked signer has signed, whenever it says that it did, and however its certificate is spelled', async () => {
  const by: Trust = { ...trust, revoked: new Map([[ours.signerPrint, { since: '2026-12-01T00:00:00.000Z' }]]) }
  expect(judgeStatement(text, by)).toEqual({ word: 'revoked-signer', said: content() })
  const other = { ...ours, signerCertificate: respelled(ours.signerCertificate) }
  expect(other.signerCertificate).not.toEqual(ours.signerCertificate)
  expect(wordOn(await issued(other))).toBe('genuine')
  expect(wordOn(await issued(other), by)).toBe('revoked-signer')
  expect(wordOn(text.replace(content().subjectName, '别的公司'), by)).toBe('not-genuine')
})

test('where the audit can be asked, what it noted before the revocation counts, and what it noted in that moment or later does not', async () => {
  const by: Trust = { ...trust, revoked: new Map([[ours.signerPrint, { since: at }]]) }
  const signed = await signPayload(content(), ours)
  const word = (notedAt: string | null) => judgePayload(content(), signed, by, notedAt)
  expect([word('2026-11-23T18:04:59.999Z'), word(at), word('2026-11-24T00:00:00.000Z'), word(null)]).toEqual(['genuine', 'revoked-signer', 'revoked-signer', 'revoked-signer'])
})
