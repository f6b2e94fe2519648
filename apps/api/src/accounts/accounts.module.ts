import { Global, Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { AccountsApi } from './accounts.api.js'
import { AccountsRepository } from './accounts.repository.js'
import { Cookies } from './cookies.js'
import { Passwords } from './passwords.js'
import { SessionGuard } from './session.guard.js'
import { SessionsRepository } from './sessions.repository.js'
import { StepUpRepository } from './step-up.repository.js'
import { StepUpService } from './step-up.service.js'

@Global()
@Module({
  providers: [
    AccountsApi, AccountsRepository, Passwords, Cookies, SessionsRepository, StepUpRepository, StepUpService,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [AccountsApi],
})
export class AccountsModule {}
