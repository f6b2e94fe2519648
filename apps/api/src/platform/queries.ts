import { Injectable, type OnModuleDestroy } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import pg from 'pg'
import { DataSource } from 'typeorm'
import { Config } from './config.js'
import { columnTypes, mayActAs, readerRole, sessionOptions, statementSeconds, statementTimeout } from './database.js'

/**
 * The small door for hot reads: statements that PostgreSQL prepares once per connection under their name. Values come as in `columnTypes`.
 * Reads only; whoever writes goes through Transactions.
 */
@Injectable()
export class Queries implements OnModuleDestroy {
  private reader: Promise<pg.Pool> | undefined

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly config: Config,
  ) {}

  /** `name` stands for exactly one text, e.g. `filings.list-for-owner`. */
  async named<Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const pool = (this.database.driver as unknown as { master: pg.Pool }).master
    return (await pool.query({ name, text, values: [...values] })).rows as Row[]
  }

  /** The same, as the role of public look-ups: it sees what was granted to `icp_reader` and nothing else. May be a replica. */
  async publicly<Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.reader ??= this.openReader()
    const pool = await this.reader.catch((error) => {
      this.reader = undefined
      throw error
    })
    return (await pool.query({ name, text, values: [...values] })).rows as Row[]
  }

  async onModuleDestroy(): Promise<void> {
    await (await this.reader?.catch(() => undefined))?.end()
  }

  private async openReader(): Promise<pg.Pool> {
    const url = this.config.readerUrl
    const patience = this.config.databasePatience
    const role = (await mayActAs(url, readerRole)) ? readerRole : undefined
    const options = `${sessionOptions(role, patience)} ${statementTimeout(statementSeconds.lookUp, patience)} -c default_transaction_read_only=on`
    const pool = new pg.Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 3000 * patience, application_name: 'icp-look-up', types: columnTypes, options })
    pool.on('error', () => {})
    return pool
  }
}
