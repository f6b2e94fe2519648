import { findProvince } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ProvidersApi } from '../../providers/providers.api.js'

interface Placed {
  readonly providerId: string | null
  readonly province: string | null
}

/** The names of the providers and administrations that people work for. */
@Injectable()
export class Organisations {
  constructor(private readonly providers: ProvidersApi) {}

  /** A function that names the organisation of each of these; null for an administrator, who works for none. */
  async naming(tx: EntityManager, rows: readonly Placed[]): Promise<(row: Placed) => string | null> {
    const names = await this.providers.names(tx, rows.flatMap(({ providerId }) => providerId ?? []))
    return ({ providerId, province }) => (providerId ? (names.get(providerId) ?? null) : province ? (findProvince(province)?.administration.zh ?? null) : null)
  }
}
