import { Global, Module } from '@nestjs/common'
import { SwitchesApi } from './switches.api.js'

@Global()
@Module({ providers: [SwitchesApi], exports: [SwitchesApi] })
export class AdministrationModule {}
