import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { eventually } from '../cast/eventually.js'
import { exactly, field } from '../cast/forms.js'
import { messagesTo, registerOwnerOverHttp } from '../cast/people.js'
import { scene, type Stage } from '../cast/play.js'
import { shows } from '../cast/shown.js'

const press = (page: Page, name: string) => page.getByRole('button', { name: exactly(name) }).first().click()

/** What the newest message with such a part says of it; messages leave a moment after the page has answered. */
const told = (stage: Stage, to: string, part: RegExp) => eventually(async () => {
  const found = (await messagesTo(stage.stand, to)).map(({ text }) => part.exec(text)?.[0]).find((text) => text !== undefined)
  if (found === undefined) throw new Error(`no message to ${to.slice(0, 3)}… holds ${String(part)}`)
  return found
})

scene('a phone is changed with the password and a code of each, and the old one is told', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const { mobile } = stage.identities.person()
  const page = await stage.open({ as: account.caller })
  await page.goto('/account')
  await press(page, '更换手机号码')
  const window = page.getByRole('dialog')
  await field(page, '新手机号码').fill(`+86 ${mobile}`)
  await field(page, '账号密码').fill(account.password)
  await window.getByRole('button', { name: '发送验证码' }).click()
  await field(page, '原联系方式收到的验证码').fill((await page.getByTestId('on-screen-old-code').innerText()).trim())
  await field(page, '新联系方式收到的验证码').fill((await page.getByTestId('on-screen-new-code').innerText()).trim())
  await window.getByRole('button', { name: '更换手机号码' }).click()
  await page.getByText('手机号码已更换').first().waitFor()
  await shows(page.locator('main'), `${mobile.slice(0, 3)}****${mobile.slice(-4)}`)
  expect(await told(stage, account.mobile, /已于.*更换为 \d{3}\*{4}\d{4}/)).toContain(mobile.slice(-4))
})
