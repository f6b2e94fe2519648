import { type Attention, Attention as AttentionNames, type Figures } from '@icp/contract'
import { type Actor, FilingStatus, lastStartWithUsed } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { WorkingDaysApi } from '../administration/working-days/working-days.api.js'
import { Clock, endOfDay } from '../platform/clock.js'
import { Queries } from '../platform/queries.js'
import { attentionOf, clockColumn, relationOf } from './list-conditions.js'

/** Steps of the age histogram, in working days used: a quarter of the review's twenty each, and what is beyond. */
const steps = [{ from: 0, to: 5 }, { from: 6, to: 10 }, { from: 11, to: 15 }, { from: 16, to: 20 }, { from: 21, to: null }] as const

/** How many filings of a reader's list are where. Counts exactly what the list of the same filter shows. */
@Injectable()
export class FiguresReader {
  constructor(
    private readonly queries: Queries,
    private readonly workingDays: WorkingDaysApi,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<Figures> {
    const [statuses, attention, ages] = await Promise.all([this.statuses(actor), this.attention(actor), this.ages(actor)])
    return { statuses, attention, ages }
  }

  private async statuses(actor: Actor): Promise<Figures['statuses']> {
    const { whose, where, value } = relationOf(actor)
    const rows = await this.queries.named<{ status: FilingStatus; filings: number }>(
      `figures.statuses-${whose}`, `SELECT f.status, count(*) AS filings FROM filings f WHERE ${where} GROUP BY f.status`, [value],
    )
    const found = new Map(rows.map((row) => [row.status, row.filings]))
    return Object.fromEntries(FilingStatus.options.map((status) => [status, found.get(status) ?? 0])) as Figures['statuses']
  }

  private async attention(actor: Actor): Promise<Figures['attention']> {
    const { whose, where, value } = relationOf(actor)
    const [now, calendar] = [this.clock.now(), await this.workingDays.calendar()]
    const counts = await Promise.all(AttentionNames.options.map(async (attention): Promise<[Attention, number]> => {
      const condition = attentionOf(attention, actor, now, calendar)
      const values = condition.value === undefined ? [value] : [value, condition.value]
      const [row] = await this.queries.named<{ filings: number }>(
        `figures.${attention}-${whose}`, `SELECT count(*) AS filings FROM filings f WHERE ${where} AND ${condition.text(values.length)}`, values,
      )
      return [attention, row?.filings ?? 0]
    }))
    return Object.fromEntries(counts) as Figures['attention']
  }

  private async ages(actor: Actor): Promise<Figures['ages']> {
    if (actor.role !== 'reviewer') return []
    const { where, value } = relationOf(actor)
    const since = clockColumn(actor)
    const calendar = await this.workingDays.calendar()
    const starts = steps.slice(1).map((step) => endOfDay(lastStartWithUsed(step.from, this.clock.now(), calendar)))
    const rows = await this.queries.named<{ step: number; filings: number }>(
      'figures.ages',
      `SELECT (SELECT count(*) FROM unnest($2::timestamptz[]) t (at) WHERE ${since} <= t.at) AS step, count(*) AS filings
       FROM filings f WHERE ${where} AND f.status = 'in-review' GROUP BY 1`,
      [value, starts],
    )
    const found = new Map(rows.map((row) => [row.step, row.filings]))
    return steps.map(({ from, to }, step) => ({ from, to, filings: found.get(step) ?? 0 }))
  }
}
