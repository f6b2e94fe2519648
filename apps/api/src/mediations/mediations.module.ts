import { Module } from '@nestjs/common'
import { MediationsController } from './mediations.controller.js'
import { MediationsReader } from './mediations.reader.js'
import { MediationsService } from './mediations.service.js'

@Module({ controllers: [MediationsController], providers: [MediationsReader, MediationsService] })
export class MediationsModule {}
