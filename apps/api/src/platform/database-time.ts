import pg from 'pg'
import type { Config } from './config.js'
import { mayActAs, readerRole, sessionOptions, statementTimeout } from './database.js'

/** Whose time all instances go by. */
export interface TimeSource {
  /** Its time at this moment, in milliseconds since 1970. Throws when it does not answer. */
  ask(): Promise<number>
  close(): Promise<void>
}

const patienceSeconds = 5

/**
 * PostgreSQL's time, over a connection of its own: one of the pool would have to be waited for behind requests, and that wait would stand in the measurement.
 * After a failure the next question connects anew.
 */
export class DatabaseTime implements TimeSource {
  private client: pg.Client | undefined
  private isClosed = false

  private constructor(
    private readonly url: string,
    private readonly options: string,
    private readonly patienceMs: number,
  ) {}

  /** As the role that may do least. */
  static async of({ databaseUrl, databasePatience }: Pick<Config, 'databaseUrl' | 'databasePatience'>): Promise<DatabaseTime> {
    const role = (await mayActAs(databaseUrl, readerRole)) ? readerRole : undefined
    const options = `${sessionOptions(role, databasePatience)} ${statementTimeout(patienceSeconds, databasePatience)}`
    return new DatabaseTime(databaseUrl, options, 1000 * patienceSeconds * databasePatience)
  }

  async ask(): Promise<number> {
    if (this.isClosed) throw new Error('The time is not asked any more')
    const client = (this.client ??= await this.connect())
    try {
      // Not now(), which stands still within a transaction.
      const { rows } = await client.query<{ at: number }>({ name: 'clock.ask', text: 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS at' })
      return Number(rows[0]?.at)
    } catch (error) {
      this.drop(client)
      throw error
    }
  }

  async close(): Promise<void> {
    const { client } = this
    this.isClosed = true
    this.client = undefined
    await client?.end().catch(() => {})
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url, application_name: 'icp-clock', connectionTimeoutMillis: this.patienceMs, query_timeout: this.patienceMs, keepAlive: true, options: this.options,
    })
    // A connection that breaks while nobody asks must not end the process.
    client.on('error', () => this.drop(client))
    await client.connect()
    // Closed while it was connecting: nobody else would end it.
    if (this.isClosed) {
      await client.end().catch(() => {})
      throw new Error('The time is not asked any more')
    }
    return client
  }

  private drop(client: pg.Client): void {
    if (this.client === client) this.client = undefined
    client.end().catch(() => {})
  }
}
