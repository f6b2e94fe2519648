import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { Caller } from './cast/caller.js'
import { filingOf } from './cast/contents.js'
import { inDatabase } from './cast/database.js'
import { arrive, everyScreen, press, type Words } from './cast/every-screen.js'
import { joined } from './cast/joined.js'
import { confirm, finishedOf, pass } from './cast/over-http.js'
import { providerCalled, registerOwnerOverHttp, staff } from './cast/people.js'
import type { Stage } from './cast/play.js'
import { becomes } from './cast/shown.js'

/** Both steps of the log-on in the window over the page; `code` is read once the second step asks for it. */
async function signInAgain(page: Page, words: Words, password: string, code: () => Promise<string>): Promise<void> {
  const window = page.getByRole('dialog', { name: words('重新登录', 'Log on again') })
  await window.locator('#log-on-password').fill(password)
  await window.getByRole('button', { name: words('不用图片验证', 'Verify without a picture') }).click()
  await window.getByText(words('已完成验证', 'Verified.')).waitFor()
  await window.locator('[type=submit]').click()
  await window.locator('#log-on-code').fill(await code())
  await window.locator('[type=submit]').click()
  await window.waitFor({ state: 'detached' })
}

const again = (page: Page, words: Words) => page.getByRole('dialog', { name: words('重新登录', 'Log on again') })

/** Beside the time, so that “Not saved” is not it. */
const saved = /^(已保存|Saved) \d/

/** As if half an hour had passed without a sign of this caller. */
const endSession = (caller: Caller) => caller.call('logOff')

everyScreen('a session that ends over a half-filled form is renewed in a window, and what was typed stays', async (stage, judge, words, opening) => {
  const account = await registerOwnerOverHttp(stage)
  const page = await stage.open({ ...opening, as: account.caller })
  await arrive(page, '/filing/entry')
  const name = page.locator('#field-subject-name')
  await name.fill('星河示例有限公司')
  await page.getByText(saved).first().waitFor()
  await endSession(account.caller)
  await name.fill('星河示例（北京）有限公司')
  await again(page, words).waitFor()
  await judge.look(page, 'owner session over')
  await again(page, words).locator('[type=submit]').click()
  await again(page, words).getByRole('alert').first().waitFor()
  await judge.look(page, 'owner session over error')
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog').waitFor()
  await judge.look(page, 'owner session over leaving')
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog').waitFor({ state: 'detached' })
  await signInAgain(page, words, account.password, async () => (await again(page, words).getByTestId('on-screen-code').innerText()).trim())
  await becomes(() => name.inputValue(), '星河示例（北京）有限公司')
  await page.getByText(saved).first().waitFor()
  await judge.look(page, 'owner signed in again')
  await page.reload()
  await becomes(() => name.inputValue(), '星河示例（北京）有限公司')
})

everyScreen('a session of staff that ends over a reason in a window is renewed over both, and the reason can be sent', async (stage, judge, words, opening) => {
  const account = await registerOwnerOverHttp(stage)
  const provider = await providerCalled(account.caller, '云杉')
  const id = await finishedOf(account.caller, filingOf(stage.identities, [[provider]]))
  const clerk = await joined(stage, { role: 'provider', providerId: provider.id, province: null })
  const reviewer = await joined(stage, { role: 'reviewer', providerId: null, province: '110000' })
  const refuse = words('不予通过', 'Refuse')
  for (const { who, path, state } of [{ who: clerk, path: `/filings/${id}`, state: 'provider' }, { who: reviewer, path: `/filings/${id}`, state: 'administration' }]) {
    if (who === reviewer) {
      await pass(await staff(stage.stand, { provider: '云杉' }), id)
      await confirm(account.caller, id)
    }
    const page = await stage.open({ ...opening, as: who.caller })
    await arrive(page, path)
    await press(page, refuse)
    const reason = page.getByRole('dialog', { name: refuse }).locator('textarea').first()
    await reason.fill('材料与证件不一致')
    await endSession(who.caller)
    await page.getByRole('dialog', { name: refuse }).getByRole('button').last().click()
    await again(page, words).waitFor()
    await judge.look(page, `${state} session over`)
    await signInAgain(page, words, who.password, () => Promise.resolve(who.recoveryCodes[0] ?? ''))
    await becomes(() => reason.inputValue(), '材料与证件不一致')
    await page.getByRole('alert').filter({ hasText: words('登录已失效，这一步没有执行', 'This was not done') }).waitFor()
    await judge.look(page, `${state} signed in again`)
  }
})

everyScreen('the warning before a session ends meets no barrier', async (stage, judge, _words, opening) => {
  const account = await registerOwnerOverHttp(stage)
  const page = await stage.open({ ...opening, as: account.caller })
  await page.clock.install()
  await arrive(page, '/account')
  // Only this page's clock is put forward. If it asked the server for the time now, it would take its own clock for wrong.
  await page.route('**/api/site', (route) => route.abort())
  // An answer that is still on its way would come after the jump, and count as use of the session.
  await page.waitForLoadState('networkidle')
  await page.clock.fastForward('28:00')
  await page.getByRole('alertdialog').waitFor()
  await judge.look(page, 'session ends soon')
})

/** As if the quarter of an hour that a proof is good for had passed. */
const letTheProofGetOld = (stage: Stage, userName: string) =>
  inDatabase(stage.stand, `UPDATE sessions SET proven_at = started_at - interval '1 hour' WHERE account_id = (SELECT id FROM accounts WHERE user_name = $1)`, [userName], 1)

everyScreen('staff change a contact, and take a list along as a file after a new code of the authenticator', async (stage, judge, words, opening) => {
  const clerk = await joined(stage, { role: 'provider', providerId: (await providerCalled((await registerOwnerOverHttp(stage)).caller, '云杉')).id, province: null })
  const page = await stage.open({ ...opening, as: clerk.caller })
  const window = page.getByRole('dialog')
  await arrive(page, '/account')
  await judge.look(page, 'staff account')
  await press(page, words('更换电子邮件地址', 'Change the e-mail address'))
  await window.locator('[type=submit]').click()
  await window.getByRole('alert').first().waitFor()
  await judge.look(page, 'staff contact error')
  await window.locator('#contact-value').fill(stage.identities.person().email)
  await window.locator('#contact-password').fill(clerk.password)
  await window.locator('#contact-authenticator').fill(clerk.recoveryCodes[0] ?? '')
  await window.locator('[type=submit]').click()
  await window.getByTestId('on-screen-new-code').waitFor()
  await judge.look(page, 'staff contact codes')
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog').getByRole('button').first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog').waitFor({ state: 'detached' })

  await letTheProofGetOld(stage, clerk.userName)
  await arrive(page, '/queue')
  const save = words('导出列表（CSV）', 'Export the list (CSV)')
  await press(page, save)
  await window.locator('#proof-code').waitFor()
  await window.locator('[type=submit]').click()
  await window.getByRole('alert').first().waitFor()
  await judge.look(page, 'proof window error')
  await window.locator('#proof-code').fill(clerk.recoveryCodes[1] ?? '')
  const file = page.waitForEvent('download')
  await window.locator('[type=submit]').click()
  expect((await file).suggestedFilename()).toMatch(/^filings-.*\.csv$/)
  await window.waitFor({ state: 'detached' })
  await judge.look(page, 'list after its export')
})

everyScreen('ending a session elsewhere and forgetting a device ask for the password, without a barrier', async (stage, judge, words, opening) => {
  const account = await registerOwnerOverHttp(stage)
  const elsewhere = await new Caller(stage.stand, 'owner').logOn(account.userName, account.password)
  const page = await stage.open({ ...opening, as: account.caller })
  await arrive(page, '/account')
  const dialog = page.getByRole('dialog')
  await press(page, words('退出其他所有设备', 'Log off all other devices'))
  await dialog.locator('input[type=password]').fill('not the password')
  await dialog.locator('[type=submit]').click()
  await dialog.getByRole('alert').first().waitFor()
  await judge.look(page, 'sessions window error')
  await elsewhere.call('getMe')
  await dialog.locator('input[type=password]').fill(account.password)
  await dialog.locator('[type=submit]').click()
  await page.getByText(words('其他设备均已退出并移除。', 'All other devices were logged off and forgotten.')).waitFor()
  await judge.look(page, 'account others logged off')
  await expect(elsewhere.call('getMe')).rejects.toThrow('401')
})
