import { Global, Module } from '@nestjs/common'
import { PersonalDataModule } from '../personal-data/personal-data.module.js'
import { PaperRules } from './paper-rules.js'
import { PapersApi } from './papers.api.js'
import { PapersController } from './papers.controller.js'
import { PapersReader } from './papers.reader.js'
import { PapersRepository } from './papers.repository.js'
import { PapersService } from './papers.service.js'

/** Global, as filings are: each asks the other at its door. */
@Global()
@Module({
  imports: [PersonalDataModule], controllers: [PapersController], providers: [PapersApi, PapersRepository, PapersReader, PapersService, PaperRules], exports: [PapersApi],
})
export class PapersModule {}
