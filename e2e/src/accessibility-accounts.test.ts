import { codeShown } from './cast/authenticator.js'
import { filingOf } from './cast/contents.js'
import { arrive, everyScreen, press, type Words } from './cast/every-screen.js'
import { exactly } from './cast/forms.js'
import { approvedOf } from './cast/over-http.js'
import { providerCalled, registerOwnerOverHttp, staff } from './cast/people.js'

const token = 'a'.repeat(43)
const newPassword = 'Quarry pelican umbrella'
const windows = (words: Words) => [
  ['contact', words('更换手机号码', 'Change the mobile number')], ['lost phone', words('原手机已无法使用', 'I no longer have this phone')],
  ['authenticator', words('绑定身份验证器', 'Add an authenticator')],
] as const

everyScreen('no way back into an account and no window of its owner meets a barrier', async (stage, judge, words, opening) => {
  const visitor = await stage.open(opening)
  for (const path of ['recover/password', 'recover/user-name', `recover/new-password#${token}`, `recover/phone#${token}`]) {
    await visitor.goto('about:blank')
    await arrive(visitor, `/${path}`)
    await judge.look(visitor, path.split('#')[0] ?? '')
  }
  await arrive(visitor, '/recover/password')
  await visitor.locator('main [type=submit]').click()
  await visitor.getByRole('alert').first().waitFor()
  await judge.look(visitor, 'recover password error')

  const account = await registerOwnerOverHttp(stage)
  const page = await stage.open({ ...opening, as: account.caller })
  const dialog = page.getByRole('dialog')
  for (const [name, open] of windows(words)) {
    await arrive(page, '/account')
    await press(page, open)
    await dialog.locator('[type=submit]').click()
    await dialog.getByRole('alert').first().waitFor()
    await judge.look(page, `window ${name} error`)
  }
  await dialog.locator('input[type=password]').fill(account.password)
  await dialog.locator('[type=submit]').click()
  const secret = (await dialog.getByTestId('authenticator-secret').innerText()).replaceAll(/\s/g, '')
  await judge.look(page, 'window authenticator secret')
  await dialog.locator('#authenticator-code').fill(codeShown(secret))
  await dialog.locator('[type=submit]').click()
  await dialog.getByTestId('recovery-codes').waitFor()
  await judge.look(page, 'window authenticator codes')
})

everyScreen('no screen through which staff join, and none on which accounts and organisations are kept, meets a barrier', async (stage, judge, words, opening) => {
  const security = await staff(stage.stand, { role: 'security-administrator' })
  const clerk = await staff(stage.stand, { provider: '云杉' })
  const providerId = (await clerk.call('getMe')).provider?.id ?? ''
  const { name, mobile, email } = stage.identities.person()
  const { onScreen } = await security.call('inviteStaff', { body: { role: 'provider', providerId, province: null, name, mobile, email, reason: '' } })
  const guest = await stage.open({ ...opening, portal: 'provider' })
  await arrive(guest, '/invitation')
  await judge.look(guest, 'invitation without its link')
  await guest.goto('about:blank')
  await guest.goto(onScreen?.link ?? '')
  const secret = (await guest.getByTestId('authenticator-secret').innerText()).replaceAll(/\s/g, '')
  await guest.locator('main [type=submit]').click()
  await guest.getByRole('alert').first().waitFor()
  await judge.look(guest, 'invitation error')
  await guest.locator('#userName').fill(stage.identities.userName())
  for (const id of ['password', 'passwordAgain']) await guest.locator(`#${id}`).fill(newPassword)
  await guest.locator('#code').fill(codeShown(secret))
  await guest.locator('main [type=submit]').click()
  await guest.getByTestId('recovery-codes').waitFor()
  await judge.look(guest, 'recovery codes')

  const team = await stage.open({ ...opening, as: clerk })
  for (const path of ['team', 'lost-phones', 'account']) {
    await arrive(team, `/${path}`)
    await judge.look(team, `provider ${path}`)
  }
  const keeper = await stage.open({ ...opening, as: security })
  const [one] = (await security.call('listAccounts', { query: { role: 'provider' } })).rows
  for (const path of ['accounts?q=nobody-is-called-this', `accounts/${one?.id}`, 'invitations', 'account-requests', 'account']) {
    await arrive(keeper, `/${path}`)
    await judge.look(keeper, `security administrator ${path.replace(one?.id ?? '', 'one')}`)
  }
  await arrive(keeper, '/invitations')
  await press(keeper, words('邀请', 'Invite'))
  await keeper.getByRole('dialog').locator('select').first().selectOption('operator')
  await keeper.getByRole('dialog').locator('[type=submit]').click()
  await keeper.getByRole('dialog').getByRole('alert').first().waitFor()
  await judge.look(keeper, 'security administrator window invite error')
  const operator = await stage.open({ ...opening, as: await staff(stage.stand, { role: 'operator' }) })
  await arrive(operator, `/providers/${providerId}`)
  await judge.look(operator, 'operator provider')
  await press(operator, words('暂停', 'Suspend'))
  await operator.getByRole('dialog').getByRole('button', { name: exactly(words('暂停', 'Suspend')) }).click()
  await judge.look(operator, 'operator window suspend error')
})

everyScreen('no step of vouching for an owner whose phone is lost meets a barrier', async (stage, judge, words, opening) => {
  const account = await registerOwnerOverHttp(stage)
  const clerk = await staff(stage.stand, { provider: '云杉' })
  await approvedOf(account.caller, filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]]), [clerk], await staff(stage.stand, { province: '110000' }))
  const { mobile } = stage.identities.person()
  const { mail, phone } = await account.caller.call('startPhoneRecovery', { body: { mobile, password: account.password } })
  await account.caller.call('confirmPhoneRecovery', { body: { mobile, mailCode: mail.onScreen?.code ?? '', phoneCode: phone.onScreen?.code ?? '' } })
  const page = await stage.open({ ...opening, as: account.caller })
  await arrive(page, '/account')
  await judge.look(page, 'account phone waits')
  const desk = await stage.open({ ...opening, as: clerk })
  await arrive(desk, '/lost-phones')
  await judge.look(desk, 'provider lost phones waiting')
  await desk.getByRole('main').getByRole('button').filter({ hasText: words('担保', 'Vouch') }).first().click()
  await desk.getByRole('dialog').locator('[type=submit]').click()
  await desk.getByRole('dialog').getByRole('alert').first().waitFor()
  await judge.look(desk, 'provider window vouch error')
})
