import { LostPhoneController } from './lost-phone.controller.js'
import { LostPhoneService } from './lost-phone.service.js'
import { PhoneDeadlines } from './phone-deadlines.js'
import { PhoneRecoveriesRepository } from './phone-recoveries.repository.js'
import { PhoneSettling } from './phone-settling.js'
import { PhoneStopService } from './phone-stop.service.js'
import { VouchingService } from './vouching.service.js'

/** The parts of the accounts module that are about lost phones. */
export const lostPhoneControllers = [LostPhoneController]
export const lostPhoneProviders = [LostPhoneService, PhoneDeadlines, PhoneRecoveriesRepository, PhoneSettling, PhoneStopService, VouchingService]
