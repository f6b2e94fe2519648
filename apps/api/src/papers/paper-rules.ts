import type { Filing, RulesInForce } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { RuleDataApi } from '../rule-data/rule-data.api.js'

/** What the rules say of papers in the province of a filing, today. */
@Injectable()
export class PaperRules {
  constructor(private readonly ruleData: RuleDataApi) {}

  async of(tx: EntityManager, { content, province }: Filing): Promise<RulesInForce> {
    return this.ruleData.inForce(tx, content.form === 'registration' ? content.subject.province : province)
  }
}
