import type { KeptAdministration } from '@icp/contract'
import type { AdministrationContact } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { statement } from '../../platform/statement.js'

@Injectable()
export class AdministrationsRepository {
  /** Those whose contacts were ever entered. */
  async all(tx: EntityManager): Promise<KeptAdministration[]> {
    return (await statement<KeptAdministration>(tx, 'SELECT province, phone, address, website, version, changed_at AS "changedAt" FROM administrations')).rows
  }

  /** Of the administrations that have any: how many filings they review, and how many of them since `before` or longer. */
  async reviews(tx: EntityManager, before: string): Promise<{ province: string; inReview: number; overdue: number }[]> {
    return (await statement<{ province: string; inReview: number; overdue: number }>(tx, 'SELECT * FROM reviews_of_provinces($1)', [before])).rows
  }

  /** Version 0 = none was entered yet. False when somebody else was quicker. */
  async save(tx: EntityManager, province: string, version: number, { phone, address, website }: AdministrationContact, at: string): Promise<boolean> {
    const values = [province, phone, address, website, at]
    const { affected } = version === 0
      ? await statement(tx, 'INSERT INTO administrations (province, phone, address, website, version, changed_at) VALUES ($1, $2, $3, $4, 1, $5) ON CONFLICT DO NOTHING', values)
      : await statement(tx, 'UPDATE administrations SET phone = $2, address = $3, website = $4, version = version + 1, changed_at = $5 WHERE province = $1 AND version = $6', [...values, version])
    return affected === 1
  }
}
