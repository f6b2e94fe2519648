import type { CorrectionView, RequestView } from '@icp/contract'
import { type Actor, type FieldChange, fieldLabel, type FilingContent } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Sealing } from '../platform/sealing.js'
import { RuleDataApi } from '../rule-data/rule-data.api.js'
import { maySeeValueAt } from './content-for-reader.js'
import { CorrectionEntity, CorrectionRequestEntity } from './correction.entity.js'
import { changesShown } from './field-changes.js'

/** Correction requests and corrections as a reader of the filing may see them. */
@Injectable()
export class CorrectionViews {
  constructor(
    private readonly sealing: Sealing,
    private readonly ruleData: RuleDataApi,
  ) {}

  /** A provider is not shown what is asked about values that it may not see: the reason may quote them. */
  async requestsOf(
    tx: EntityManager, filingId: string, content: FilingContent, actor: Actor, providerNames: ReadonlyMap<string, string>,
  ): Promise<RequestView[]> {
    const rows = await tx.find(CorrectionRequestEntity, { where: { filingId }, order: { openedAt: 'ASC', position: 'ASC' } })
    return rows.filter((row) => row.fields.every((path) => maySeeValueAt(content, path, actor))).map((row) => {
      const open = (column: string, sealed: string) => this.sealing.open({ table: 'correction_requests', column, row: row.id }, sealed)
      const { id, openedBy, providerId, fields, state, openedAt, answeredAt } = row
      return {
        id, openedBy, state, openedAt, answeredAt, provider: { id: providerId, name: providerNames.get(providerId) ?? '' },
        fields: fields.map((path) => ({ path, label: fieldLabel(path, content) })),
        reason: open('reason', row.reason), answer: row.answer === null ? null : open('answer', row.answer),
      }
    })
  }

  async correctionsOf(tx: EntityManager, filingId: string, content: FilingContent, actor: Actor): Promise<CorrectionView[]> {
    const names = await this.ruleData.names(tx)
    const rows = await tx.find(CorrectionEntity, { where: { filingId }, order: { revision: 'ASC' } })
    return rows.flatMap((row) => {
      const open = (column: string, sealed: string) => this.sealing.open({ table: 'corrections', column, row: row.id }, sealed)
      const changes = JSON.parse(open('changes', row.changes)) as FieldChange[]
      if (!changes.every(({ path }) => maySeeValueAt(content, path, actor))) return []
      const { id, requestId, revision, at } = row
      return [{
        id, requestId, revision, at, provider: { id: row.providerId, name: row.providerName }, by: row.byName, reason: open('reason', row.reason),
        changes: changesShown(changes, content, names),
      }]
    })
  }
}
