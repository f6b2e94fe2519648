import { expect } from '@jest/globals'
import { codeShown } from '../cast/authenticator.js'
import { exactly, field } from '../cast/forms.js'
import { messagesTo, staff } from '../cast/people.js'
import { scene } from '../cast/play.js'
import { areThere } from '../cast/shown.js'
import { logInOf } from '../cast/stand.js'

scene('an invited clerk sets name and password, adds an authenticator, logs on with its next code and finds the account page', async (stage) => {
  const security = await staff(stage.stand, { role: 'security-administrator' })
  const clerk = await staff(stage.stand, { provider: '云杉' })
  const me = await clerk.call('getMe')
  const { mobile, email, name } = stage.identities.person()
  const { onScreen } = await security.call('inviteStaff', { body: { role: 'provider', providerId: me.provider?.id ?? '', province: null, name, mobile, email, reason: '入职' } })
  const userName = stage.identities.userName()
  const password = 'Quarry pelican umbrella'
  const page = await stage.open({ portal: 'provider' })
  await page.goto(onScreen?.link ?? '')
  await page.getByRole('heading', { level: 1, name: '开通账号' }).waitFor()
  await field(page, '用户名').fill(userName)
  await field(page, '密码').fill('Sonyericsson')
  await page.getByRole('status').filter({ hasText: '这个密码太常见' }).waitFor()
  await field(page, '密码').fill(password)
  await page.getByRole('status').filter({ hasText: '此密码可以使用' }).waitFor()
  await field(page, '再次输入密码').fill(password)
  const secret = (await page.getByTestId('authenticator-secret').innerText()).replaceAll(/\s/g, '')
  await field(page, '身份验证器显示的口令').fill(codeShown(secret))
  await page.getByRole('button', { name: exactly('完成') }).click()
  await page.getByRole('heading', { name: '身份验证器已绑定' }).waitFor()
  await areThere(page.getByTestId('recovery-codes').getByRole('listitem'), 10)
  await page.getByRole('checkbox', { name: '我已保存恢复码' }).check()
  await page.getByRole('link', { name: exactly('去登录') }).click()
  await field(page, '用户名').fill(userName)
  await field(page, '密码').fill(password)
  await page.getByRole('button', { name: '不用图片验证' }).click()
  await page.getByText('已完成验证，不需要输入验证码。').waitFor()
  await page.getByRole('button', { name: exactly('登录') }).click()
  // The first code was used to add it; each works once, and the next one already does.
  await field(page, '动态口令或恢复码').fill(codeShown(secret, 1))
  await page.getByRole('button', { name: exactly('进入') }).click()
  await page.getByRole('navigation').getByText('待办队列').first().waitFor()
  await page.goto('/account')
  const shown = [userName, logInOf(stage.stand, { provider: '云杉' }).providerName ?? '', '修改密码', '登录设备']
  for (const text of shown) await page.locator('main').getByText(text).first().waitFor()
})

scene('an administrator is asked for by one person, agreed to by another, and only then gets a link', async (stage) => {
  const { name, mobile, email } = stage.identities.person()
  const security = await stage.open({ as: await staff(stage.stand, { role: 'security-administrator' }) })
  await security.goto('/invitations')
  await security.getByRole('button', { name: exactly('邀请') }).click()
  const window = security.getByRole('dialog', { name: '邀请工作人员' })
  await field(window, '角色').selectOption({ label: '审计管理员' })
  for (const [label, text] of Object.entries({ 姓名: name, 手机号码: mobile, 电子邮件: email, 原因: '增设一名审计管理员' })) await field(window, label).fill(text)
  await window.getByRole('button', { name: exactly('发送邀请') }).click()
  await security.getByText(`对${name}的邀请等待另一名管理员复核`).waitFor()
  expect(await security.getByTestId('on-screen-link').count()).toBe(0)
  expect(await messagesTo(stage.stand, email)).toEqual([])
  await security.goto('/account-requests')
  const own = security.getByRole('row').filter({ hasText: name })
  await own.getByText('须由另一名管理员复核').waitFor()
  expect(await own.getByRole('button').count()).toBe(0)

  const other = await stage.open({ as: await staff(stage.stand, { role: 'operator' }) })
  await other.goto('/account-requests')
  await other.getByRole('row').filter({ hasText: name }).getByRole('button', { name: exactly('同意') }).click()
  await other.getByRole('alertdialog', { name: '同意这项申请？' }).getByRole('button', { name: exactly('同意') }).click()
  await other.getByText('已同意，申请已生效。').waitFor()
  const guest = await stage.open({ portal: 'administration' })
  await guest.goto((await other.getByTestId('on-screen-link').innerText()).trim())
  await guest.getByRole('heading', { level: 1, name: '开通账号' }).waitFor()
  await guest.locator('main').getByText('审计管理员').waitFor()
})
