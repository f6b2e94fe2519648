import { Global, Module } from '@nestjs/common'
import { AdministrationController } from './administration.controller.js'
import { AdministrationReader } from './administration.reader.js'
import { AdministrationService } from './administration.service.js'
import { AdministrationsRepository } from './contacts/administrations.repository.js'
import { AdministrationsService } from './contacts/administrations.service.js'
import { SmsPlatformAtStart } from './sms-platform-at-start.js'
import { SwitchesApi } from './switches.api.js'
import { SwitchesRepository } from './switches.repository.js'
import { WorkingDaysApi } from './working-days/working-days.api.js'

/** Global: whoever sends a code asks the switches whether to show it, and whoever shows a due day asks for the working days. */
@Global()
@Module({
  controllers: [AdministrationController],
  providers: [SwitchesApi, SwitchesRepository, AdministrationService, AdministrationReader, AdministrationsRepository, AdministrationsService, SmsPlatformAtStart, WorkingDaysApi],
  exports: [SwitchesApi, WorkingDaysApi],
})
export class AdministrationModule {}
