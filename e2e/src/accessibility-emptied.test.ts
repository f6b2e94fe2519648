import type { StaffRole } from '@icp/domain'
import { inDatabase } from './cast/database.js'
import { arrive, everyScreen } from './cast/every-screen.js'
import { agreedTo, invited, joined } from './cast/joined.js'
import { staff } from './cast/people.js'
import type { Stage } from './cast/play.js'
import { removeWhatHasServed } from './cast/time.js'

/** Somebody new with this role, who is disabled and emptied later; `name` until then. */
async function newcomer(stage: Stage, role: StaffRole) {
  const { caller, userName } = await joined(stage, { role, providerId: null, province: role === 'reviewer' ? '310000' : null })
  const { id, name } = await caller.call('getMe')
  return { caller, userName, id, name }
}

async function leaves(stage: Stage, { id, name }: { readonly id: string; readonly name: string }): Promise<void> {
  const security = await staff(stage.stand, { role: 'security-administrator' })
  const { waitsForSecondPerson } = await security.call('disableAccount', { params: { id }, body: { reason: '离职，账号按规定停用。' } })
  if (waitsForSecondPerson) await agreedTo(stage, name)
  await inDatabase(stage.stand, `UPDATE accounts SET disabled_at = now() - interval '185 days' WHERE id = $1`, [id], 1)
}

everyScreen('no page that names somebody whose account was emptied meets a barrier, and each says that it was', async (stage, judge, words, opening) => {
  const operator = await newcomer(stage, 'operator')
  const security = await newcomer(stage, 'security-administrator')
  const domain = `emptied-${stage.identities.userName()}.cn`
  await operator.caller.call('addToBlacklist', {
    body: { kind: 'domain', certificateType: '', certificateNumber: '', domain, reason: '违法信息查实', source: '京通管〔2026〕12号', validFrom: '2026-11-01', validUntil: '' },
  })
  const { name, mobile, email } = stage.identities.person()
  await security.caller.call('inviteStaff', { body: { role: 'audit-administrator', providerId: null, province: null, name, mobile, email, reason: '增设一名审计管理员' } })
  const guest = await invited(stage, { role: 'reviewer', providerId: null, province: '310000' })
  await security.caller.call('revokeInvitation', { params: { id: guest.id } })
  const reviewer = await newcomer(stage, 'reviewer')
  await security.caller.call('endAccountSessions', { params: { id: reviewer.id } })
  for (const one of [operator, security]) await leaves(stage, one)
  await removeWhatHasServed(stage.stand)

  const erased = ({ id }: { readonly id: string }) => words(`已清除的账号 ${id.slice(0, 8)}`, `Erased account ${id.slice(0, 8)}`)
  const pages = [
    ['operator', `/blacklist?q=${domain}`, 'blacklist with an emptied account', { id: '' }], ['security-administrator', '/account-requests', 'requests with an emptied account', security],
    ['security-administrator', '/invitations', 'invitations with an emptied account', security], ['security-administrator', `/accounts/${reviewer.id}`, 'account with acts of an emptied one', security],
    ['audit-administrator', `/audit/entries?actor=${operator.id}`, 'audit entries of an emptied account', operator],
    ['audit-administrator', `/audit/breach-scope?account=${security.id}&from=2026-01-01&to=2099-12-31`, 'breach scope of an emptied account', security],
  ] as const
  for (const [role, path, state, gone] of pages) {
    const page = await stage.open({ ...opening, as: await staff(stage.stand, { role }) })
    await arrive(page, path)
    await page.getByText(erased(gone).trim()).filter({ visible: true }).first().waitFor()
    await judge.look(page, state)
  }
})
