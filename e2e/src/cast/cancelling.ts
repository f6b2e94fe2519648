import { field } from './forms.js'
import type { Owner } from './owner.js'

/** Fills in a cancellation's reason and code and hands it in; the page of its choice must stand open. Answers the filing's id. */
export async function applyToCancel(owner: Owner, apply: '申请注销主体' | '申请注销网站' | '申请取消接入', reason: string, note = ''): Promise<string> {
  await field(owner.page, '注销原因').selectOption(reason)
  if (note !== '') await field(owner.page, '说明').fill(note)
  await owner.press('发送验证码')
  const code = await owner.page.getByTestId('on-screen-step-up-code').innerText()
  await field(owner.page, '验证码').fill(code.trim())
  await owner.button(apply).last().click()
  const asked = owner.page.getByRole('alertdialog')
  await asked.getByRole('checkbox', { name: '我明白注销后不能恢复。' }).check()
  await owner.button(apply, asked).click()
  await owner.page.waitForURL(/\/filing\/progress\/[0-9a-f-]{36}/)
  await owner.account.caller.follow(owner.page.context())
  return owner.page.url().split('/').at(-1) ?? ''
}
