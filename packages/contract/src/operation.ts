import type { Caller } from '@icp/domain'
import { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export type { Caller }

/**
 * One operation of the HTTP surface as data. The server's route, validation, serialization and guard, the OpenAPI document and the typed
 * client are all made from it. Paths are below `/api`; parameters are written `:name`.
 */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: Method
  readonly path: string
  readonly summary: string
  /** Who may call, from the matrix of permissions. */
  readonly roles: readonly Caller[]
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly answer: Answer
  /** Success status; 204 has no body. */
  readonly success: 200 | 201 | 204
  /** Answers bytes of this media type instead of JSON; `answer` is then z.undefined(). */
  readonly bytes?: Bytes
  /** The body is sent as bytes of this media type. */
  readonly bodyBytes?: BodyBytes
  /** Refusal statuses beyond 400, 429, 500 and 503, which every operation may answer. */
  readonly refusals: readonly number[]
  /** Needs an `Idempotency-Key`: a repeat gives the same answer and one effect. */
  readonly idempotent: boolean
}

const nothing = z.undefined()

type Pdf = 'application/pdf'
/** Media types that are answered as bytes. `image/*`: the answer itself says which. */
type Bytes = Pdf | 'application/json' | 'application/jsonl' | 'image/*'
/** Media types of bodies that are sent as bytes. What octets are is told by themselves. */
type BodyBytes = Pdf | 'application/octet-stream'
/** Keeps in the type whether an operation answers, or is sent, bytes. */
type Sends<Answered, Sent> = (Answered extends Bytes ? { readonly bytes: Answered } : unknown) & (Sent extends BodyBytes ? { readonly bodyBytes: Sent } : unknown)

/** An operation before the matrix of permissions says who may call it. */
export type Described<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = Omit<Operation<Params, Query, Body, Answer>, 'roles'>

/** Fills in what most operations share: 403 and 409 where something changes, 404 where there are parameters. Who may call stands in the matrix of permissions. */
export function operation<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodUndefined,
  Answered extends Bytes | undefined = undefined,
  Sent extends BodyBytes | undefined = undefined,
>(row: {
  method: Method
  path: string
  summary: string
  params?: Params
  query?: Query
  body?: Body
  answer?: Answer
  success?: 200 | 201 | 204
  bytes?: Answered
  bodyBytes?: Sent
  refusals?: readonly number[]
  idempotent?: boolean
}): Described<Params, Query, Body, Answer> & Sends<Answered, Sent> {
  const refusals = new Set(row.refusals ?? [])
  // A change may meet another one of the same matter (409); a body is judged before its route is asked whether it wants one (413, 415).
  if (row.method !== 'GET') refusals.add(403).add(409).add(413).add(415)
  // What a parameter names may not be there; and one may be too long to be looked at.
  if (row.params) refusals.add(404).add(414)
  if (row.query) refusals.add(422)
  if (row.body || row.bodyBytes || row.idempotent) refusals.add(422)
  return {
    method: row.method,
    path: row.path,
    summary: row.summary,
    params: (row.params ?? nothing) as Params,
    query: (row.query ?? nothing) as Query,
    body: (row.body ?? nothing) as Body,
    answer: (row.answer ?? nothing) as Answer,
    success: row.success ?? (row.answer || row.bytes ? 200 : 204),
    ...(row.bytes ? { bytes: row.bytes } : {}),
    ...(row.bodyBytes ? { bodyBytes: row.bodyBytes } : {}),
    refusals: [...refusals].sort((a, b) => a - b),
    idempotent: row.idempotent ?? false,
  } as Described<Params, Query, Body, Answer> & Sends<Answered, Sent>
}
