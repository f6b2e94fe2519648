import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { SwitchesApi } from '../administration/switches.api.js'
import { Clock, later } from '../platform/clock.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'

/** The part of a day's messages that strangers may cause. The rest is kept for those who have a password or a session. */
const forStrangers = 0.9
const shanghaiHours = 8

/** How many SMS may leave in a day of Shanghai, so that whoever finds a way past the other limits does not find an open purse. Set by the operator. */
@Injectable()
export class SmsBudget {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly switches: SwitchesApi,
    private readonly clock: Clock,
  ) {}

  /** Counts one; false when the day's messages are spent, or the strangers' part of them. In a transaction of its own, so that nobody waits for a gateway. */
  spend({ byStranger }: { readonly byStranger: boolean }): Promise<boolean> {
    return this.transactions.write(null, async (tx) => {
      const budget = Math.floor((await this.switches.smsDailyBudget(tx)) * (byStranger ? forStrangers : 1))
      const { affected } = await statement(
        tx,
        `INSERT INTO sms_spending AS held (day, sent) SELECT $1, 1 WHERE $2 > 0
         ON CONFLICT (day) DO UPDATE SET sent = held.sent + 1 WHERE held.sent < $2 RETURNING 1`,
        [this.day(), budget],
      )
      return affected === 1
    })
  }

  async giveBack(): Promise<void> {
    await this.transactions.write(null, (tx) => statement(tx, 'UPDATE sms_spending SET sent = sent - 1 WHERE day = $1 AND sent > 0', [this.day()]))
  }

  async today(tx: EntityManager = this.database.manager): Promise<{ sent: number; budget: number }> {
    const { rows } = await statement<{ sent: number }>(tx, 'SELECT sent FROM sms_spending WHERE day = $1', [this.day()])
    return { sent: rows[0]?.sent ?? 0, budget: await this.switches.smsDailyBudget(tx) }
  }

  /** Seconds until strangers can have messages sent again; 0 = now. */
  async secondsToWaitForStrangers(tx: EntityManager): Promise<number> {
    const { sent, budget } = await this.today(tx)
    if (sent < budget * forStrangers) return 0
    const local = Date.parse(later(this.clock.now(), shanghaiHours * 3600))
    return Math.ceil((86_400_000 - (local % 86_400_000)) / 1000)
  }

  /** The day in Shanghai. */
  private day(): string {
    return later(this.clock.now(), shanghaiHours * 3600).slice(0, 10)
  }
}
