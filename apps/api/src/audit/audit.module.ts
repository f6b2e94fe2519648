import { Global, Module } from '@nestjs/common'
import { AuditApi } from './audit.api.js'
import { AuditController } from './audit.controller.js'
import { AuditReader } from './audit.reader.js'
import { BreachScopeService } from './breach/breach-scope.service.js'
import { CheckpointKeyHolder } from './checkpoints/checkpoint-key-holder.js'
import { CheckpointsApi } from './checkpoints/checkpoints.api.js'
import { CheckpointsReader } from './checkpoints/checkpoints.reader.js'
import { CheckpointsRepository } from './checkpoints/checkpoints.repository.js'
import { CheckpointsService } from './checkpoints/checkpoints.service.js'
import { EntriesReader } from './search/entries.reader.js'
import { VerificationsReader } from './verify/verifications.reader.js'
import { VerificationsRepository } from './verify/verifications.repository.js'
import { VerificationsService } from './verify/verifications.service.js'

@Global()
@Module({
  controllers: [AuditController],
  providers: [
    AuditApi, AuditReader, BreachScopeService, CheckpointKeyHolder, CheckpointsApi, CheckpointsReader, CheckpointsRepository, CheckpointsService, EntriesReader, VerificationsReader,
    VerificationsRepository, VerificationsService,
  ],
  exports: [AuditApi, CheckpointsApi],
})
export class AuditModule {}
