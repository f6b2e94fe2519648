import { openApiDocument } from '@icp/contract'
import { type AccountRole, emptyPerson, type RegistrationContent } from '@icp/domain'
import type { TestApp } from '../../testing/app.js'
import type { TestAccount } from '../../testing/accounts.js'
import { FilingJourneys, type ProviderWithStaff } from '../../testing/filing-journey.js'
import { li, sampleContent, sampleService } from '../../testing/filing-samples.js'
import { sampleJpeg } from '../../testing/pictures.js'
import { type Described, Requests } from '../fuzz/requests.js'
import { type Schema, SchemaValues } from '../fuzz/schema-values.js'
import { FuzzStand } from '../fuzz/stand.js'
import type { Random } from '../random.js'
import { type Canary, canariesOf, canaryPerson, type CanaryPerson } from './canaries.js'

export interface Spread {
  readonly canaries: readonly Canary[]
  /** One-time codes that were sent: six digits, so they are only looked for where nothing else has six digits. */
  readonly codes: readonly string[]
  readonly requests: number
  /** Refusals that gave back what must not be given back. */
  readonly echoes: readonly string[]
}

const people = 5

/** Canaries in the fields that are meant for them, on every route, as asked and spoiled, by everybody who may call it and by nobody. */
export async function spreadCanaries(api: TestApp, random: Random, rounds: number): Promise<Spread> {
  const persons = Array.from({ length: people }, (_, n) => canaryPerson(random, n))
  const codes = await liveThrough(api, persons)
  const stand = await FuzzStand.build(api, random)
  const document = openApiDocument('1')
  const schemas = (document['components'] as { schemas: Record<string, Schema> }).schemas
  const requests = new Requests(new SchemaValues(schemas, random, (name) => canaryFor(name, random.pick(persons)) ?? stand.find(name)), random)
  const secrets = persons.flatMap(({ id, phone, password, token }) => [id, phone, password, token])
  const echoes: string[] = []
  let sent = 0
  for (let round = 0; round < rounds; round++) {
    for (const operation of operationsOf(document)) {
      const allowed = operation['x-roles'].filter((role): role is AccountRole => role !== 'public')
      const role = allowed.length > 0 && random.chance(0.85) ? random.pick(allowed) : undefined
      const request = requests.compose(operation, role && stand.callers.get(role), random.chance(0.3))
      const { statusCode, body } = await api.app.inject(request.send)
      sent++
      if (statusCode >= 400) for (const secret of secrets) if (body.includes(secret)) echoes.push(`${operation.operationId} answers ${statusCode} with what it was sent`)
    }
  }
  const cookies = [...stand.callers.values()].map(({ cookie }): Canary => ({ kind: 'cookie', text: cookie.split('=')[1] ?? '' }))
  return { canaries: [...canariesOf(persons), ...cookies], codes, requests: sent, echoes }
}

const operationsOf = (document: Readonly<Record<string, unknown>>): Described[] =>
  Object.entries(document['paths'] as Readonly<Record<string, Readonly<Record<string, Omit<Described, 'path' | 'method'>>>>>)
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method })))

/** By the names of the fields that are made for such data, and of the free texts that are sealed because people write such data into them. */
function canaryFor(name: string, { id, phone, mail, password, token }: CanaryPerson): string | undefined {
  switch (name) {
    case 'mobile': case 'emergencyPhone': case 'officePhone': case 'value': case 'q': return phone
    case 'email': return mail
    case 'certificateNumber': return id
    case 'password': case 'current': return password
    case 'token': case 'payload': return token
    case 'opinion': case 'answer': case 'suggestion': case 'remark': case 'note': return `${id} ${phone}`
    default: return undefined
  }
}

/** Five owners register their data, file it and have it read; answers the codes that were sent meanwhile. */
async function liveThrough(api: TestApp, persons: readonly CanaryPerson[]): Promise<string[]> {
  const journeys = new FilingJourneys(api)
  const provider = await journeys.provider()
  const codes: string[] = []
  for (const [n, { id, phone, mail, password }] of persons.entries()) {
    const owner = await api.accounts.owner({ mobile: phone, email: mail, certificateNumber: id, password })
    // Numbers and domains apart from those that other journeys count up.
    const plain = sampleContent(9000 + n, [sampleService('s1', `kanarie${n}.com`, [provider])])
    const content: RegistrationContent = { ...plain, subject: { ...plain.subject, person: { ...emptyPerson(), ...li, certificateNumber: id, mobile: phone, email: mail } } }
    const { id: filing, version } = await journeys.draft(owner, content)
    const { paper } = (await api.inject('putPaper', { params: { id: filing }, query: { purpose: '2', about: 'subject' }, body: sampleJpeg({ says: `${id} ${phone}`, taken: mail }) }, { as: owner })).body
    await api.inject('finishFiling', { params: { id: filing }, body: { version } }, { as: owner })
    await api.inject('getPaper', { params: { id: filing, paperId: paper.id }, body: { reason: 'verify', note: `核对 ${id}` } }, { as: provider.staff })
    await api.inject('revealField', { params: { id: filing }, body: { path: 'subject.person.mobile', reason: 'contact', note: `致电 ${phone}` } }, { as: provider.staff })
    await talkOf({ api, journeys, filing, owner, provider }, `致电 ${phone}，证件 ${id}，邮箱 ${mail}`)
    for (const purpose of ['export', 'password'] as const) {
      const { onScreen } = (await api.inject('sendStepUpCode', { body: { purpose } }, { as: owner })).body
      if (onScreen) codes.push(onScreen.code)
    }
    // Drawing a PDF and comparing a password take a processor for long, and are the same for each.
    if (n > 0) continue
    await api.inject('startContactChange', { body: { channel: 'email', value: `new.${mail}`, password } }, { as: owner })
    await api.inject('exportOwnData', { body: { code: codes[0] ?? '' } }, { as: owner })
  }
  return codes
}

interface Talk {
  readonly api: TestApp
  readonly journeys: FilingJourneys
  readonly filing: string
  readonly owner: TestAccount
  readonly provider: ProviderWithStaff
}

/** What people write into the free texts about a filing, all the way to where it waits for the persons in charge. */
async function talkOf({ api, journeys, filing: id, owner, provider: { staff } }: Talk, said: string): Promise<void> {
  const version = () => journeys.version({ id, owner, staff: [staff], reviewer: owner })
  const request = await api.inject('openCorrectionRequest', { params: { id }, body: { version: await version(), fields: ['subject.name'], reason: said } }, { as: staff })
  const params = { id, requestId: request.body.id }
  const answers = [
    await api.inject('declineCorrectionRequest', { params, body: { version: await version(), answer: said } }, { as: staff }),
    await api.inject('passFiling', { params: { id }, body: { version: await version(), sheet: await journeys.sheet(id, staff), remark: said } }, { as: staff }),
  ]
  for (const { status, text } of answers) if (status !== 200) throw new Error(text)
}
