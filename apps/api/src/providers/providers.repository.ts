import { searchTexts } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { statement } from '../platform/statement.js'
import { ProviderEntity, ProviderIpBlockEntity } from './provider.entity.js'
import { spell } from './spelling.js'

/** A provider as it is entered; what it is found by is worked out from its names. */
export interface NewProvider {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  /** Number of its licence for value-added telecommunications; unique. */
  readonly licence: string
  /** Six digits, as `city`. */
  readonly province: string
  readonly city: string
  readonly state: 'active' | 'suspended'
  /** CIDR blocks that it has reported as its own. */
  readonly ipBlocks: readonly string[]
  /** Short names and brands. */
  readonly keywords?: readonly string[]
}

/** What a provider is looked for by. */
export function foundBy({ name, nameEn, keywords = [] }: Pick<NewProvider, 'name' | 'nameEn' | 'keywords'>) {
  const spelling = spell(name)
  return { ...spelling, searchText: searchTexts({ name, nameEn, ...spelling, keywords }).join('\n') }
}

@Injectable()
export class ProvidersRepository {
  findByIds(tx: EntityManager, ids: readonly string[]): Promise<ProviderEntity[]> {
    return ids.length === 0 ? Promise.resolve([]) : tx.findBy(ProviderEntity, { id: In([...new Set(ids)]) })
  }

  async blocksOf(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    if (ids.length === 0) return new Map()
    const { rows } = await statement<{ id: string; blocks: string[] }>(
      tx, 'SELECT provider_id AS id, array_agg(block::text) AS blocks FROM provider_ip_blocks WHERE provider_id = ANY ($1) GROUP BY provider_id', [[...new Set(ids)]],
    )
    return new Map(rows.map(({ id, blocks }) => [id, blocks]))
  }

  async insert(tx: EntityManager, added: readonly NewProvider[], now: string): Promise<void> {
    const rows = added.map(({ ipBlocks: _stoodApart, keywords = [], ...provider }) => ({ ...provider, keywords: [...keywords], ...foundBy({ ...provider, keywords }), createdAt: now }))
    const blocks = added.flatMap((provider) => provider.ipBlocks.map((block) => ({ providerId: provider.id, block })))
    await tx.insert(ProviderEntity, rows)
    if (blocks.length > 0) await tx.insert(ProviderIpBlockEntity, blocks)
  }
}
