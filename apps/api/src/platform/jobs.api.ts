import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { type Job, type JobResult, PgBoss } from 'pg-boss'
import type { EntityManager } from 'typeorm'
import { actAs, house, type Reach } from './acting.js'
import { Config } from './config.js'
import { appRole, mayActAs, sessionOptions } from './database.js'
import { jobSchema } from './migrate.js'

type Handler = (data: never) => Promise<void>

/** `reach`: what of the tenants' data the job works on; of the rest it sees nothing. */
interface Duty {
  readonly reach: readonly Reach[]
}

/** Jobs of one queue that run side by side in one process. */
const batchSize = 10
/** Five retries, 5 s apart and doubling: about three minutes; then the job stays as failed and is logged. */
const retries = { retryLimit: 5, retryDelay: 5, retryBackoff: true }

/**
 * Work that happens after a commit: deliveries, and what a deadline brings. Queues are named `capability-what`, e.g. `filings-expire-confirmation`.
 * A job may run twice (a crash between doing and noting), so handlers look at the present state before they act.
 */
@Injectable()
export class JobsApi implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Jobs')
  private readonly handlers = new Map<string, Handler>()
  private readonly schedules = new Map<string, string>()
  private boss: PgBoss | undefined

  constructor(private readonly config: Config) {}

  /** Names the handler of a queue; call it in a constructor or `onModuleInit`, once per name. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- whoever names the handler names the shape of its data
  work<Data extends object>(name: string, handler: (data: Data) => Promise<void>, { reach }: Duty): void {
    if (this.handlers.has(name)) throw new Error(`The queue ${name} has a handler already`)
    this.handlers.set(name, (data: Data) => actAs(house(...reach), () => handler(data)))
  }

  /** Like `work`, at the times of a cron expression in Asia/Shanghai; one instance of many does it. */
  workAt(name: string, cron: string, handler: () => Promise<void>, duty: Duty): void {
    this.work(name, handler, duty)
    this.schedules.set(name, cron)
  }

  /** Queues a job in the transaction `tx`: rolled back, no job. `startAfter` is an ISO instant. `data` must hold ids, never personal data. */
  async send(tx: EntityManager, name: string, data: object, options: { startAfter?: string } = {}): Promise<void> {
    if (!this.handlers.has(name)) throw new Error(`The queue ${name} has no handler`)
    if (!this.boss) throw new Error('Jobs are sent once the application has started')
    const runner = tx.queryRunner
    if (!runner) throw new Error('A job was sent outside of a transaction')
    const db = {
      executeSql: async (text: string, values: unknown[] = []) => {
        const result = await runner.query(text, values, true)
        return { rows: (result.records ?? []) as unknown[] }
      },
    }
    await this.boss.send(name, data, { ...retries, db, ...(options.startAfter ? { startAfter: new Date(options.startAfter) } : {}) })
  }

  /** Runs every waiting job of the queue now, whenever it was to start. For tests, which do not wait for deadlines. Answers how many ran. */
  async runWaiting(name: string): Promise<number> {
    const handler = this.handlers.get(name)
    if (!handler || !this.boss) throw new Error(`The queue ${name} has no handler`)
    const jobs = await this.boss.fetch<object>(name, { batchSize: 500, ignoreStartAfter: true })
    for (const job of jobs) {
      await handler(job.data as never)
      await this.boss.complete(name, job.id)
    }
    return jobs.length
  }

  async onApplicationBootstrap(): Promise<void> {
    const { databaseUrl, databasePatience, runsJobs } = this.config
    const role = (await mayActAs(databaseUrl, appRole)) ? appRole : undefined
    const boss = new PgBoss({
      connectionString: databaseUrl, schema: jobSchema, options: sessionOptions(role, databasePatience), max: runsJobs ? 4 : 1, application_name: 'icp-jobs',
      migrate: false, createSchema: false, supervise: runsJobs, schedule: runsJobs, reindex: false, monitorVacuum: false,
    })
    boss.on('error', (error: Error) => this.log.error({ err: error }, 'pg-boss'))
    await boss.start()
    this.boss = boss
    for (const name of this.handlers.keys()) await boss.createQueue(name)
    if (runsJobs) await this.startWorkers(boss)
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: this.config.runsJobs, timeout: 5000 })
  }

  /** Each job of a batch fails for itself. Only the name of the error is stored with it: a text may hold personal data, and jobs are kept for a while. */
  private async settle(name: string, job: Job, handler: Handler): Promise<JobResult> {
    try {
      await handler(job.data as never)
      return { id: job.id, status: 'completed' }
    } catch (error) {
      this.log.error({ err: error, queue: name, job: job.id }, 'a job failed')
      return { id: job.id, status: 'failed', output: { error: error instanceof Error ? error.name : 'unknown' } }
    }
  }

  private async startWorkers(boss: PgBoss): Promise<void> {
    for (const [name, handler] of this.handlers) {
      await boss.work(name, { pollingIntervalSeconds: 1, batchSize, perJobResults: true, burstWhenBatchFull: true }, (jobs: Job[]) =>
        Promise.all(jobs.map((job) => this.settle(name, job, handler))))
    }
    for (const [name, cron] of this.schedules) await boss.schedule(name, cron, null, { tz: 'Asia/Shanghai' })
  }
}
