import { statutoryCalendar, withYears, type WorkingCalendar, type WorkingYear } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'

/** The working days that count now. Read each time, so that a year that is published counts at once, on every instance. */
@Injectable()
export class WorkingDaysApi {
  private held = { text: '[]', calendar: statutoryCalendar }

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Pass the `tx` when there is one. */
  async calendar(tx: EntityManager = this.database.manager): Promise<WorkingCalendar> {
    const rows: WorkingYear[] = await tx.query('SELECT year, holidays, make_up_days AS "makeUpDays", source FROM working_years ORDER BY year')
    const text = JSON.stringify(rows)
    if (text !== this.held.text) this.held = { text, calendar: withYears(statutoryCalendar, rows) }
    return this.held.calendar
  }
}
