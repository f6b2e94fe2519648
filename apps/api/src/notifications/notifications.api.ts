import { type Bilingual, type Language, say } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { v7 as timeOrderedId } from 'uuid'
import { Clock } from '../platform/clock.js'
import { JobsApi } from '../platform/jobs.api.js'
import { deliveryQueue } from './delivery.service.js'
import { NoticesReader } from './notices.reader.js'
import { NoticesRepository } from './notices.repository.js'
import { OutboxRepository } from './outbox.repository.js'
import { SmsBudget } from './sms-budget.js'

export interface Notice {
  readonly accountIds: readonly string[]
  readonly filingId?: string
  readonly title: Bilingual
  readonly text: Bilingual
}

export interface Message {
  readonly channel: 'sms' | 'mail'
  /** A mobile number or a mail address. */
  readonly to: string
  /** Mails only. */
  readonly subject?: string | Bilingual
  readonly text: string | Bilingual
  /** Parts of subject and text that say who somebody is: the operator's page masks them. Numbers and addresses are masked by their form. */
  readonly personal: readonly string[]
  /** When what it carries runs out; it is not sent after that. Left out: never. */
  readonly expiresAt?: string
  /** What it carries and for whom, where a newer one ends it: see `supersede`. */
  readonly about?: string
  /** Somebody without password or session has it sent: it has the strangers' part of the day's SMS, and not the holders'. */
  readonly byStranger?: boolean
  /** Left out: a bilingual text is sent in both languages. */
  readonly language?: Language
}

/**
 * Says things to people, in the transaction of what it is about: rolled back, nobody hears of it. Delivery happens after the commit.
 * Ids are ordered by time (RFC 9562, version 7): of what was said in the same instant the later stands above.
 */
@Injectable()
export class NotificationsApi {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: JobsApi,
    private readonly notices: NoticesRepository,
    private readonly outbox: OutboxRepository,
    private readonly inbox: NoticesReader,
    private readonly budget: SmsBudget,
  ) {}

  /** Puts a notice into the inbox of each account. */
  async notice(tx: EntityManager, { accountIds, filingId, title, text }: Notice): Promise<void> {
    for (const accountId of new Set(accountIds)) {
      await this.notices.insert(tx, { id: timeOrderedId(), accountId, at: this.clock.now(), filingId: filingId ?? null, title, text })
    }
  }

  /** Queues a message. It is stored sealed; the operator's message page shows it masked. */
  async message(tx: EntityManager, { channel, to, subject = '', text, personal, expiresAt, about, byStranger = false, language }: Message): Promise<void> {
    const id = timeOrderedId()
    await this.outbox.insert(tx, {
      id, channel, to, subject: worded(subject, language), text: worded(text, language), personal, at: this.clock.now(), expiresAt: expiresAt ?? null,
      about: about ?? null, byStranger,
    })
    await this.jobs.send(tx, deliveryQueue, { id })
  }

  /** Ends what was said about this before and may not have arrived: an old code after the new one would be taken for it. */
  supersede(tx: EntityManager, about: string): Promise<void> {
    return this.outbox.supersede(tx, about, this.clock.now())
  }

  /** What an account was told: its inbox, and that messages went to its phone and mailbox; without their text, which may hold codes. */
  async toldTo(tx: EntityManager, accountId: string, contacts: readonly string[]) {
    return { notices: await this.inbox.listAll(accountId), messages: await this.outbox.listTo(tx, contacts) }
  }

  /** Messages that are settled and older than `before`, with their recipients. */
  removeOld(tx: EntityManager, before: string): Promise<void> {
    return this.outbox.removeOld(tx, before)
  }

  countUnread(accountId: string): Promise<number> {
    return this.inbox.countUnread(accountId)
  }

  /** Seconds until strangers can have an SMS sent to somebody; 0 = now. See SmsBudget. */
  secondsToWaitForStrangers(tx: EntityManager): Promise<number> {
    return this.budget.secondsToWaitForStrangers(tx)
  }
}

function worded(text: string | Bilingual, language: Language | undefined): string {
  if (typeof text === 'string') return text
  return language ? say(text, language) : `${text.zh} / ${text.en}`
}
