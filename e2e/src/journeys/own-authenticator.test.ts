import { expect } from '@jest/globals'
import { codeShown } from '../cast/authenticator.js'
import { exactly, field } from '../cast/forms.js'
import { messagesTo, registerOwnerOverHttp } from '../cast/people.js'
import { scene } from '../cast/play.js'
import { areThere } from '../cast/shown.js'
import { Visitor } from '../cast/visitor.js'

/** None of the codes that are good about now. */
function wrongCode(secret: string): string {
  const right = [-2, -1, 0, 1, 2].map((steps) => codeShown(secret, steps))
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !right.includes(code)) ?? ''
}

scene('an owner adds an authenticator, logs on with its code instead of a message, and takes it off with a recovery code', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const page = await stage.open({ as: account.caller })
  await page.goto('/account')
  await page.getByRole('button', { name: exactly('绑定身份验证器') }).click()
  const window = page.getByRole('dialog', { name: '绑定身份验证器' })
  await field(window, '当前密码').fill(account.password)
  await window.getByRole('button', { name: exactly('下一步') }).click()
  const secret = (await window.getByTestId('authenticator-secret').innerText()).replaceAll(/\s/g, '')
  await field(window, '身份验证器显示的口令').fill(wrongCode(secret))
  await window.getByRole('button', { name: exactly('确认绑定') }).click()
  await window.getByRole('alert').first().waitFor()
  await field(window, '身份验证器显示的口令').fill(codeShown(secret))
  await window.getByRole('button', { name: exactly('确认绑定') }).click()
  await window.getByTestId('recovery-codes').waitFor()
  await areThere(window.getByTestId('recovery-codes').getByRole('listitem'), 10)
  const codes = await window.getByTestId('recovery-codes').getByRole('listitem').allInnerTexts()
  expect(new Set(codes).size).toBe(10)
  await window.getByRole('checkbox', { name: '我已保存恢复码' }).check()
  await window.getByRole('button', { name: exactly('完成') }).click()
  await page.getByText('身份验证器已绑定，下次登录需输入动态口令。').waitFor()

  const sent = (await messagesTo(stage.stand, account.mobile)).length
  const other = await stage.open()
  const visitor = new Visitor(other)
  await other.goto('/log-on')
  await visitor.typeLogOn(account.userName, account.password)
  // The first code was used to add it; each works once, and the next one already does.
  await field(other, '动态口令或恢复码').fill(codeShown(secret, 1))
  await visitor.button('进入').click()
  await other.waitForURL('**/filing')
  expect((await messagesTo(stage.stand, account.mobile)).length).toBe(sent)

  await other.goto('/account')
  await other.getByRole('button', { name: exactly('解除身份验证器') }).click()
  const removal = other.getByRole('dialog', { name: '解除身份验证器' })
  await field(removal, '当前密码').fill(account.password)
  await field(removal, '动态口令').fill(codes[3] ?? '')
  await removal.getByRole('button', { name: exactly('解除身份验证器') }).click()
  await other.getByText('身份验证器已解除，验证码重新发送到手机和邮箱。').waitFor()
  expect((await account.caller.ask('getMe')).status).toBe(401)
  await other.getByRole('button', { name: exactly('绑定身份验证器') }).waitFor()
})
