import type { RulePreview } from '@icp/contract'
import { calendarOn, type Due, dueOf, type RuleData, type WorkingCalendar } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { FilingsApi, type RunningClocks } from '../filings/filings.api.js'
import { actAs, house } from '../platform/acting.js'
import { Clock } from '../platform/clock.js'

type Row = { -readonly [Key in keyof RulePreview['dueDays'][number]]: RulePreview['dueDays'][number][Key] }

/** What the working days of a year, as drafted, would do to the days by which filings are due. */
@Injectable()
export class DueDaysPreviewer {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly filings: FilingsApi,
    private readonly clock: Clock,
  ) {}

  /** By the calendars of two states of the rule data, both as they are counted on `day`. */
  async moved(now: RuleData, then: RuleData, day: string): Promise<Omit<RulePreview, 'day'>> {
    const clocks = await actAs(house('filings'), () => this.filings.runningClocks(this.database.manager))
    const rows = new Map<string, Row>()
    let changed = 0
    for (const clock of clocks) {
      const { kind, status, count } = clock
      const row = rows.get(`${kind} ${status}`) ?? { kind, status, judged: 0, later: 0, earlier: 0, settled: 0 }
      rows.set(`${kind} ${status}`, row)
      row.judged += count
      const [before, after] = [this.due(clock, calendarOn(now, day)), this.due(clock, calendarOn(then, day))]
      if (!before || !after) continue
      if (after.at > before.at) row.later += count
      if (after.at < before.at) row.earlier += count
      if (before.provisional && !after.provisional) row.settled += count
      if (after.at !== before.at || after.provisional !== before.provisional) changed += count
    }
    const judged = clocks.reduce((sum, { count }) => sum + count, 0)
    return { total: judged, judged, changed, rows: [], rules: [], dueDays: [...rows.values()] }
  }

  private due({ status, since }: RunningClocks, calendar: WorkingCalendar): Due | null {
    const started = `${since}T04:00:00.000Z`
    return dueOf({ status, statusSince: started, reviewSince: started, finishedAt: started, confirmations: [] }, this.clock.now(), calendar)
  }
}
