import type { AnswerOf } from '@icp/contract'
import { acceptanceDocuments } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { Clock, later } from '../../platform/clock.js'
import { randomToken } from '../../platform/digest.js'
import { type Limit, Limits } from '../../platform/limits.js'
import type { Once } from '../../platform/once.js'
import { Transactions } from '../../platform/transaction.service.js'
import { missingFrom } from '../acceptances.repository.js'
import { RegistrationCodesService } from './registration-codes.service.js'
import { acceptFirst, alreadyRegistered, noRegistration, outdatedDocument } from './registration-refusals.js'
import { registrationSeconds } from './registration-time.js'
import { type Accepted, type RunningRegistration, RegistrationsRepository } from './registrations.repository.js'

const perVisitor: Limit = { name: 'registration-start', points: 300, seconds: 3600 }

/** A registration on its way: it belongs to one browser by a cookie, and knows what was accepted. */
@Injectable()
export class RegistrationService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly registrations: RegistrationsRepository,
    private readonly codes: RegistrationCodesService,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /** Answers the cookie's value. */
  async start(ip: string): Promise<string> {
    await this.limits.take(perVisitor, ip)
    const cookie = randomToken()
    await this.transactions.write(null, (tx) => this.registrations.insert(tx, cookie, this.clock.now()))
    return cookie
  }

  async get(cookie: string | undefined): Promise<AnswerOf<'getRegistration'>> {
    const found = cookie === undefined ? undefined : await this.registrations.find(this.database.manager, cookie, later(this.clock.now(), -registrationSeconds))
    if (!found) throw noRegistration()
    return this.shown(found)
  }

  /** The terms before the pledge, each in the version in force. Accepting again changes nothing. */
  async accept(cookie: string, document: Accepted['document'], version: string, once: Once | null): Promise<AnswerOf<'getRegistration'>> {
    const after = await this.transactions.write(once, async (tx): Promise<RunningRegistration> => {
      const now = this.clock.now()
      const registration = await this.registrations.lock(tx, cookie, later(now, -registrationSeconds))
      if (!registration) throw noRegistration()
      if (registration.userName) throw alreadyRegistered()
      if (version !== acceptanceDocuments[document].version) throw outdatedDocument()
      const missing = missingFrom(registration.accepted)
      if (!missing.includes(document)) return registration
      if (missing[0] !== document) throw acceptFirst()
      const accepted = [...registration.accepted, { document, version, acceptedAt: now }]
      await this.registrations.saveAccepted(tx, registration.token, accepted)
      return { ...registration, accepted }
    })
    return this.shown(after)
  }

  private async shown(registration: RunningRegistration): Promise<AnswerOf<'getRegistration'>> {
    return { accepted: [...registration.accepted], codes: await this.codes.shown(registration), done: registration.userName !== null }
  }
}
