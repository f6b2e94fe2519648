import type { AnswerOf } from '@icp/contract'
import { provinces } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { AccountsApi } from '../accounts/accounts.api.js'
import { ProvidersApi } from '../providers/providers.api.js'
import { type SwitchState, SwitchesRepository } from './switches.repository.js'

@Injectable()
export class AdministrationReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly switches: SwitchesRepository,
    private readonly accounts: AccountsApi,
    private readonly providers: ProvidersApi,
  ) {}

  getSwitches(): Promise<SwitchState> {
    return this.switches.get(this.database.manager)
  }

  /** Without certificate numbers, phones and mail: whoever keeps accounts in order needs none of them. */
  async listAccounts(q: string | undefined, cursor: string | undefined): Promise<AnswerOf<'listAccounts'>> {
    const { rows, total, next } = await this.accounts.list(q, cursor)
    const names = await this.providers.names(this.database.manager, rows.flatMap(({ providerId }) => providerId ?? []))
    return {
      total, next,
      rows: rows.map(({ providerId, province, ...row }) => ({
        ...row, organisation: providerId ? (names.get(providerId) ?? null) : (provinces.find(({ code }) => code === province)?.administration.zh ?? null),
      })),
    }
  }
}
