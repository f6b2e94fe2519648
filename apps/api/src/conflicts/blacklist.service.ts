import type { BlacklistEntry } from '@icp/contract'
import { type BlacklistForm, blacklistFindings, tidyBlacklist } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../http/request.js'
import { changedMeanwhile } from '../platform/changed-meanwhile.js'
import { Clock } from '../platform/clock.js'
import { canonicalJson, sha256 } from '../platform/digest.js'
import type { Once } from '../platform/once.js'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'
import { domainKeyOf, domainToAscii, subjectKeyOf } from '../register/subject-key.api.js'
import { alreadyLifted, blacklistPlace, entryInvalid, listedFinding } from './blacklist-entry.js'
import { BlacklistReader } from './blacklist.reader.js'

/** The operator keeps the blacklist. An entry is never removed or rewritten, only lifted: what kept a filing back stays explainable. */
@Injectable()
export class BlacklistService {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: BlacklistReader,
    private readonly audit: AuditApi,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  add(session: SessionInfo, given: BlacklistForm, once: Once | null): Promise<BlacklistEntry> {
    return this.transactions.write(once, async (tx) => {
      const form = tidyBlacklist(given)
      const findings = blacklistFindings(form, domainToAscii)
      if (findings.length > 0) throw entryInvalid(findings)
      const key = form.kind === 'domain' ? domainKeyOf(form.domain) : (subjectKeyOf(this.sealing, form) ?? '')
      if (await this.isListed(tx, key, form)) throw entryInvalid([listedFinding(form.kind === 'domain' ? 'domain' : 'certificateNumber')])
      const id = randomUUID()
      await this.insert(tx, id, key, form, session.accountId)
      return this.witnessed(tx, session, id, 'blacklist.add')
    })
  }

  /** Refuses: conflict when it is lifted already or was changed meanwhile. */
  lift(session: SessionInfo, id: string, version: number, once: Once | null): Promise<BlacklistEntry> {
    return this.transactions.write(once, async (tx) => {
      if ((await this.reader.get(tx, id)).standing === 'lifted') throw alreadyLifted()
      const { affected } = await statement(
        tx, 'UPDATE blacklist_entries SET lifted_at = $3, lifted_by = $4, version = version + 1 WHERE id = $1 AND version = $2 AND lifted_at IS NULL', [id, version, this.clock.now(), session.accountId],
      )
      if (affected !== 1) throw changedMeanwhile()
      return this.witnessed(tx, session, id, 'blacklist.lift')
    })
  }

  /** Whether an entry that nobody has lifted holds on one of the days. The lock makes two who enter the same thing at once wait for each other. */
  private async isListed(tx: EntityManager, key: string, { validFrom, validUntil }: BlacklistForm): Promise<boolean> {
    await statement(tx, `SELECT pg_advisory_xact_lock(hashtextextended('blacklist ' || $1, 0))`, [key])
    const { rows } = await statement(
      tx,
      `SELECT FROM blacklist_entries WHERE key = $1 AND lifted_at IS NULL AND daterange(valid_from, valid_until, '[]') && daterange($2::date, $3::date, '[]') LIMIT 1`,
      [key, validFrom, validUntil || null],
    )
    return rows.length > 0
  }

  private async insert(tx: EntityManager, id: string, key: string, form: BlacklistForm, by: string): Promise<void> {
    const isSubject = form.kind === 'subject'
    await statement(
      tx,
      `INSERT INTO blacklist_entries (id, kind, key, domain, certificate_type, certificate_number, reason, source, valid_from, valid_until, added_at, added_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id, form.kind, key, isSubject ? null : form.domain, isSubject ? form.certificateType : null, isSubject ? this.sealing.seal(blacklistPlace(id), form.certificateNumber) : null,
        form.reason, form.source, form.validFrom, form.validUntil || null, this.clock.now(), by,
      ],
    )
  }

  private async witnessed(tx: EntityManager, session: SessionInfo, id: string, action: string): Promise<BlacklistEntry> {
    const entry = await this.reader.get(tx, id)
    await this.audit.append(tx, { actor: actorOf(session), action, objectType: 'blacklist-entry', objectId: id, digest: sha256(canonicalJson(entry)), detail: { kind: entry.kind } })
    return entry
  }
}
