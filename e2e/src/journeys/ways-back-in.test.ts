import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { eventually } from '../cast/eventually.js'
import { exactly, field } from '../cast/forms.js'
import { messagesTo, registerOwnerOverHttp } from '../cast/people.js'
import { scene, type Stage } from '../cast/play.js'
import { letSendingsPass } from '../cast/time.js'
import { Visitor } from '../cast/visitor.js'

const press = (page: Page, name: string) => page.getByRole('button', { name: exactly(name) }).first().click()
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

/** What the newest message with such a part says of it; messages leave a moment after the page has answered. */
const told = (stage: Stage, to: string, part: RegExp) => eventually(async () => {
  const found = (await messagesTo(stage.stand, to)).map(({ text }) => part.exec(text)?.[0]).find((text) => text !== undefined)
  if (found === undefined) throw new Error(`no message to ${to.slice(0, 3)}… holds ${String(part)}`)
  return found
}, 60_000)

scene('who has forgotten the password gets back in with the phone and the mailbox, and the old password and sessions are worth nothing', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const page = await stage.open()
  const visitor = new Visitor(page)
  await page.goto('/log-on')
  await page.getByRole('link', { name: '忘记密码' }).click()
  await field(page, '用户名').fill(account.userName)
  await visitor.verify()
  // The phone has just had the code of the registration.
  await letSendingsPass(stage.stand)
  await press(page, '发送手机验证码')
  await heading(page, '输入手机验证码').waitFor()
  await field(page, '手机验证码').fill(await told(stage, account.mobile, /(?<=重设密码，验证码 )\d{6}/))
  await press(page, '确认')
  await heading(page, '请打开邮件中的链接').waitFor()
  const link = await told(stage, account.email, /http\S+\/recover\/new-password#\S+/)
  await page.goto(link)
  await field(page, '新密码').fill('Websolutions-2026!')
  // The page says it before anything is sent.
  await page.getByRole('status').filter({ hasText: '这个密码太常见' }).waitFor()
  await field(page, '新密码').fill('Quarry pelican umbrella')
  await page.getByRole('status').filter({ hasText: '此密码可以使用' }).waitFor()
  await field(page, '再次输入新密码').fill('Quarry pelican umbrella')
  await press(page, '设置新密码')
  await heading(page, '新密码已生效').waitFor()
  await page.getByRole('link', { name: '去登录' }).click()
  expect((await account.caller.ask('getMe')).status).toBe(401)
  await visitor.logOn(account.userName, 'Quarry pelican umbrella')
  await page.waitForURL('**/filing')
  await page.goto(link)
  await page.reload()
  await heading(page, '链接无效').waitFor()
})

scene('an owner who has lost the phone asks for a new one, and who holds the old phone stops it by the link, without logging on', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const { mobile } = stage.identities.person()
  const page = await stage.open({ as: account.caller })
  await page.goto('/account')
  await press(page, '原手机已无法使用')
  const window = page.getByRole('dialog')
  await field(page, '新手机号码').fill(mobile)
  await field(page, '账号密码').fill(account.password)
  await window.getByRole('button', { name: '发送验证码' }).click()
  await field(page, '邮箱验证码').fill((await page.getByTestId('on-screen-mail-code').innerText()).trim())
  await field(page, '新联系方式收到的验证码').fill((await page.getByTestId('on-screen-phone-code').innerText()).trim())
  await window.getByRole('button', { name: '申请更换号码' }).click()
  await page.getByText(`${mobile.slice(0, 3)}****${mobile.slice(-4)} 将于`).waitFor()
  const link = await told(stage, account.mobile, /http\S+\/recover\/phone#[\w-]+/)
  const other = await stage.open()
  await other.goto(link)
  await eventually(() => expect(new URL(other.url()).hash).toBe(''))
  await press(other, '停止更换，保留原号码')
  await heading(other, '已停止更换').waitFor()
  expect((await account.caller.call('getPhoneRecovery')).recovery).toBeNull()
  const answered = page.waitForResponse((response) => response.url().endsWith('/account/lost-phone') && response.request().method() === 'GET')
  await page.reload()
  await answered
  await page.getByRole('main').getByText(`${account.mobile.slice(0, 3)}****${account.mobile.slice(-4)}`).first().waitFor()
  await eventually(async () => expect(await page.getByText('将于').count()).toBe(0))
})
