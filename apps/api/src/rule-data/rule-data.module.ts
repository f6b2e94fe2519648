import { Global, Module } from '@nestjs/common'
import { DueDaysPreviewer } from './due-days-preview.js'
import { RuleChangesReader } from './rule-changes.reader.js'
import { RuleChangesRepository } from './rule-changes.repository.js'
import { RuleChangesService } from './rule-changes.service.js'
import { RuleDataApi } from './rule-data.api.js'
import { RuleDataController } from './rule-data.controller.js'
import { RulePreviewer } from './rule-preview.js'

/** Global: whoever judges a filing asks for the newest data. */
@Global()
@Module({
  controllers: [RuleDataController],
  providers: [RuleDataApi, RuleChangesRepository, RuleChangesReader, RuleChangesService, RulePreviewer, DueDaysPreviewer],
  exports: [RuleDataApi],
})
export class RuleDataModule {}
