import { type Filing, lateReviews, noticesFor, noticeText, type NoticeEvent, type NoticeRecipient } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AccountsApi } from '../accounts/accounts.api.js'
import { NotificationsApi } from '../notifications/notifications.api.js'

export interface NoticeSubject {
  readonly reference: string
  readonly subjectName: string
  /** Names of the providers that the filing names. */
  readonly providerNames: ReadonlyMap<string, string>
}

/** Tells everyone whom the domain names, in the transaction of what happened. */
@Injectable()
export class FilingNotices {
  constructor(
    private readonly accounts: AccountsApi,
    private readonly notifications: NotificationsApi,
  ) {}

  /** `filing`: the value after the decision. */
  async tell(tx: EntityManager, event: NoticeEvent, filing: Filing, about: NoticeSubject): Promise<void> {
    const { reference, subjectName, providerNames } = about
    for (const notice of noticesFor(event, filing)) {
      const facts = { reference, subjectName, provider: notice.providerId === null ? '' : (providerNames.get(notice.providerId) ?? '') }
      const { title, body } = noticeText(notice, facts)
      const accountIds = await this.accountIdsOf(tx, notice.to)
      await this.notifications.notice(tx, { accountIds, filingId: filing.id, title, text: body })
    }
  }

  /** Those who run the system, of the reviews that have become overdue: one message for each administration. */
  async tellOperators(tx: EntityManager, overdue: ReadonlyMap<string, number>): Promise<void> {
    if (overdue.size === 0) return
    const accountIds = await this.accounts.operatorIds(tx)
    for (const [province, count] of overdue) await this.notifications.notice(tx, { accountIds, ...lateReviews(province, count) })
  }

  private async accountIdsOf(tx: EntityManager, to: NoticeRecipient): Promise<readonly string[]> {
    switch (to.role) {
      case 'owner': return [to.accountId]
      case 'provider': return this.accounts.accountIdsOfProvider(tx, to.providerId)
      case 'reviewer': return this.accounts.reviewerIdsOf(tx, to.province)
    }
  }
}
