import { type AnswerOf, findOperation, type InputOf, type OperationId, Problem } from '@icp/contract'
import { z } from 'zod'
import { ApiProblem, offlineProblem, unexpectedProblem } from './api-problem.js'
import { randomKey } from './random-key.js'

interface AnyInput {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly body?: unknown
}

export interface CallOptions {
  readonly signal?: AbortSignal
  /** One key per act, kept over retries of the same act. */
  readonly idempotencyKey?: string
}

export interface Client {
  call<Id extends OperationId>(id: Id, input: InputOf<Id>, options?: CallOptions): Promise<AnswerOf<Id>>
  /** For operations that answer bytes. */
  download(id: OperationId, input: AnyInput, options?: CallOptions): Promise<Blob>
}

export interface ClientSettings {
  /** Where `/api` is served; '' = the page's own origin. */
  readonly origin?: string
  readonly fetch?: typeof fetch
  /** Called on 401 of any call but the log-on itself. */
  readonly onSignedOut?: (id: OperationId) => void
}

const urlOf = (origin: string, path: string, input: AnyInput): string => {
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(input.params?.[name] ?? '')))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {})) if (value !== undefined && value !== '') search.set(name, String(value))
  const query = search.toString()
  return `${origin}/api${filled}${query ? `?${query}` : ''}`
}

const refusalOf = async (response: Response): Promise<ApiProblem> => {
  const parsed = Problem.safeParse(await response.json().catch(() => null))
  return parsed.success ? new ApiProblem(parsed.data) : unexpectedProblem(response.status, response.headers.get('x-request-id') ?? '')
}

/** A typed client of the contract. Throws ApiProblem, and only that; but an aborted call ends with the abort itself. */
export function createClient(settings: ClientSettings = {}): Client {
  const origin = settings.origin ?? ''
  const send = settings.fetch ?? ((...args: Parameters<typeof fetch>) => globalThis.fetch(...args))

  const request = async (id: OperationId, input: AnyInput, options: CallOptions): Promise<Response> => {
    const operation = findOperation(id)
    const headers: Record<string, string> = { accept: 'application/json, application/problem+json', 'x-icp-client': '1' }
    let body: BodyInit | undefined
    if (operation.bodyBytes) {
      headers['content-type'] = operation.bodyBytes
      body = input.body as BodyInit
    } else if (!(operation.body instanceof z.ZodUndefined)) {
      headers['content-type'] = 'application/json'
      body = JSON.stringify(input.body)
    }
    if (operation.idempotent) headers['idempotency-key'] = options.idempotencyKey ?? randomKey()
    let response: Response
    try {
      response = await send(urlOf(origin, operation.path, input), {
        method: operation.method, headers, credentials: 'same-origin', cache: 'no-store',
        ...(body === undefined ? {} : { body }), ...(options.signal ? { signal: options.signal } : {}),
      })
    } catch (error) {
      if (options.signal?.aborted) throw error
      throw offlineProblem()
    }
    if (response.ok) return response
    const problem = await refusalOf(response)
    if (problem.status === 401 && !operation.roles.includes('public')) settings.onSignedOut?.(id)
    throw problem
  }

  /** An answer that breaks off on its way, or that is no JSON such as a proxy's page, is a problem like any other. */
  const read = async <Body>(response: Response, options: CallOptions, body: () => Promise<Body>): Promise<Body> => {
    try {
      return await body()
    } catch (error) {
      if (options.signal?.aborted) throw error
      throw error instanceof SyntaxError ? unexpectedProblem(response.status, response.headers.get('x-request-id') ?? '') : offlineProblem()
    }
  }

  return {
    async call(id, input, options = {}) {
      const response = await request(id, input, options)
      if (response.status === 204) return undefined as never
      return (await read(response, options, () => response.json())) as never
    },
    async download(id, input, options = {}) {
      const response = await request(id, input, options)
      return read(response, options, () => response.blob())
    },
  }
}
