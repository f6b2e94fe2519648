import { codeNamesOn, type Names, PublishedEntry, type RuleData, type RulesInForce, rulesInForce, shanghaiDay, shippedRuleData, withPublished } from '@icp/domain'
import { divisionsOn } from '@icp/domain/divisions'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { Clock } from '../platform/clock.js'
import { statement } from '../platform/statement.js'

interface Row {
  readonly version: number
  readonly entry: unknown
}

const readable = ({ version, entry }: Row): PublishedEntry[] => {
  const parsed = PublishedEntry.safeParse({ version, entry })
  return parsed.success ? [parsed.data] : []
}

/**
 * The newest data that rules decide by. Every instance keeps what it has read and asks the database for the newest number each time, so that all of them decide
 * alike from the moment in which something is published.
 */
@Injectable()
export class RuleDataApi {
  private held: RuleData = shippedRuleData

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async newest(tx: EntityManager = this.database.manager): Promise<RuleData> {
    const { rows: [row] } = await statement<{ number: number }>(tx, 'SELECT coalesce(max(number), 0) AS number FROM rule_changes')
    const number = row?.number ?? 0
    if (number <= this.held.version) return this.held
    const next = withPublished(this.held, await this.since(this.held.version, tx))
    // An entry of a newer release that cannot be read here still counts as read.
    this.held = next.version < number ? { ...next, version: number } : next
    return this.held
  }

  /** What the rules of a province decide by today. */
  async inForce(tx: EntityManager, province: string): Promise<RulesInForce> {
    return rulesInForce(await this.newest(tx), province, shanghaiDay(this.clock.now()))
  }

  /** How to name what filings hold, by what stands today: for `displayValue`. */
  async names(tx?: EntityManager): Promise<Names> {
    const [data, today] = [await this.newest(tx), shanghaiDay(this.clock.now())]
    return { divisionName: divisionsOn(data, today).divisionName, codeName: codeNamesOn(data, today) }
  }

  /** Of an account that is erased: its drafts name what stands in place of the user name. What is published keeps it: it is a record of who decided (docs/decisions/0075). */
  async nameErased(tx: EntityManager, userName: string, instead: string): Promise<void> {
    await statement(tx, `UPDATE rule_changes SET drafted_by = $2 WHERE drafted_by = $1 AND state = 'draft'`, [userName, instead])
  }

  /** What was published after `version`, in its order. */
  async since(version: number, tx: EntityManager = this.database.manager): Promise<PublishedEntry[]> {
    const { rows } = await statement<Row>(tx, 'SELECT number AS version, entry FROM rule_changes WHERE number > $1 ORDER BY number', [version])
    return rows.flatMap(readable)
  }
}
