import { AdministratorRole } from '../account/role.js'
import { office, open, type Permission } from './permission.js'

const keeps = office('security-administrator')

export const staffPermissions = {
  openInvitation: open('link'),
  acceptInvitation: open('link'),
  inviteStaff: keeps,
  listInvitations: keeps,
  revokeInvitation: keeps,
  resendInvitation: keeps,
  listAccounts: keeps,
  getAccount: keeps,
  disableAccount: keeps,
  enableAccount: keeps,
  endAccountSessions: keeps,
  clearLogOnStop: keeps,
  resetAuthenticator: keeps,
  requestRoleChange: keeps,
  listAccountRequests: office(...AdministratorRole.options),
  decideAccountRequest: office(...AdministratorRole.options),
  // Colleagues of one provider; read only.
  listTeam: { callers: { provider: 'firm' } },
  listPhoneRecoveries: { callers: { provider: 'serves' } },
  vouchForPhone: { callers: { provider: 'serves' } },
} as const satisfies Record<string, Permission>
