import { Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../platform/clock.js'
import { type NewProvider, ProvidersRepository } from './providers.repository.js'

export type { NewProvider }

export interface Provider {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly licence: string
  /** Six digits. */
  readonly province: string
  /** A suspended provider takes no new filings; what names it already stays valid. */
  readonly state: 'active' | 'suspended'
}

/** What other capabilities may ask about access providers. */
@Injectable()
export class ProvidersApi {
  constructor(
    private readonly providers: ProvidersRepository,
    private readonly clock: Clock,
  ) {}

  /** Those that exist, suspended ones too, in no order. Ids must be uuids. */
  async findByIds(tx: EntityManager, ids: readonly string[]): Promise<Provider[]> {
    return (await this.providers.findByIds(tx, ids)).map(({ id, name, nameEn, licence, province, state }) => ({ id, name, nameEn, licence, province, state }))
  }

  /** Refuses (invalid) when there is none or it is suspended: nobody may choose it. */
  async getActive(tx: EntityManager, id: string): Promise<Provider> {
    const [provider] = await this.findByIds(tx, [id])
    if (provider?.state === 'active') return provider
    throw new Refusal('invalid', 'provider-not-active', {
      zh: '所选接入服务提供者不存在或已暂停业务，请重新查询并选择。',
      en: 'This access provider does not exist or is suspended. Query again and choose another.',
    })
  }

  /** Name by id, for those that exist. */
  async names(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.findByIds(tx, ids)).map((provider) => [provider.id, provider.name]))
  }

  /** The blocks that each of them has reported, by provider. */
  async blocksOf(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.providers.blocksOf(tx, ids)
  }

  /** Enters providers. Name and licence are unique: a repeat fails with the database's unique violation. */
  async add(tx: EntityManager, added: readonly NewProvider[]): Promise<void> {
    await this.providers.insert(tx, added, this.clock.now())
  }
}
