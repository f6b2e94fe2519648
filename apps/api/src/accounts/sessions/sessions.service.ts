import { type AnswerOf, type BodyOf, listedLogOns } from '@icp/contract'
import { Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../../http/request.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/transaction.service.js'
import { LogOnRecordsRepository } from '../log-on/log-on-records.repository.js'
import { PasswordProof, wrongPassword } from '../passwords/password-proof.js'
import { SessionsRepository } from '../sessions.repository.js'
import { DevicesRepository } from './devices.repository.js'

type Proven = BodyOf<'endOtherSessions'>

/** What an account sees of its own sessions and devices, and how it ends them: with its password, so that a stolen session shuts nobody out (ASVS 5.0, 7.5.2). */
@Injectable()
export class SessionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionsRepository,
    private readonly devices: DevicesRepository,
    private readonly logOns: LogOnRecordsRepository,
    private readonly passwords: PasswordProof,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  async list(session: SessionInfo): Promise<AnswerOf<'listOwnSessions'>> {
    return { rows: await this.sessions.listOf(session.accountId, session.id, this.clock.now()) }
  }

  /** Refuses (not found) what is no live session of this account. */
  async endOne(session: SessionInfo, id: string, proven: Proven): Promise<void> {
    await this.proven(session, proven, async (tx) => {
      if (!(await this.sessions.closeOne(tx, session.accountId, id))) throw noSession()
      await this.noteEnd(tx, session, 1)
    }, async (tx) => {
      if (!(await this.sessions.has(tx, session.accountId, id))) throw noSession()
    })
  }

  async endOthers(session: SessionInfo, proven: Proven): Promise<void> {
    await this.proven(session, proven, async (tx) => {
      const { ended, forgotten } = await this.sessions.closeAll(tx, session.accountId, session.id)
      if (ended + forgotten > 0) await this.noteEnd(tx, session, ended, forgotten)
    })
  }

  async listDevices(session: SessionInfo): Promise<AnswerOf<'listOwnDevices'>> {
    return { rows: await this.devices.listOf(session.accountId, session.id) }
  }

  async listLogOns(session: SessionInfo): Promise<AnswerOf<'listOwnLogOns'>> {
    return { rows: await this.logOns.listOf(session.accountId, listedLogOns) }
  }

  /** Whoever has the device logs on anew, and the account hears of it as of a new one. Refuses (not found) what is no device of this account. */
  async forgetDevice(session: SessionInfo, id: string, proven: Proven): Promise<void> {
    await this.proven(session, proven, async (tx) => {
      const ended = await this.devices.forget(tx, session.accountId, id)
      if (ended === undefined) throw noDevice()
      await this.noteEnd(tx, session, ended, 1)
    }, async (tx) => {
      if (!(await this.devices.has(tx, session.accountId, id))) throw noDevice()
    })
  }

  /** See SessionsRepository.renew. */
  renew(session: SessionInfo): Promise<string | undefined> {
    return this.transactions.write(null, (tx) => this.sessions.renew(tx, session.id))
  }

  /** A wrong password counts, which is why its refusal is thrown after the commit. `first`: what is not there is told before the password is looked at, so it costs no try. */
  private async proven(session: SessionInfo, { password }: Proven, end: (tx: EntityManager) => Promise<void>, first?: (tx: EntityManager) => Promise<void>): Promise<void> {
    const right = await this.transactions.write(null, async (tx) => {
      await first?.(tx)
      if (!(await this.passwords.prove(tx, session, password, 'sessions'))) return false
      await end(tx)
      return true
    })
    if (!right) throw wrongPassword('password')
  }

  private noteEnd(tx: EntityManager, session: SessionInfo, ended: number, forgotten = 0): Promise<void> {
    return this.audit.append(tx, {
      actor: actorOf(session), action: 'account.sessions-end', objectType: 'account', objectId: session.accountId, detail: { ended, forgotten },
    })
  }
}

const noSession = () => new Refusal('not-found', 'no-session', { zh: '该登录会话已经结束。', en: 'This session has ended already.' })
const noDevice = () => new Refusal('not-found', 'no-device', { zh: '该设备已经移除。', en: 'This device has been forgotten already.' })
