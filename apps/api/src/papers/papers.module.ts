import { Global, Module } from '@nestjs/common'
import { Config } from '../platform/config.js'
import { PersonalDataModule } from '../personal-data/personal-data.module.js'
import { PaperRules } from './paper-rules.js'
import { PapersApi } from './papers.api.js'
import { PapersController } from './papers.controller.js'
import { PapersReader } from './papers.reader.js'
import { PapersRepository } from './papers.repository.js'
import { PapersService } from './papers.service.js'
import { PictureCheck } from './picture-check.service.js'
import { PictureScanner } from './picture-scanner.js'
import { scannerOf } from './scanner-of.js'

/** Global, as filings are: each asks the other at its door. */
@Global()
@Module({
  imports: [PersonalDataModule], controllers: [PapersController], exports: [PapersApi],
  providers: [PapersApi, PapersRepository, PapersReader, PapersService, PaperRules, PictureCheck, { provide: PictureScanner, inject: [Config], useFactory: scannerOf }],
})
export class PapersModule {}
