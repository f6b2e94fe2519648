import { Authenticators } from './authenticator/authenticators.js'
import { AuthenticatorsRepository } from './authenticator/authenticators.repository.js'
import { OwnAuthenticatorController } from './authenticator/own-authenticator.controller.js'
import { OwnAuthenticatorService } from './authenticator/own-authenticator.service.js'
import { AcceptInvitationService } from './invitations/accept-invitation.service.js'
import { FirstSetUpService } from './invitations/first-set-up.service.js'
import { InvitationLinks } from './invitations/invitation-links.js'
import { InvitationsController } from './invitations/invitations.controller.js'
import { InvitationsReader } from './invitations/invitations.reader.js'
import { InvitationsRepository } from './invitations/invitations.repository.js'
import { InvitationsService } from './invitations/invitations.service.js'
import { AccountChanges } from './keeping/account-changes.js'
import { AccountKeepingService } from './keeping/account-keeping.service.js'
import { AccountRequestsReader } from './keeping/account-requests.reader.js'
import { AccountRequestsRepository } from './keeping/account-requests.repository.js'
import { AccountRequestsService } from './keeping/account-requests.service.js'
import { KeepingController } from './keeping/keeping.controller.js'
import { KeptAccountsReader } from './keeping/kept-accounts.reader.js'
import { Organisations } from './keeping/organisations.js'
import { StaffRepository } from './keeping/staff.repository.js'

/** The parts of the accounts module that are about staff: invitations, authenticators, and what the security administrator does. */
export const staffControllers = [InvitationsController, KeepingController, OwnAuthenticatorController]

export const staffProviders = [
  Authenticators, AuthenticatorsRepository, OwnAuthenticatorService, InvitationsRepository, InvitationLinks, InvitationsReader, InvitationsService, AcceptInvitationService, FirstSetUpService,
  AccountChanges, AccountKeepingService, AccountRequestsRepository, AccountRequestsReader, AccountRequestsService, KeptAccountsReader, Organisations, StaffRepository,
]
