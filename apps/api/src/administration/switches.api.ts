import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { Config } from '../platform/config.js'
import { statement } from '../platform/statement.js'

export type SmsPlatform = 'on' | 'off'

/** What the operator has switched. Read each time: a change holds at once, on every instance, for what already runs too. */
@Injectable()
export class SwitchesApi {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly config: Config,
  ) {}

  /** While it is `off`, codes are shown on the page that asks for them; never in production, whatever the database says. Pass the `tx` when there is one. */
  async smsPlatform(tx: EntityManager = this.database.manager): Promise<SmsPlatform> {
    if (this.config.isProduction) return 'on'
    return (await this.valueOf(tx, 'sms-platform')) === 'on' ? 'on' : 'off'
  }

  /** How many SMS may leave in a day. */
  async smsDailyBudget(tx: EntityManager = this.database.manager): Promise<number> {
    return Number((await this.valueOf(tx, 'sms-daily-budget')) ?? 0)
  }

  /** Of an account that is erased: who turned a switch is named by what stands in place of the user name. */
  async nameErased(tx: EntityManager, userName: string, instead: string): Promise<void> {
    await statement(tx, 'UPDATE switches SET changed_by = $2 WHERE changed_by = $1', [userName, instead])
  }

  private async valueOf(tx: EntityManager, name: string): Promise<string | undefined> {
    const [row] = await tx.query('SELECT value FROM switches WHERE name = $1', [name])
    return row?.value as string | undefined
  }
}
