import type { Problem } from '@icp/contract'

export interface Call {
  /** Such as `POST /log-on`, without `/api` and without the query. */
  readonly to: string
  readonly query: URLSearchParams
  /** JSON that was sent, or the bytes of a file. */
  readonly body: unknown
}

/** Answers JSON with 200, nothing with 204, or a refusal by `refuse`. */
export type Answerer = (call: Call) => unknown

export interface ApiStand {
  readonly fetch: typeof fetch
  readonly calls: Call[]
  /** Replaces or adds answers, such as when the session ends in the middle of a test. */
  readonly answer: (more: Readonly<Record<string, Answerer>>) => void
}

class Refused {
  constructor(readonly problem: Problem) {}
}

/** A refusal as the API writes it. */
export const refuse = (status: number, more: Partial<Problem> = {}): never => {
  throw new Refused({
    type: 'about:blank', status, code: `code-${status}`, title: '', findings: [], requestId: 'request-1',
    text: { zh: `拒绝 ${status}`, en: `Refused ${status}` }, ...more,
  })
}

const respond = (status: number, body: unknown): Response =>
  ({ ok: status < 400, status, headers: new Headers(), json: async () => body, blob: async () => new Blob([]) }) as unknown as Response

/**
 * Stands in for the API in component tests: plain answers by method and path (`'GET /me': () => me`). An operation without an answer is a 404;
 * one whose answer throws a TypeError is a lost connection.
 */
export function apiStand(first: Readonly<Record<string, Answerer>>): ApiStand {
  const answers: Record<string, Answerer> = { ...first }
  const calls: Call[] = []
  const stand = async (input: RequestInfo | URL, init?: RequestInit) => {
    const url = new URL(typeof input === 'string' ? input : 'url' in input ? input.url : input.href, 'http://portal.test')
    const to = `${init?.method ?? 'GET'} ${url.pathname.replace(/^\/api/, '')}`
    const call = { to, query: url.searchParams, body: typeof init?.body === 'string' ? JSON.parse(init.body) as unknown : init?.body instanceof Uint8Array ? init.body : undefined }
    calls.push(call)
    try {
      const answer = answers[to] ? await answers[to](call) : refuse(404)
      return respond(answer === undefined ? 204 : 200, answer)
    } catch (error) {
      if (error instanceof Refused) return respond(error.problem.status, error.problem)
      throw error
    }
  }
  return { fetch: stand, calls, answer: (more) => void Object.assign(answers, more) }
}
