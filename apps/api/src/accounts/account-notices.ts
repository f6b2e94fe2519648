import { type AccountEvent, type AccountFacts, accountNotice } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { NotificationsApi } from '../notifications/notifications.api.js'

/** Where an account is told: its inbox, and the phone and mailbox that it had before a change or has now. */
export interface ToldAt {
  readonly inbox?: string
  readonly mobile?: string
  readonly email?: string
}

/** Tells an account what happened to it, in the transaction of what happened. */
@Injectable()
export class AccountNotices {
  constructor(private readonly notifications: NotificationsApi) {}

  async tell<Event extends AccountEvent>(tx: EntityManager, { inbox, mobile, email }: ToldAt, event: Event, facts: AccountFacts[Event]): Promise<void> {
    const { title, text, sms, personal } = accountNotice(event, facts)
    if (inbox) await this.notifications.notice(tx, { accountIds: [inbox], title, text })
    if (mobile) await this.notifications.message(tx, { channel: 'sms', to: mobile, text: sms, personal })
    if (email) await this.notifications.message(tx, { channel: 'mail', to: email, subject: title, text, personal })
  }
}
