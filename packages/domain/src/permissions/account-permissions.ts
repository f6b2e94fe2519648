import { AccountRole } from '../account/role.js'
import { open, type Permission, self } from './permission.js'

const everybody = self(...AccountRole.options)

export const accountPermissions = {
  drawVerificationPicture: open(),
  askProofChallenge: open(),
  startRegistration: open(),
  getRegistration: open('link'),
  acceptForRegistration: open('link'),
  sendRegistrationCodes: open('link'),
  completeRegistration: open('link'),
  logOn: open(),
  getLogOnStep: open('link'),
  resendLogOnCode: open('link'),
  enterLogOnCode: open('link'),
  logOff: open(),
  getMe: everybody,
  getOwnAccount: everybody,
  acceptAgain: self('owner'),
  sendStepUpCode: self('owner'),
  listOwnSessions: everybody,
  endOwnSession: everybody,
  endOtherSessions: everybody,
  startContactChange: self('owner'),
  completeContactChange: self('owner'),
  changePassword: everybody,
  askUserName: open(),
  askPasswordReset: open(),
  enterResetCode: open('link'),
  lookAtResetLink: open('link'),
  setNewPassword: open('link'),
  judgePassword: open(),
  listNotices: everybody,
  markNoticesRead: everybody,
} as const satisfies Record<string, Permission>
