import type { Problem } from '@icp/contract'
import { type Bilingual, Refusal, type RefusalKind } from '@icp/domain'
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Config } from '../platform/config.js'
import { statementSeconds } from '../platform/database.js'
import { SealBroken } from '../platform/sealing.js'
import { findDatabaseFault, isAway, isBusy, isClash, isInputFault, isKept, isWrongMove } from '../platform/sqlstate.js'
import { headerLimit, jsonLimit, octetLimit, paramLimit, pdfLimit, requestSeconds } from './gate-limits.js'
import { storedFinding, Unreadable } from './input-refusals.js'

const statusOf: Readonly<Record<RefusalKind, number>> = {
  unauthenticated: 401, forbidden: 403, 'not-found': 404, invalid: 422, conflict: 409, locked: 423, 'rate-limited': 429, unavailable: 503,
}

const kilobytes = (bytes: number) => bytes / 1024
const awaySeconds = 5

const plain: Readonly<Record<number, readonly [code: string, title: string, text: Bilingual]>> = {
  400: ['malformed', 'Bad request', { zh: '请求无法读取。', en: 'The request cannot be read.' }],
  401: ['sign-in-first', 'Unauthorized', { zh: '请先登录。', en: 'Log on first.' }],
  403: ['forbidden', 'Forbidden', { zh: '无权进行此操作。', en: 'You may not do this.' }],
  404: ['not-found', 'Not found', { zh: '没有找到。', en: 'Not found.' }],
  408: ['too-slow', 'Request timeout', {
    zh: `请求发送超时：一次请求须在 ${requestSeconds} 秒内发完，可立即重试。`, en: `The request took too long to arrive: ${requestSeconds} seconds at most. It can be sent again at once.`,
  }],
  409: ['conflict', 'Conflict', { zh: '内容已被他人更新，请刷新后重试。', en: 'Someone changed it meanwhile. Reload and try again.' }],
  413: ['too-large', 'Content too large', {
    zh: `提交的内容过大：表单最多 ${kilobytes(jsonLimit)} KB，PDF 最多 ${kilobytes(pdfLimit)} KB，材料图片最多 ${kilobytes(octetLimit)} KB。`,
    en: `What was sent is too large: ${kilobytes(jsonLimit)} KB at most for a form, ${kilobytes(pdfLimit)} KB for a PDF, ${kilobytes(octetLimit)} KB for the picture of a paper.`,
  }],
  414: ['address-too-long', 'URI too long', {
    zh: `请求地址过长：地址中每个参数最多 ${paramLimit} 个字符，缩短后可立即重试。`, en: `The address is too long: ${paramLimit} characters at most for each of its parts. A shorter one can be sent at once.`,
  }],
  415: ['media-type', 'Unsupported media type', { zh: '不支持的内容类型：请使用 JSON、PDF，材料图片使用 application/octet-stream。', en: 'This media type is not supported: send JSON or PDF, and pictures of papers as application/octet-stream.' }],
  422: ['invalid', 'Unprocessable content', { zh: '填写的内容有误。', en: 'Some of what was entered is not valid.' }],
  423: ['locked', 'Locked', { zh: '内容已锁定，不能修改。请刷新页面查看当前状态。', en: 'This is locked and cannot be changed. Reload the page to see how it stands.' }],
  431: ['headers-too-large', 'Request header fields too large', {
    zh: `请求头过大：合计最多 ${kilobytes(headerLimit)} KB。清除本站 Cookie 后可立即重试。`,
    en: `The headers of the request are too large: ${kilobytes(headerLimit)} KB at most in all. Clear this site’s cookies; then it can be sent at once.`,
  }],
  429: ['too-many', 'Too many requests', { zh: '请求过于频繁，请稍后再试。', en: 'Too many requests. Try again later.' }],
  500: ['internal', 'Internal server error', { zh: '系统出错，请稍后再试。', en: 'Something went wrong here. Try again later.' }],
  503: ['away', 'Service unavailable', {
    zh: `系统暂时不可用，请在 ${awaySeconds} 秒后重试。`, en: `Not available for the moment. Try again in ${awaySeconds} seconds.`,
  }],
}

/** A statement that ran into its time limit (57014), or lost to others at the same rows. */
const busyText = (state: string, patience: number): Bilingual => state === '57014'
  ? {
    zh: `数据库未能在时限内答复（公开查询 ${statementSeconds.lookUp * patience} 秒，其他 ${statementSeconds.read * patience} 秒），请在 ${awaySeconds} 秒后重试。`,
    en: `The database did not answer within its limit (${statementSeconds.lookUp * patience} seconds for a public look-up, ${statementSeconds.read * patience} for anything else). Try again in ${awaySeconds} seconds.`,
  }
  : { zh: `同一内容正在被他人处理，请在 ${awaySeconds} 秒后重试。`, en: `Others are working on the same matter right now. Try again in ${awaySeconds} seconds.` }

/** Nothing of a value that does not open is shown, and nobody can mend it but whoever runs the system, from the line in the log that names its place. */
const valueDamaged: Partial<Problem> = {
  code: 'value-damaged', retryAfter: 3600, text: {
    zh: '有一项已存数据未通过完整性校验，因此未作任何显示或更改；系统日志已记录其位置，供运维人员修复。请一小时后重试。',
    en: 'A stored value did not pass its check of integrity, so nothing was shown or changed. The log names its place for whoever runs the system to mend it. Try again in an hour.',
  },
}

/** Refusals that a client of ours does not run into: rights, limits, and what the gate turns away. Who it was, and no word of what was sent. */
const told: readonly number[] = [400, 403, 413, 415, 429]

/** The one place where an error becomes an answer: application/problem+json, and nothing of the inside in it. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  private readonly log = new Logger('Refusal')

  constructor(private readonly config: Config) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>()
    const reply = host.switchToHttp().getResponse<FastifyReply>()
    const problem = problemFor(error, request.id, this.config.databasePatience)
    const guarded = /^IC\d/.test(findDatabaseFault(error)?.state ?? '')
    if ((problem.status >= 500 || guarded) && !(error instanceof Refusal)) this.log.error({ err: error, requestId: request.id }, 'not a refusal')
    if (told.includes(problem.status)) this.log.warn({ requestId: request.id, status: problem.status, code: problem.code, account: request.icpSession?.accountId ?? null }, 'refused')
    if (problem.retryAfter !== undefined) void reply.header('Retry-After', String(problem.retryAfter))
    void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(problem)
  }
}

/** Also for what is refused before there is a route. `patience`: DATABASE_PATIENCE. */
export function problemFor(error: unknown, requestId: string, patience = 1): Problem {
  if (error instanceof Refusal) {
    const status = error instanceof Unreadable ? 400 : statusOf[error.kind]
    return withStatus(status, requestId, { code: error.code, text: error.text, findings: [...error.findings], retryAfter: error.retryAfter })
  }
  if (error instanceof SealBroken) return withStatus(503, requestId, valueDamaged)
  if (error instanceof HttpException) return withStatus(error.getStatus(), requestId)
  const fault = findDatabaseFault(error)
  if (!fault) return withStatus(500, requestId)
  if (isAway(fault.state)) return withStatus(503, requestId)
  if (isBusy(fault.state)) return withStatus(503, requestId, { code: 'busy', text: busyText(fault.state, patience) })
  if (isKept(fault.state)) return withStatus(423, requestId)
  if (isInputFault(fault.state)) return withStatus(422, requestId, { findings: [storedFinding(fault.state)] })
  return withStatus(isClash(fault.state) || isWrongMove(fault.state) ? 409 : 500, requestId)
}

export function withStatus(status: number, requestId: string, more: Partial<Problem> = {}): Problem {
  const known = plain[status] ? status : status >= 500 ? 500 : 400
  const [code, title, text] = plain[known] as (typeof plain)[number]
  const { retryAfter = known === 503 ? awaySeconds : undefined, ...rest } = more
  return { type: 'about:blank', status: known, code, title, text, findings: [], ...rest, ...(retryAfter === undefined ? {} : { retryAfter }), requestId }
}
