import type { CancellationContent, FilingStatus, OpenFiling } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { statement } from '../platform/statement.js'
import { FilingEntity, FilingRevisionEntity } from './filing.entity.js'

const running: FilingStatus[] = ['awaiting-agreement', 'with-providers', 'awaiting-confirmation', 'in-review', 'returned']

export interface RunningFiling extends OpenFiling {
  readonly id: string
  readonly reference: string | null
}

/** What else is on its way about the same subject or the same domain, in the whole country. Drafts are nobody's business but their owner's. */
@Injectable()
export class OpenFilings {
  /**
   * Until the transaction ends nobody else finishes a filing of these subjects, or agrees to one, or finishes one with one of these domains, so that what is asked below stays true.
   * Locks are taken in one order for everyone.
   */
  async reserve(tx: EntityManager, subjectKeys: readonly string[], domainKeys: readonly string[]): Promise<void> {
    for (const name of [...[...new Set(subjectKeys)].sort().map((key) => `subject ${key}`), ...[...domainKeys].sort().map((key) => `domain ${key}`)]) {
      await statement(tx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 11))', [name])
    }
  }

  /** Finished and not ended, in the whole country, but for `exceptId`; nothing of whose they are. */
  async ofSubject(tx: EntityManager, subjectKey: string, exceptId?: string): Promise<OpenFiling[]> {
    const { rows } = await statement<OpenFiling>(
      tx, 'SELECT kind, status, service_numbers AS "serviceNumbers", access_ids AS "accessIds" FROM running_filings_of_subject($1, $2)', [subjectKey, exceptId ?? null],
    )
    return rows
  }

  /** How many changes of the subject were handed in since then through each provider, in the whole country, but for `exceptId`. */
  async changesOf(tx: EntityManager, subjectKey: string, since: string, exceptId: string): Promise<ReadonlyMap<string, number>> {
    const { rows } = await statement<{ provider: string; changes: number }>(tx, 'SELECT provider_id AS provider, changes FROM changes_of_subject($1, $2, $3)', [subjectKey, since, exceptId])
    return new Map(rows.map(({ provider, changes }) => [provider, changes]))
  }

  /** Running filings and drafts of one owner about one subject, and what that subject is about to receive. */
  async ofOwnSubject(tx: EntityManager, ownerAccountId: string, subjectKey: string): Promise<RunningFiling[]> {
    return this.asOpen(tx, await tx.findBy(FilingEntity, [
      { ownerAccountId, subjectKey, status: In(['draft', ...running]) },
      { receivingAccountId: ownerAccountId, receivingKey: subjectKey, status: In(running.filter((status) => status !== 'awaiting-agreement')) },
    ]))
  }

  /** Ids of what is on its way about a subject, as far as whoever acts may see it: moves to it too, once its owner has agreed. In one order for everyone who locks them. */
  async idsAbout(tx: EntityManager, subjectKey: string): Promise<string[]> {
    const { rows } = await statement<{ id: string }>(
      tx, `SELECT id FROM filings WHERE status = ANY ($2) AND (subject_key = $1 OR (receiving_key = $1 AND status <> 'awaiting-agreement')) ORDER BY id`, [subjectKey, running],
    )
    return rows.map(({ id }) => id)
  }

  /** Those of `domainKeys` that another running filing asks for. */
  async domainsOf(tx: EntityManager, domainKeys: readonly string[], exceptId: string): Promise<Set<string>> {
    if (domainKeys.length === 0) return new Set()
    const { rows } = await statement<{ key: string }>(tx, 'SELECT claimed_domains($1, $2) AS key', [[...domainKeys], exceptId])
    return new Set(rows.map((row) => row.key))
  }

  /** What the account that acts has on its way itself: all of its domains, and whether the subject is filed or being filed by it. Of staff, who own nothing, none. */
  async ownClaims(tx: EntityManager, subjectKey: string | null, exceptId: string): Promise<{ domains: readonly string[]; subject: boolean }> {
    const { rows } = await statement<{ domains: string[]; subject: boolean }>(
      tx,
      `SELECT coalesce(array_agg(DISTINCT d.key) FILTER (WHERE d.key IS NOT NULL), '{}') AS domains,
              coalesce(bool_or(f.subject_key = $1), false) OR EXISTS (SELECT FROM register_subjects s WHERE s.certificate_key = $1 AND s.state = 'in-force' AND s.owner_account_id = (SELECT acting_account())) AS subject
         FROM filings f LEFT JOIN unnest(f.domain_keys) AS d (key) ON true WHERE f.owner_account_id = (SELECT acting_account()) AND f.id <> $2 AND f.status = ANY ($3)`,
      [subjectKey, exceptId, running],
    )
    return rows[0] ?? { domains: [], subject: false }
  }

  private async asOpen(tx: EntityManager, rows: readonly FilingEntity[]): Promise<RunningFiling[]> {
    return Promise.all(rows.map(async ({ id, kind, status, reference, revision, draftContent }) => {
      const serviceNumbers = kind === 'cancel-service' ? await this.cancelledIn(tx, id, revision, draftContent) : []
      return { id, kind, status, reference, serviceNumbers }
    }))
  }

  /** A cancellation holds no personal data, so its content lies in the clear. */
  private async cancelledIn(tx: EntityManager, filingId: string, number: number, draftContent: unknown): Promise<string[]> {
    const content = draftContent ?? (await tx.findOneBy(FilingRevisionEntity, { filingId, number }))?.content
    return (content as CancellationContent).serviceNumbers
  }
}

export const isRunning = (status: FilingStatus): boolean => running.includes(status)
