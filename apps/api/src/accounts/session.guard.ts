import { findOperation, type OperationId } from '@icp/contract'
import { Refusal, safetyPeriods } from '@icp/domain'
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { actorOf, findOperationId, portalOf, type SessionInfo } from '../http/request.js'
import { unauthenticated } from '../http/serve.js'
import { nowActs } from '../platform/acting.js'
import { Clock, later, secondsUntil } from '../platform/clock.js'
import { Transactions } from '../platform/transaction.service.js'
import { Cookies } from './cookies.js'
import { SessionsRepository } from './sessions.repository.js'

const touchedEverySeconds = 60

/** Pages ask these again and again by themselves. They concern nobody, and a session is not kept alive by a page that nobody is at. */
const unattended: ReadonlySet<OperationId> = new Set<OperationId>(['getRuleData'])

/** A page says with it that nobody is at it: it looked again by itself. Whoever sends it falsely only ends a session earlier. */
const unattendedHeader = 'x-icp-unattended'

/** What a session may do that began with a password too old: see who it is, and choose a new one. Logging off is open to everybody. */
const withOldPassword: ReadonlySet<OperationId> = new Set(['getMe', 'getOwnAccount', 'sendStepUpCode', 'changePassword'])

/**
 * Data leaves the system in one file, or something ends or begins for many and is not taken back: staff have proven their authenticator a short while ago, or do it
 * now (ASVS 7.5.3). Whoever finds a desk unwatched does none of it once that while is over.
 */
const needsProof: ReadonlySet<OperationId> = new Set(['exportFilings', 'downloadAuditExport', 'cancelByForce', 'clearHollow', 'publishRuleChange'])

export const provenUntil = ({ provenAt }: Pick<SessionInfo, 'provenAt'>): string => later(provenAt, 60 * safetyPeriods.proofMinutes)

const proofNeeded = () => new Refusal('forbidden', 'proof-needed', {
  zh: `此操作须重新输入身份验证器的动态口令：本次登录上一次验证已超过 ${safetyPeriods.proofMinutes} 分钟。`,
  en: `This needs a fresh code of your authenticator: this session proved it more than ${safetyPeriods.proofMinutes} minutes ago.`,
})

const passwordExpired = () => new Refusal('forbidden', 'password-expired', {
  zh: '密码使用已超过 90 天，请先更换密码。', en: 'The password is older than 90 days. Change it first.',
})

/** Gives every request its session, and lets in only the roles that the contract names for the operation. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly transactions: Transactions,
    private readonly cookies: Cookies,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const id = findOperationId(context.getHandler())
    if (!id) throw new Error(`${context.getClass().name}.${context.getHandler().name} serves no operation of the contract`)
    const { roles } = findOperation(id)
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    if (!unattended.has(id)) await this.attachSession(request)
    if (roles.includes('public')) return true
    if (!request.icpSession) throw unauthenticated()
    if (request.icpSession.passwordExpired && !withOldPassword.has(id)) throw passwordExpired()
    if (roles.includes(request.icpSession.role)) {
      if (needsProof.has(id) && provenUntil(request.icpSession) <= this.clock.now()) throw proofNeeded()
      return true
    }
    throw new Refusal('forbidden', 'role', { zh: '当前账号无权进行此操作。', en: 'Your account may not do this.' })
  }

  /** The cookie of the portal that the request came through. Seen at most once a minute, so that reading costs no write. */
  private async attachSession(request: FastifyRequest): Promise<void> {
    const token = request.cookies[this.cookies.session(portalOf(request.headers))]
    if (!token) return
    const now = this.clock.now()
    const session = await this.sessions.find(token, now)
    if (!session) return
    const attended = request.method !== 'GET' || request.headers[unattendedHeader] === undefined
    if (attended && secondsUntil(session.seenAt, now) >= touchedEverySeconds) await this.transactions.write(null, (tx) => this.sessions.touch(tx, session.id, now))
    request.icpSession = attended ? session : { ...session, endsAt: session.endsUnused }
    nowActs(actorOf(session))
  }
}
