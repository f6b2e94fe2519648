import { type BlacklistForm, blacklistFindings, tidyBlacklist } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import type { AccountActor } from '../platform/acting.js'
import { Clock } from '../platform/clock.js'
import { canonicalJson, sha256 } from '../platform/digest.js'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'
import { domainKeyOf, domainToAscii, subjectKeyOf } from '../register/subject-key.api.js'
import { blacklistPlace, entryInvalid } from './blacklist-entry.js'
import { BlacklistReader } from './blacklist.reader.js'

/** How the days of an entry stand to those that are asked about, as PostgreSQL says it. */
const standing = { 'any day': '&&', 'every day': '@>' } as const

/** The one way onto the blacklist, for the operator who keeps it and for an administration that cancels by force. */
@Injectable()
export class BlacklistEntries {
  constructor(
    private readonly reader: BlacklistReader,
    private readonly audit: AuditApi,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Answers the id of the new entry; undefined when the same stands on the list already, on one of its days or on all. Refuses (invalid) what is wrong at its fields. */
  async enter(tx: EntityManager, actor: AccountActor, given: BlacklistForm, on: keyof typeof standing): Promise<string | undefined> {
    const form = tidyBlacklist(given)
    const findings = blacklistFindings(form, domainToAscii)
    if (findings.length > 0) throw entryInvalid(findings)
    const key = form.kind === 'domain' ? domainKeyOf(form.domain) : (subjectKeyOf(this.sealing, form) ?? '')
    if (await this.isListed(tx, key, form, on)) return undefined
    const id = randomUUID()
    await this.insert(tx, id, key, form, actor.accountId)
    await this.note(tx, actor, id, 'blacklist.add')
    return id
  }

  async note(tx: EntityManager, actor: AccountActor, id: string, action: 'blacklist.add' | 'blacklist.lift'): Promise<void> {
    const entry = await this.reader.get(tx, id)
    await this.audit.append(tx, { actor, action, objectType: 'blacklist-entry', objectId: id, digest: sha256(canonicalJson(entry)), detail: { kind: entry.kind } })
  }

  /** Whether one entry that nobody has lifted holds on one of the days, or on all. The lock makes two who enter the same thing at once wait for each other. */
  private async isListed(tx: EntityManager, key: string, { validFrom, validUntil }: BlacklistForm, on: keyof typeof standing): Promise<boolean> {
    await statement(tx, `SELECT pg_advisory_xact_lock(hashtextextended('blacklist ' || $1, 0))`, [key])
    const { rows } = await statement(
      tx,
      `SELECT FROM blacklist_entries WHERE key = $1 AND lifted_at IS NULL AND daterange(valid_from, valid_until, '[]') ${standing[on]} daterange($2::date, $3::date, '[]') LIMIT 1`,
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
}
