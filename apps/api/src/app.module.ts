import { type DynamicModule, Module } from '@nestjs/common'
import { AccountsModule } from './accounts/accounts.module.js'
import { AdministrationModule } from './administration/administration.module.js'
import { AuditModule } from './audit/audit.module.js'
import { CertificatesModule } from './certificates/certificates.module.js'
import { ConfirmationsModule } from './confirmations/confirmations.module.js'
import { ConflictsModule } from './conflicts/conflicts.module.js'
import { FilingsModule } from './filings/filings.module.js'
import { ForcedModule } from './forced/forced.module.js'
import { HollowModule } from './hollow/hollow.module.js'
import { HttpModule } from './http/http.module.js'
import { LookUpModule } from './lookup/look-up.module.js'
import { MediationsModule } from './mediations/mediations.module.js'
import { NotificationsModule } from './notifications/notifications.module.js'
import type { Clock } from './platform/clock.js'
import type { Config } from './platform/config.js'
import { loggerFor } from './platform/logger.js'
import { PapersModule } from './papers/papers.module.js'
import { PersonalDataModule } from './personal-data/personal-data.module.js'
import { PlatformModule } from './platform/platform.module.js'
import { ProvidersModule } from './providers/providers.module.js'
import { RegisterModule } from './register/register.module.js'
import { ReviewModule } from './review/review.module.js'
import { RuleDataModule } from './rule-data/rule-data.module.js'
import { SiteModule } from './site/site.module.js'

/** The list of modules, nothing else. The guards of HttpModule come before that of AccountsModule. */
@Module({})
export class AppModule {
  static with(config: Config, clock: Clock | undefined): DynamicModule {
    return {
      module: AppModule,
      imports: [
        loggerFor(config), PlatformModule.with(config, clock), HttpModule, AuditModule, NotificationsModule, AdministrationModule, RuleDataModule, AccountsModule, SiteModule,
        ProvidersModule, CertificatesModule, LookUpModule, ConflictsModule, HollowModule, ForcedModule, FilingsModule, PapersModule, MediationsModule, ConfirmationsModule, ReviewModule, RegisterModule, PersonalDataModule,
      ],
    }
  }
}
