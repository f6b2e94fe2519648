import { type Filing, type RulesInForce, rulesInForce, shanghaiDay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../platform/clock.js'
import { RuleDataApi } from '../rule-data/rule-data.api.js'

/** What the rules say of papers in the province of a filing, today. */
@Injectable()
export class PaperRules {
  constructor(
    private readonly ruleData: RuleDataApi,
    private readonly clock: Clock,
  ) {}

  async of(tx: EntityManager, { content, province }: Filing): Promise<RulesInForce> {
    return rulesInForce(await this.ruleData.newest(tx), content.form === 'registration' ? content.subject.province : province, shanghaiDay(this.clock.now()))
  }
}
