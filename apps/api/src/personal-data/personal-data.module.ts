import { Module } from '@nestjs/common'
import { ProvidersModule } from '../providers/providers.module.js'
import { PersonalDataController } from './personal-data.controller.js'
import { ReadsReader } from './reads.reader.js'
import { ReadsRepository } from './reads.repository.js'
import { RevealService } from './reveal.service.js'

@Module({ imports: [ProvidersModule], controllers: [PersonalDataController], providers: [RevealService, ReadsRepository, ReadsReader] })
export class PersonalDataModule {}
