import { calendarOn, shanghaiDay, type WorkingCalendar } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/clock.js'
import { RuleDataApi } from '../../rule-data/rule-data.api.js'

/** The working days that count now. Asked each time, so that a year that is published counts at once, on every instance. */
@Injectable()
export class WorkingDaysApi {
  constructor(
    private readonly ruleData: RuleDataApi,
    private readonly clock: Clock,
  ) {}

  /** Pass the `tx` when there is one. */
  async calendar(tx?: EntityManager): Promise<WorkingCalendar> {
    return calendarOn(await this.ruleData.newest(tx), shanghaiDay(this.clock.now()))
  }
}
