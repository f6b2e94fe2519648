import { Global, Module } from '@nestjs/common'
import { AuditApi } from './audit.api.js'
import { AuditReader } from './audit.reader.js'

@Global()
@Module({ providers: [AuditApi, AuditReader], exports: [AuditApi] })
export class AuditModule {}
