import { Module } from '@nestjs/common'
import { LookUpController } from './look-up.controller.js'
import { LookUpReader } from './look-up.reader.js'

@Module({ controllers: [LookUpController], providers: [LookUpReader] })
export class LookUpModule {}
