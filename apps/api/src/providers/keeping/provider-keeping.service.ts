import type { KeptProvider } from '@icp/contract'
import { type ProviderForm, providerFindings, type SuspensionReason, tidyProvider } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../../http/request.js'
import { changedMeanwhile } from '../../platform/changed-meanwhile.js'
import { Clock } from '../../platform/clock.js'
import { canonicalJson, sha256 } from '../../platform/digest.js'
import type { Once } from '../../platform/once.js'
import { Transactions } from '../../platform/transaction.service.js'
import { ProvidersRepository } from '../providers.repository.js'
import { KeptProvidersReader } from './kept-providers.reader.js'
import { KeptProvidersRepository } from './kept-providers.repository.js'
import { overlapFinding, providerInvalid, standsSo, takenFinding } from './provider-refusals.js'

/** The operator keeps the list of access providers. None is ever removed: what once stood in a filing stays explainable. */
@Injectable()
export class ProviderKeepingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly providers: ProvidersRepository,
    private readonly kept: KeptProvidersRepository,
    private readonly reader: KeptProvidersReader,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  add(session: SessionInfo, given: ProviderForm, once: Once | null): Promise<KeptProvider> {
    return this.transactions.write(once, async (tx) => {
      const form = await this.sound(tx, given, null)
      const id = randomUUID()
      await this.providers.insert(tx, [{ id, ...form, state: 'active' }], this.clock.now())
      return this.witnessed(tx, session, id, 'provider.add')
    })
  }

  change(session: SessionInfo, id: string, version: number, given: ProviderForm, once: Once | null): Promise<KeptProvider> {
    return this.transactions.write(once, async (tx) => {
      const before = await this.reader.get(id, tx)
      const form = await this.sound(tx, given, id)
      if (!(await this.kept.change(tx, id, version, form))) throw changedMeanwhile()
      await this.kept.replaceBlocks(tx, id, form.ipBlocks)
      const fields = (Object.keys(form) as (keyof ProviderForm)[]).filter((field) => canonicalJson(form[field]) !== canonicalJson(before[field]))
      return this.witnessed(tx, session, id, 'provider.change', { fields })
    })
  }

  suspend(session: SessionInfo, id: string, version: number, reason: SuspensionReason, once: Once | null): Promise<KeptProvider> {
    return this.transactions.write(once, async (tx) => {
      if ((await this.reader.get(id, tx)).state === 'suspended') throw standsSo(true)
      if (!(await this.kept.stand(tx, id, version, { reason, at: this.clock.now() }))) throw changedMeanwhile()
      return this.witnessed(tx, session, id, 'provider.suspend', { reason })
    })
  }

  resume(session: SessionInfo, id: string, version: number, once: Once | null): Promise<KeptProvider> {
    return this.transactions.write(once, async (tx) => {
      if ((await this.reader.get(id, tx)).state === 'active') throw standsSo(false)
      if (!(await this.kept.stand(tx, id, version, null))) throw changedMeanwhile()
      return this.witnessed(tx, session, id, 'provider.resume')
    })
  }

  private async sound(tx: EntityManager, given: ProviderForm, id: string | null): Promise<ProviderForm> {
    const { name, nameEn, licence, province, city, keywords, ipBlocks } = given
    const form = tidyProvider({ name, nameEn, licence, province, city, keywords, ipBlocks })
    await this.kept.reserve(tx)
    const taken = await this.kept.taken(tx, form, id)
    const findings = [...providerFindings(form), ...(['name', 'licence'] as const).filter((path) => taken[path]).map(takenFinding)]
    const overlapping = findings.some(({ path }) => path === 'ipBlocks') ? [] : await this.kept.overlapping(tx, form.ipBlocks, id)
    if (overlapping.length > 0) findings.push(overlapFinding(overlapping))
    if (findings.length > 0) throw providerInvalid(findings)
    return form
  }

  private async witnessed(tx: EntityManager, session: SessionInfo, id: string, action: string, detail: Readonly<Record<string, unknown>> = {}): Promise<KeptProvider> {
    const provider = await this.reader.get(id, tx)
    await this.audit.append(tx, { actor: actorOf(session), action, objectType: 'provider', objectId: id, digest: sha256(canonicalJson(provider)), detail })
    return provider
  }
}
