import { type AnswerOf, findOperation, type InputOf, type OperationId, type Problem, type VerificationPurpose } from '@icp/contract'
import type { Category } from '@icp/domain'
import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext } from 'playwright-core'
import { send } from './send.js'
import type { Stand } from './stand.js'

/** Seconds: eight codes of an authenticator. */
const patience = 240

type Given = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }
export interface Answered {
  readonly status: number
  readonly body: unknown
  readonly problem: Problem
  readonly text: string
}

/**
 * Somebody who calls a portal's API without a screen, with cookies: for what a journey does not test, and for requests that no screen would
 * send. Goes through the portal's own server, as the pages do.
 */
export class Caller {
  readonly cookies = new Map<string, string>()
  /** Where this caller's requests come from. */
  private readonly address = `127.${[1, 2, 3].map(() => 1 + randomInt(254)).join('.')}`

  constructor(
    readonly stand: Stand,
    readonly portal: Category,
  ) {}

  /** Sends anything that the contract names, also what it would refuse, and answers what came back. */
  async ask(id: OperationId, input: Given = {}, more: { idempotencyKey?: string } = {}): Promise<Answered> {
    const operation = findOperation(id)
    const { params = {}, query = {}, body } = input
    const path = operation.path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
    const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined).map(([key, value]) => [key, String(value)]))
    const isBytes = body instanceof Uint8Array
    const payload = body === undefined ? undefined : isBytes ? Buffer.from(body) : Buffer.from(JSON.stringify(body))
    const answer = await send(`${this.stand[this.portal]}/api${path}${search.size > 0 ? `?${search}` : ''}`, this.address, {
      method: operation.method,
      headers: {
        'x-icp-client': '1', cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(operation.idempotent ? { 'idempotency-key': more.idempotencyKey ?? randomUUID() } : {}),
        ...(payload ? { 'content-type': isBytes ? (operation.bodyBytes ?? 'application/pdf') : 'application/json', 'content-length': String(payload.length) } : {}),
      },
      ...(payload ? { body: payload } : {}),
    })
    for (const cookie of answer.headers['set-cookie'] ?? []) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const { text } = answer
    const read: unknown = text !== '' && String(answer.headers['content-type']).includes('json') ? JSON.parse(text) : undefined
    return { status: answer.status, body: read, problem: read as Problem, text }
  }

  /** Throws with the refusal's own words. */
  async call<Id extends OperationId>(id: Id, input: InputOf<Id> | Record<string, never> = {}): Promise<AnswerOf<Id>> {
    const { status, body, text } = await this.ask(id, input as Given)
    if (status >= 400) throw new Error(`${id} answered ${status}: ${text}`)
    return body as AnswerOf<Id>
  }

  /** The verification code, answered the way without a picture. Good once. */
  async verification(purpose: VerificationPurpose) {
    const challenge = (await this.call('askProofChallenge', { body: { purpose } })).challenge as unknown as Challenge
    const solution = await solveChallenge({ challenge, deriveKey })
    return { way: 'proof' as const, payload: Buffer.from(JSON.stringify({ challenge, solution })).toString('base64') }
  }

  async logOn(userName: string, password: string): Promise<this> {
    let step = await this.call('logOn', { body: { category: this.portal, userName, password, verification: await this.verification('log-on') } })
    // An authenticator's code works once: whoever logs on while others do, or twice within half a minute, waits for the next, and may lose that one too.
    for (let waited = 0; waited < patience; waited += 1) {
      if (step.onScreen) {
        const answer = await this.ask('enterLogOnCode', { body: { code: step.onScreen.code } })
        if (answer.status < 400) return this
        if (step.way !== 'authenticator' || answer.problem.code !== 'code-wrong') throw new Error(`enterLogOnCode answered ${answer.status}: ${answer.text}`)
      } else if (step.way !== 'authenticator') throw new Error('No code is shown: the SMS platform is on, or this is no demo account')
      await pause(1000)
      step = await this.call('getLogOnStep')
    }
    throw new Error(`No code of the authenticator came within ${patience} s`)
  }

  /** Takes the session over from the browser that it was given to: a step up there has renewed the cookie. */
  async follow(context: BrowserContext): Promise<void> {
    for (const { name, value } of await context.cookies()) if (this.cookies.has(name)) this.cookies.set(name, value)
  }

  /** Gives a browser this caller's session. */
  async enter(context: BrowserContext): Promise<void> {
    await context.addCookies([...this.cookies].map(([name, value]) => ({ name, value, domain: 'localhost', path: '/api', httpOnly: true, sameSite: 'Strict' as const })))
    await context.addInitScript({ content: "localStorage.setItem('icp.signed-in', '1')" })
  }
}
