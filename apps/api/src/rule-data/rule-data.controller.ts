import { Controller } from '@nestjs/common'
import type { SessionInfo } from '../http/request.js'
import { type Answer, Input, OnceKey, type Parsed, Serve, Session } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { RuleChangesReader } from './rule-changes.reader.js'
import { RuleChangesService } from './rule-changes.service.js'
import { RuleDataApi } from './rule-data.api.js'
import { RulePreviewer } from './rule-preview.js'

@Controller()
export class RuleDataController {
  constructor(
    private readonly ruleData: RuleDataApi,
    private readonly reader: RuleChangesReader,
    private readonly service: RuleChangesService,
    private readonly previewer: RulePreviewer,
  ) {}

  @Serve('getRuleData')
  async getRuleData(@Input() { query }: Parsed<'getRuleData'>): Promise<Answer<'getRuleData'>> {
    const { version, published } = await this.ruleData.newest()
    return { version, published: published.filter((entry) => entry.version > (query.since ?? 0)) }
  }

  @Serve('listRuleChanges')
  listRuleChanges(@Input() { query: { cursor, ...query } }: Parsed<'listRuleChanges'>): Promise<Answer<'listRuleChanges'>> {
    return this.reader.list(query, cursor)
  }

  @Serve('getRuleChange')
  getRuleChange(@Input() { params }: Parsed<'getRuleChange'>): Promise<Answer<'getRuleChange'>> {
    return this.reader.get(params.id)
  }

  @Serve('draftRuleChange')
  draftRuleChange(@Session() session: SessionInfo, @Input() { body }: Parsed<'draftRuleChange'>, @OnceKey() once: Once | null): Promise<Answer<'draftRuleChange'>> {
    return this.service.draft(session, body.entry, once)
  }

  @Serve('editRuleChange')
  editRuleChange(@Session() session: SessionInfo, @Input() { params, body }: Parsed<'editRuleChange'>, @OnceKey() once: Once | null): Promise<Answer<'editRuleChange'>> {
    return this.service.edit(session, params.id, body.version, body.entry, once)
  }

  @Serve('discardRuleChange')
  discardRuleChange(@Session() session: SessionInfo, @Input() { params, body }: Parsed<'discardRuleChange'>, @OnceKey() once: Once | null): Promise<Answer<'discardRuleChange'>> {
    return this.service.discard(session, params.id, body.version, once)
  }

  @Serve('previewRuleChange')
  async previewRuleChange(@Input() { params }: Parsed<'previewRuleChange'>): Promise<Answer<'previewRuleChange'>> {
    return this.previewer.of((await this.reader.get(params.id)).entry)
  }

  @Serve('publishRuleChange')
  publishRuleChange(@Session() session: SessionInfo, @Input() { params, body }: Parsed<'publishRuleChange'>, @OnceKey() once: Once | null): Promise<Answer<'publishRuleChange'>> {
    return this.service.publish(session, params.id, body.version, once)
  }
}
