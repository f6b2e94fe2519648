import { Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core'
import { ClientHeaderGuard } from './client-header.guard.js'
import { EvenPaceInterceptor } from './even-pace.interceptor.js'
import { OperationInterceptor } from './operation.interceptor.js'
import { RefusalFilter } from './refusal.filter.js'

@Module({
  providers: [
    { provide: APP_GUARD, useClass: ClientHeaderGuard },
    { provide: APP_INTERCEPTOR, useClass: EvenPaceInterceptor },
    { provide: APP_INTERCEPTOR, useClass: OperationInterceptor },
    { provide: APP_FILTER, useClass: RefusalFilter },
  ],
})
export class HttpModule {}
