import { Module } from '@nestjs/common'
import { TerminusModule } from '@nestjs/terminus'
import { SiteController } from './site.controller.js'

@Module({ imports: [TerminusModule.forRoot({ logger: false })], controllers: [SiteController] })
export class SiteModule {}
