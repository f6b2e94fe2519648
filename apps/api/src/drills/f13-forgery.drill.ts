import path from 'node:path'
import { AuthorityHolder } from '../certificates/authority-holder.js'
import { forgeries, type Genuine } from '../certificates/forgeries.fixture.js'
import { openOrCreateAuthority } from '../certificates/paper/certificate-authority.js'
import type { CertificateContent } from '../certificates/paper/certificate-content.js'
import { signPayload, type Trust } from '../certificates/payload-signature.api.js'
import { judgeStatement, statementOf } from '../certificates/statement.js'
import type { TestApp } from '../testing/app.js'
import { FilingJourneys } from '../testing/filing-journey.js'
import type { Drill, Given } from './drill.js'
import { plantInTrust, publishedTrust, tryStolenKey } from './stolen-key.js'

/** What the API has issued, as programs and people hold it, changed in every way; and genuine ones of three generations of signers. */
export const drill: Drill = {
  id: 'F13',
  promise: 'P9: a certificate verifies offline; with one bit or field changed, by any other key, or by a stolen one after its revocation, it is refused; a cancelled one shows as cancelled at once',
  fault: 'the authority knows of no revoked signer',
  moreFaults: ['what a revoked signer has signed counts without an entry of the audit'],
  run: async ({ random, full, planted, startApi }) => {
    const api = await startApi()
    const violations: string[] = []
    const journeys = new FilingJourneys(api)
    const ours = await authorityOf(api)
    plantInTrust(api, planted)
    const first = await issue(api, journeys)
    const { owner, id, code } = first
    const trust = await publishedTrust(api, ours.rootPem)
    const text = await statement(api, code)
    const content = saidBy(text, trust)
    if (!content) return { figure: 'the genuine certificate is refused', violations: ['the genuine certificate is refused'] }
    const genuine: Genuine = {
      text, ours, theirs: await openOrCreateAuthority(path.join(api.dataDir, 'another-authority'), new Date(api.clock.now())),
      issued: async (authority, more: Partial<CertificateContent> = {}) => statementOf({ ...content, ...more }, await signPayload({ ...content, ...more }, authority)),
    }
    const refused = (given: string, what: string) => void (saidBy(given, trust) && violations.push(`accepted: ${what}`))

    const bits = bitsOf(Buffer.from(text), random, full ? undefined : 500)
    for (const bit of bits) refused(flipped(Buffer.from(text), bit).toString('utf8'), `bit ${bit} flipped`)
    const forged = (await Promise.all(forgeries.map(async ([what, forge]) => [what, await forge(genuine)] as const))).filter(([, made]) => made !== text)
    for (const [what, made] of forged) refused(made, what)

    const download = async (of: { id: string; owner: typeof owner }) => (await api.inject('downloadCertificate', { params: { id: of.id } }, { as: of.owner })).bytes
    const pdf = await download({ id, owner })
    const papers = bitsOf(pdf, random, full ? 1000 : 25)
    for (const [n, bit] of papers.entries()) {
      const verdict = await judge(api, flipped(pdf, bit), n)
      if (verdict === 'genuine') violations.push(`accepted: the PDF with bit ${bit} flipped`)
    }
    if ((await judge(api, pdf, papers.length)) !== 'genuine') violations.push('the genuine PDF is refused')
    const undrawn = await issue(api, journeys)
    let judged = papers.length
    violations.push(...(await tryStolenKey(api, genuine, { code, pdf, undrawn: undrawn.id }, {
      judge: (file) => judge(api, file, ++judged), download: () => download(undrawn),
    })))
    const generations = await threeGenerations(api, journeys, violations)
    await cancelled(api, journeys, first, violations)
    return { figure: `0 of ${bits.length} flipped bits, ${forged.length} forgeries, 6 with a stolen key and ${papers.length} damaged PDFs may pass; genuine of ${generations} generations hold`, violations }
  },
}

const saidBy = (text: string, trust: Trust): CertificateContent | undefined => {
  const judged = judgeStatement(text, trust)
  return judged.word === 'genuine' ? judged.said : undefined
}

const authorityOf = (api: TestApp) => api.app.get(AuthorityHolder, { strict: false }).current()
/** By an approval. */
async function issue(api: TestApp, journeys: FilingJourneys) {
  const journey = await journeys.approved([await journeys.provider()])
  const { owner } = journey
  const { number, certificates: [certificate] } = (await api.inject('listOwnRecords', {}, { as: owner })).body.rows[0]!
  return { owner, journey, subjectNumber: number, id: certificate!.id, code: certificate!.code }
}
type Issued = Awaited<ReturnType<typeof issue>>

const statement = async (api: TestApp, code: string) => (await api.inject('getCertificateStatement', { params: { code } })).text
/** From an address of its own, as many people would send them. */
const judge = async (api: TestApp, body: Buffer, n: number) =>
  (await api.inject('verifyPdf', { body }, { headers: { 'x-forwarded-for': `198.51.${n >> 8}.${n & 255}` } })).body.verdict

function bitsOf(bytes: Buffer, random: Given['random'], most = bytes.length * 8): number[] {
  const all = bytes.length * 8
  return most >= all ? Array.from({ length: all }, (_, bit) => bit) : Array.from({ length: most }, () => random.int(all))
}

function flipped(bytes: Buffer, bit: number): Buffer {
  const changed = Buffer.from(bytes)
  changed[bit >> 3] = changed[bit >> 3]! ^ (1 << (bit & 7))
  return changed
}

/** Signers are renewed as years go by; what each of them signed holds for good. */
async function threeGenerations(api: TestApp, journeys: FilingJourneys, violations: string[]): Promise<number> {
  const today = api.clock.now()
  const texts: string[] = []
  for (const at of [today, '2029-10-01T00:00:00.000Z', '2032-09-01T00:00:00.000Z']) {
    api.clock.set(at)
    texts.push(await statement(api, (await issue(api, journeys)).code))
  }
  const trust = await publishedTrust(api, (await authorityOf(api)).rootPem)
  api.clock.set(today)
  for (const text of texts) if (!saidBy(text, trust)) violations.push(`the genuine certificate of ${JSON.parse(text).payload.issuedAt} is refused`)
  const signers = new Set(texts.map((text) => JSON.parse(text).signer as string)).size
  if (signers !== texts.length) violations.push(`${texts.length} generations were signed by ${signers} signers`)
  return signers
}

async function cancelled(api: TestApp, journeys: FilingJourneys, { journey, subjectNumber, code }: Issued, violations: string[]): Promise<void> {
  await journeys.cancelled(journey, 'cancel-subject', { subjectNumber })
  const { certificate } = (await api.inject('verifyByCode', { params: { code } })).body
  if (certificate?.state !== 'cancelled') violations.push(`a cancelled certificate shows as ${certificate?.state}`)
}
