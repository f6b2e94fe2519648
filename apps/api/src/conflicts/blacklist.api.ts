import { type BlacklistForm, shanghaiDay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AccountActor } from '../platform/acting.js'
import { statement } from '../platform/statement.js'
import { BlacklistEntries } from './blacklist-entries.js'

/** Whom and what no filing may be about. */
@Injectable()
export class BlacklistApi {
  constructor(private readonly entries: BlacklistEntries) {}

  /** Enters it unless one entry holds on all of its days already. */
  async enterUnlessListed(tx: EntityManager, actor: AccountActor, form: BlacklistForm): Promise<void> {
    await this.entries.enter(tx, actor, form, 'every day')
  }

  /** Of entries that were lifted or ran out before the instant, whom they were about goes; the rest stays as a witness. */
  async eraseEnded(tx: EntityManager, before: string): Promise<void> {
    await statement(
      tx, `UPDATE blacklist_entries SET certificate_number = '', key = '' WHERE kind = 'subject' AND certificate_number <> '' AND (lifted_at < $1 OR valid_until < $2::date)`,
      [before, shanghaiDay(before)],
    )
  }

  /** Which of a subject (keyed index of its certificate) and of domains (A-labels) stand on the list on a day. */
  async among(tx: EntityManager, subjectKey: string | null, domainKeys: readonly string[], day: string): Promise<{ subject: boolean; domains: ReadonlySet<string> }> {
    const { rows } = await statement<{ kind: 'subject' | 'domain'; key: string }>(tx, 'SELECT kind, key FROM blacklisted($1, $2, $3)', [subjectKey, [...domainKeys], day])
    return { subject: rows.some(({ kind }) => kind === 'subject'), domains: new Set(rows.filter(({ kind }) => kind === 'domain').map(({ key }) => key)) }
  }
}
