import type { Me } from '@icp/contract'
import { categoryOf, heldUntil, maskField } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import type { AnswerOf } from '@icp/contract'
import { DataSource, type EntityManager } from 'typeorm'
import type { SessionInfo } from '../../http/request.js'
import { NotificationsApi } from '../../notifications/notifications.api.js'
import { Clock } from '../../platform/clock.js'
import { ProvidersApi } from '../../providers/providers.api.js'
import { AcceptancesRepository, missingFrom } from '../acceptances.repository.js'
import { AccountsRepository } from '../accounts.repository.js'
import { AuthenticatorsRepository } from '../authenticator/authenticators.repository.js'

/** What an account may see of itself. */
@Injectable()
export class SelfReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly accounts: AccountsRepository,
    private readonly acceptances: AcceptancesRepository,
    private readonly notifications: NotificationsApi,
    private readonly providers: ProvidersApi,
    private readonly clock: Clock,
    private readonly authenticators: AuthenticatorsRepository,
  ) {}

  async getMe(session: SessionInfo): Promise<Me> {
    const { accountId, userName, name, role, providerId, province, endsAt, passwordExpired } = session
    const provider = providerId === null ? undefined : (await this.providers.findByIds(this.database.manager, [providerId]))[0]
    return {
      id: accountId, userName, name, role, category: categoryOf(role), province, sessionEndsAt: endsAt,
      provider: provider ? { id: provider.id, name: provider.name } : null,
      toAccept: role === 'owner' ? missingFrom(await this.acceptances.listOf(this.database.manager, accountId)) : [],
      unreadNotices: await this.notifications.countUnread(accountId), ...(passwordExpired ? { passwordExpired: true as const } : {}),
    }
  }

  /** Numbers and addresses are masked: the person knows them, whoever looks over the shoulder does not. Pass the `tx` when there is one. */
  async getAccount(accountId: string, tx: EntityManager = this.database.manager): Promise<AnswerOf<'getOwnAccount'>> {
    const { role, userName, name, certificateType, certificateNumber, mobile, email, registeredAt } = await this.accounts.get(tx, accountId)
    return {
      userName, name, certificateType, registeredAt,
      certificateNumber: maskField('certificate-number', certificateNumber), mobile: maskField('phone', mobile), email: maskField('mail', email),
      authenticatorSince: (await this.authenticators.find(tx, accountId))?.addedAt ?? null,
      heldUntil: role === 'owner' ? heldUntil(await this.accounts.mobileChangedAt(tx, accountId), this.clock.now()) : null,
      acceptances: await this.acceptances.listOf(tx, accountId),
    }
  }
}
