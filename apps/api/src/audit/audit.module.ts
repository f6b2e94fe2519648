import { Global, Module } from '@nestjs/common'
import { AuditApi } from './audit.api.js'

@Global()
@Module({ providers: [AuditApi], exports: [AuditApi] })
export class AuditModule {}
