import { type AnswerOf, findOperation, type InputOf, type OperationId, type Problem, type VerificationPurpose } from '@icp/contract'
import type { Category } from '@icp/domain'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

type Given = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

/** A browser without a screen: calls the API through its contract and keeps the cookies, so that demo data comes about as real data does. */
export class DemoCaller {
  private readonly cookies = new Map<string, string>()

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly portal: Category,
  ) {}

  /** Throws with the refusal's own words. */
  async call<Id extends OperationId>(id: Id, input: InputOf<Id> | Record<string, never> = {}): Promise<AnswerOf<Id>> {
    const operation = findOperation(id)
    const { params = {}, query = {}, body } = input as Given
    const answer = await this.app.inject({
      method: operation.method,
      url: `/api${operation.path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])))}`,
      query: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined).map(([key, value]) => [key, String(value)])),
      headers: {
        'x-icp-client': '1', 'x-icp-portal': this.portal, cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(operation.idempotent ? { 'idempotency-key': randomUUID() } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    })
    for (const { name, value } of answer.cookies) this.cookies.set(name, value)
    if (answer.statusCode >= 400) throw new Error(`${id}: ${sayRefusal(answer.json<Problem>())}`)
    return (answer.body === '' ? undefined : answer.json()) as AnswerOf<Id>
  }

  /** The verification code, answered the way without a picture. */
  async verification(purpose: VerificationPurpose) {
    const challenge = (await this.call('askProofChallenge', { body: { purpose } })).challenge as unknown as Challenge
    const solution = await solveChallenge({ challenge, deriveKey })
    return { way: 'proof' as const, payload: Buffer.from(JSON.stringify({ challenge, solution })).toString('base64') }
  }

  async logOn(userName: string, password: string): Promise<void> {
    let step = await this.call('logOn', { body: { category: this.portal, userName, password, verification: await this.verification('log-on') } })
    // An authenticator's code works once: whoever has used the last ones waits for the next.
    for (let waited = 0; step.way === 'authenticator' && step.onScreen === null && waited < 60; waited++) {
      await pause(1000)
      step = await this.call('getLogOnStep')
    }
    await this.call('enterLogOnCode', { body: { code: onScreen(step.onScreen).code } })
  }
}

/** Demo data needs the codes that are shown while the SMS platform is off, and those of the demo accounts’ authenticators. */
export function onScreen<T>(shown: T | null): T {
  if (shown === null) throw new Error('no code is shown: the SMS platform is on, or the account is not one of the demo data')
  return shown
}

const sayRefusal = ({ code, text, findings }: Problem): string =>
  [`${code}, ${text.en}`, ...findings.filter(({ severity }) => severity === 'block').map(({ rule, path, text: said }) => `${rule} ${path}: ${said.en}`)].join(' | ')
