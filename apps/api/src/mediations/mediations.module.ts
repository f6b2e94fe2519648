import { Module } from '@nestjs/common'
import { MediationsApi } from './mediations.api.js'
import { MediationsController } from './mediations.controller.js'
import { MediationsReader } from './mediations.reader.js'
import { MediationsService } from './mediations.service.js'

@Module({ controllers: [MediationsController], providers: [MediationsApi, MediationsReader, MediationsService], exports: [MediationsApi] })
export class MediationsModule {}
