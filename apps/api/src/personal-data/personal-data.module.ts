import { Module } from '@nestjs/common'
import { CertificatesModule } from '../certificates/certificates.module.js'
import { MediationsModule } from '../mediations/mediations.module.js'
import { ProvidersModule } from '../providers/providers.module.js'
import { ClosureService } from './closure.service.js'
import { ExportService } from './export.service.js'
import { OwnDataController } from './own-data.controller.js'
import { PersonalDataController } from './personal-data.controller.js'
import { ReadsReader } from './reads.reader.js'
import { ReadsApi } from './reads.api.js'
import { ReadsRepository } from './reads.repository.js'
import { RetentionService } from './retention/retention.service.js'
import { RevealService } from './reveal.service.js'

@Module({
  imports: [ProvidersModule, CertificatesModule, MediationsModule], controllers: [PersonalDataController, OwnDataController],
  providers: [RevealService, ReadsApi, ReadsRepository, ReadsReader, ExportService, ClosureService, RetentionService],
  exports: [ReadsApi],
})
export class PersonalDataModule {}
