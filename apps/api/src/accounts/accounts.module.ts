import { Global, Module } from '@nestjs/common'
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core'
import { ProvidersModule } from '../providers/providers.module.js'
import { AcceptancesRepository } from './acceptances.repository.js'
import { AccountNotices } from './account-notices.js'
import { AccountsApi } from './accounts.api.js'
import { AccountsRepository } from './accounts.repository.js'
import { ClosedAccounts } from './closed-accounts.js'
import { OneTimeCodesRepository } from './codes/one-time-codes.repository.js'
import { OneTimeCodes } from './codes/one-time-codes.js'
import { AuthenticatorProof } from './authenticator/authenticator-proof.js'
import { FreshProofService } from './authenticator/fresh-proof.service.js'
import { ContactChangesRepository } from './contacts/contact-changes.repository.js'
import { ContactsController } from './contacts/contacts.controller.js'
import { ContactsService } from './contacts/contacts.service.js'
import { Cookies } from './cookies.js'
import { ExpiryService } from './expiry.service.js'
import { LogOnCodeService } from './log-on/log-on-code.service.js'
import { LogOnController } from './log-on/log-on.controller.js'
import { LogOnRecordsRepository } from './log-on/log-on-records.repository.js'
import { LogOnRepository } from './log-on/log-on.repository.js'
import { LogOnService } from './log-on/log-on.service.js'
import { lostPhoneControllers, lostPhoneProviders } from './lost-phone/lost-phone-parts.js'
import { Passwords } from './passwords.js'
import { ChangePasswordService } from './passwords/change-password.service.js'
import { NewPasswords } from './passwords/new-passwords.js'
import { KnownPasswords } from './passwords/known-passwords.js'
import { PasswordPolicy } from './passwords/password-policy.js'
import { PasswordProof } from './passwords/password-proof.js'
import { PasswordsController } from './passwords/passwords.controller.js'
import { NewPasswordService } from './recovery/new-password.service.js'
import { RecoveryController } from './recovery/recovery.controller.js'
import { RecoveryRequestsRepository } from './recovery/recovery-requests.repository.js'
import { RecoveryService } from './recovery/recovery.service.js'
import { ResetCodeService } from './recovery/reset-code.service.js'
import { CompleteRegistrationService } from './registration/complete-registration.service.js'
import { RegistrationCodesService } from './registration/registration-codes.service.js'
import { RegistrationController } from './registration/registration.controller.js'
import { RegistrationService } from './registration/registration.service.js'
import { RegistrationsRepository } from './registration/registrations.repository.js'
import { SelfController } from './self/self.controller.js'
import { SelfReader } from './self/self.reader.js'
import { SelfService } from './self/self.service.js'
import { SessionGuard } from './session.guard.js'
import { Arrivals } from './sessions/arrivals.js'
import { DevicesRepository } from './sessions/devices.repository.js'
import { Rises } from './sessions/rises.js'
import { SessionRenewalInterceptor } from './sessions/session-renewal.interceptor.js'
import { SessionsController } from './sessions/sessions.controller.js'
import { SessionsService } from './sessions/sessions.service.js'
import { SessionsRepository } from './sessions.repository.js'
import { staffControllers, staffProviders } from './staff-parts.js'
import { StepUpService } from './step-up.service.js'
import { Proofs } from './verification/proofs.js'
import { VerificationController } from './verification/verification.controller.js'
import { VerificationRepository } from './verification/verification.repository.js'
import { VerificationPictures } from './verification/verification-pictures.js'
import { VerificationService } from './verification/verification.service.js'
import { Visits } from './verification/visits.js'

/** Global, since its guard stands before every capability and its door serves most of them. */
@Global()
@Module({
  imports: [ProvidersModule],
  controllers: [VerificationController, RegistrationController, LogOnController, SelfController, SessionsController, RecoveryController, ContactsController, PasswordsController, ...staffControllers, ...lostPhoneControllers],
  providers: [
    AccountsApi, ClosedAccounts, AccountsRepository, AcceptancesRepository, Passwords, Cookies, SessionsRepository, StepUpService,
    OneTimeCodes, OneTimeCodesRepository, Proofs, VerificationPictures, VerificationRepository, VerificationService, Visits,
    RegistrationsRepository, RegistrationService, RegistrationCodesService, CompleteRegistrationService, LogOnRepository, LogOnRecordsRepository, LogOnService, LogOnCodeService,
    SelfReader, SelfService, ExpiryService, Arrivals, DevicesRepository, Rises, SessionsService,
    AccountNotices, AuthenticatorProof, FreshProofService, KnownPasswords, PasswordPolicy, NewPasswords, PasswordProof, ChangePasswordService, ContactChangesRepository, ContactsService,
    RecoveryRequestsRepository, RecoveryService, ResetCodeService, NewPasswordService, ...staffProviders, ...lostPhoneProviders,
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_INTERCEPTOR, useClass: SessionRenewalInterceptor },
  ],
  exports: [AccountsApi],
})
export class AccountsModule {}
