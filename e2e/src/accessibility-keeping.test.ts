import type { InputOf } from '@icp/contract'
import type { Page } from 'playwright-core'
import { inDatabase } from './cast/database.js'
import { arrive, everyScreen, press } from './cast/every-screen.js'
import { exactly } from './cast/forms.js'
import { invited, join, joined } from './cast/joined.js'
import { registerOwnerOverHttp, staff } from './cast/people.js'
import { removeWhatHasServed } from './cast/time.js'

/** The newest row about somebody of this name. */
const about = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name }).first()

/** Opens a link as who got it by mail does: behind the # a page does not load anew. */
async function follow(page: Page, link: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(link)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

everyScreen('no state of an invitation meets a barrier, on its list and behind its link', async (stage, judge, words, opening) => {
  const security = await staff(stage.stand, { role: 'security-administrator' })
  const post = { role: 'reviewer', providerId: null, province: '310000' } as const
  const [revoked, late, spent, anew] = [await invited(stage, post), await invited(stage, post), await invited(stage, post), await invited(stage, post)]
  const page = await stage.open({ ...opening, as: security })
  await arrive(page, '/invitations')
  await about(page, revoked.name).getByRole('button', { name: exactly(words('撤销', 'Revoke')) }).click()
  await page.getByRole('alertdialog').waitFor()
  await judge.look(page, 'invitation take back question')
  await page.getByRole('alertdialog').getByRole('button', { name: exactly(words('撤销', 'Revoke')) }).click()
  await page.getByRole('alertdialog').waitFor({ state: 'detached' })
  await inDatabase(stage.stand, `UPDATE invitations SET expires_at = now() - interval '1 hour' WHERE id = $1`, [late.id], 1)
  const guest = await stage.open({ ...opening, portal: 'administration' })
  await join(stage, spent)
  await page.reload()
  await about(page, anew.name).getByRole('button', { name: exactly(words('重新发送', 'Resend')) }).click()
  await page.getByTestId('on-screen-link').waitFor()
  await judge.look(page, 'invitations in every state')
  for (const { link } of [revoked, late, spent, anew]) {
    await follow(guest, link)
    await guest.getByRole('heading', { level: 1, name: words('链接不能使用', 'This link cannot be used') }).waitFor()
  }
  await judge.look(guest, 'invitation that cannot be used')
})

everyScreen('no state of what needs two people meets a barrier', async (stage, judge, words, opening) => {
  const security = await staff(stage.stand, { role: 'security-administrator' })
  const operator = await staff(stage.stand, { role: 'operator' })
  const ask = async (reason: string) => {
    const { name, mobile, email } = stage.identities.person()
    const body: InputOf<'inviteStaff'>['body'] = { role: 'audit-administrator', providerId: null, province: null, name, mobile, email, reason }
    const { invitation } = await security.call('inviteStaff', { body })
    return { ...invitation, reason }
  }
  const [waiting, declined, over, withdrawn] = [await ask('增设一名审计管理员'), await ask('代替离任的同事'), await ask('上月提出'), await ask('提错了人')]
  await inDatabase(stage.stand, `UPDATE account_requests SET asked_at = now() - interval '8 days', expires_at = now() - interval '1 day' WHERE invitation_id = $1`, [over.id], 1)
  await security.call('revokeInvitation', { params: { id: withdrawn.id } })
  const page = await stage.open({ ...opening, as: operator })
  await arrive(page, '/account-requests')
  await about(page, declined.name).getByRole('button', { name: exactly(words('拒绝', 'Decline')) }).click()
  await page.getByRole('alertdialog').waitFor()
  await judge.look(page, 'request decline question')
  await page.getByRole('alertdialog').getByRole('button', { name: exactly(words('拒绝', 'Decline')) }).click()
  await page.getByRole('alertdialog').waitFor({ state: 'detached' })
  await about(page, waiting.name).waitFor()
  await judge.look(page, 'requests in every state')
  const asker = await stage.open({ ...opening, as: security })
  await arrive(asker, '/account-requests')
  await judge.look(asker, 'requests of the one who asked')
})

everyScreen('no account that is closed, absent or of staff, and no organisation, meets a barrier', async (stage, judge, words, opening) => {
  const security = await staff(stage.stand, { role: 'security-administrator' })
  const owner = await registerOwnerOverHttp(stage)
  const { onScreen } = await owner.caller.call('sendStepUpCode', { body: { purpose: 'closure' } })
  const { id: closed } = await owner.caller.call('getMe')
  await owner.caller.call('closeAccount', { body: { code: onScreen?.code ?? '' } })
  const page = await stage.open({ ...opening, as: security })
  await arrive(page, `/accounts/${closed}`)
  await judge.look(page, 'account closed')
  await arrive(page, '/accounts/00000000-0000-4000-8000-000000000000')
  await judge.look(page, 'account absent')
  const clerk = await staff(stage.stand, { provider: '云杉' })
  const provider = (await clerk.call('getMe')).provider
  const newcomer = await joined(stage, { role: 'provider', providerId: provider?.id ?? '', province: null })
  const { id } = await newcomer.caller.call('getMe')
  await security.call('disableAccount', { params: { id }, body: { reason: '离职，账号按规定停用。' } })
  await arrive(page, `/accounts/${id}`)
  await judge.look(page, 'account disabled')
  const team = await stage.open({ ...opening, as: clerk })
  await arrive(team, '/team')
  await judge.look(team, 'team with a disabled account')
  await arrive(page, '/accounts?state=disabled')
  await judge.look(page, 'accounts disabled')
  await inDatabase(stage.stand, `UPDATE accounts SET disabled_at = now() - interval '185 days' WHERE id = $1`, [id], 1)
  await removeWhatHasServed(stage.stand)
  await arrive(page, `/accounts/${id}`)
  await page.getByRole('heading', { level: 1, name: words('已清除的账号', 'Emptied account') }).waitFor()
  await judge.look(page, 'account emptied')
  await arrive(page, '/accounts?state=emptied')
  await judge.look(page, 'accounts emptied')
  await arrive(team, '/team')
  await judge.look(team, 'team with an emptied account')
  const operator = await stage.open({ ...opening, as: await staff(stage.stand, { role: 'operator' }) })
  await arrive(operator, `/providers/${provider?.id}`)
  await judge.look(operator, 'provider as the operator sees it')
  await press(operator, words('修改登记内容', 'Change'))
  await operator.getByRole('dialog').waitFor()
  await judge.look(operator, 'provider window change')
})
