import type { ProviderForm, SuspensionReason } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { statement } from '../../platform/statement.js'
import { ProviderEntity, ProviderIpBlockEntity } from '../provider.entity.js'
import { foundBy } from '../providers.repository.js'

@Injectable()
export class KeptProvidersRepository {
  async find(tx: EntityManager, id: string): Promise<ProviderEntity | undefined> {
    return (await tx.findOneBy(ProviderEntity, { id })) ?? undefined
  }

  /** In the order of their addresses. */
  async blocksOf(tx: EntityManager, providerId: string): Promise<string[]> {
    const { rows } = await statement<{ block: string }>(tx, 'SELECT block::text FROM provider_ip_blocks WHERE provider_id = $1 ORDER BY provider_ip_blocks.block', [providerId])
    return rows.map(({ block }) => block)
  }

  /** Which of its name and licence are another's. */
  async taken(tx: EntityManager, { name, licence }: Pick<ProviderForm, 'name' | 'licence'>, exceptId: string | null): Promise<{ name: boolean; licence: boolean }> {
    const { rows } = await statement<{ name: boolean; licence: boolean }>(
      tx, `SELECT coalesce(bool_or(name = $1), false) AS name, coalesce(bool_or(licence = $2), false) AS licence FROM providers WHERE (name = $1 OR licence = $2) AND id IS DISTINCT FROM $3::uuid`,
      [name, licence, exceptId],
    )
    return rows[0] as { name: boolean; licence: boolean }
  }

  /** Until the transaction ends nobody else enters or changes a provider, so that what is asked of names and blocks below stays true. */
  async reserve(tx: EntityManager): Promise<void> {
    await statement(tx, 'SELECT pg_advisory_xact_lock(20261127)')
  }

  /** Which of its blocks have addresses in common with another provider's. */
  async overlapping(tx: EntityManager, blocks: readonly string[], exceptId: string | null): Promise<string[]> {
    if (blocks.length === 0) return []
    const { rows } = await statement<{ block: string }>(
      tx,
      `SELECT w.block::text FROM unnest($1::cidr[]) WITH ORDINALITY AS w (block, n)
        WHERE EXISTS (SELECT FROM provider_ip_blocks b WHERE b.block && w.block AND b.provider_id IS DISTINCT FROM $2::uuid) ORDER BY w.n`,
      [[...blocks], exceptId],
    )
    return rows.map(({ block }) => block)
  }

  /** False when the provider is not at this version any more. */
  async change(tx: EntityManager, id: string, version: number, form: ProviderForm): Promise<boolean> {
    const { name, nameEn, licence, province, city, keywords } = form
    const { pinyin, initials, searchText } = foundBy(form)
    const { affected } = await statement(
      tx,
      `UPDATE providers SET name = $3, name_en = $4, licence = $5, province = $6, city = $7, keywords = $8, pinyin = $9, initials = $10, search_text = $11, version = version + 1
       WHERE id = $1 AND version = $2`,
      [id, version, name, nameEn, licence, province, city, [...keywords], pinyin, initials, searchText],
    )
    return affected === 1
  }

  async replaceBlocks(tx: EntityManager, providerId: string, blocks: readonly string[]): Promise<void> {
    await tx.delete(ProviderIpBlockEntity, { providerId })
    if (blocks.length > 0) await tx.insert(ProviderIpBlockEntity, blocks.map((block) => ({ providerId, block })))
  }

  /** `suspension`: null = it takes new filings again. False when the provider is not at this version any more. */
  async stand(tx: EntityManager, id: string, version: number, suspension: { readonly reason: SuspensionReason; readonly at: string } | null): Promise<boolean> {
    const { affected } = await statement(
      tx, `UPDATE providers SET state = $3, suspended_for = $4, suspended_at = $5, version = version + 1 WHERE id = $1 AND version = $2`,
      [id, version, suspension ? 'suspended' : 'active', suspension?.reason ?? null, suspension?.at ?? null],
    )
    return affected === 1
  }
}
