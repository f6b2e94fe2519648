import { afterAll, beforeAll, expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { type RunningStand, startStand } from '../stand/stand.mjs'
import { filingOf } from './cast/contents.js'
import { finishedOf, pass, see } from './cast/over-http.js'
import { messagesTo, providerCalled, registerOwnerOverHttp, registrantOf, staff } from './cast/people.js'
import { scene } from './cast/play.js'
import { Visitor } from './cast/visitor.js'

// The switch is everybody's, so that these tests have a system of their own.
let own: RunningStand
beforeAll(async () => {
  own = await startStand({ env: { LOG_LEVEL: 'debug' } })
}, 400_000)
afterAll(() => own?.stop())
const stand = () => own

const sixDigits = /\d{6}/
const codeIn = (text: string | undefined): string => sixDigits.exec(text ?? '')?.[0] ?? 'no code was sent'

/** Whether a text says this code. Digits within a longer number, such as an instant in a log, are not the code. */
const says = (text: string, code: string): boolean => new RegExp(String.raw`\b${code}\b`).test(text)

/** Everything that the page gets over the network from now on. */
function listen(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = []
  page.on('response', (response) => { if (response.url().includes('/api/')) bodies.push(response.text().catch(() => '')) })
  return async () => (await Promise.all(bodies)).join('\n')
}

scene('with the SMS platform off the codes stand on the screen; the operator switches it on, and unfinished sessions follow at once [R7, R8]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const registering = await stage.open()
  const newcomer = new Visitor(registering)
  const who = registrantOf(stage)
  await newcomer.reachForm()
  await newcomer.typeRegistration(who)
  await newcomer.sendCodes()
  await newcomer.typeCodesOnScreen()
  const [mobileCode, emailCode] = [await newcomer.field('手机验证码').inputValue(), await newcomer.field('邮件验证码').inputValue()]

  const loggingOn = await stage.open()
  const returning = new Visitor(loggingOn)
  await loggingOn.goto('/log-on')
  await returning.typeLogOn(account.userName, account.password)
  const shown = await returning.codeOnScreen()
  expect(shown).toMatch(sixDigits)
  const provider = await staff(stage.stand, { provider: '云杉' })
  const id = await finishedOf(account.caller, filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]]))
  await pass(provider, id)
  expect((await see(account.caller, id)).confirmations[0]?.onScreen).not.toBeNull()

  const operator = await stage.open({ as: await staff(stage.stand, { role: 'operator' }) })
  await operator.goto('/switches')
  await operator.getByRole('button', { name: '启用短信平台' }).click()
  const asked = operator.getByRole('alertdialog', { name: '启用短信平台？' })
  await asked.getByRole('checkbox', { name: '我了解后果' }).check()
  await asked.getByRole('button', { name: '启用短信平台' }).click()
  await operator.getByText('已保存。').waitFor()

  const heard = listen(loggingOn)
  await loggingOn.reload()
  await returning.heading('输入手机或邮箱收到的验证码').waitFor()
  expect(says(await loggingOn.content(), shown)).toBe(false)
  expect(says(await heard(), shown)).toBe(false)
  expect((await see(account.caller, id)).confirmations[0]?.onScreen).toBeNull()
  // What was sent before still works; it is only no longer shown.
  const [sms] = await messagesTo(stage.stand, account.mobile)
  expect(codeIn(sms?.text)).toBe(shown)
  await returning.typeCode(shown)
  await loggingOn.waitForURL('**/filing')
  await newcomer.button('注册').click()
  await newcomer.heading('注册成功').waitFor()
  expect([mobileCode, emailCode].every((code) => sixDigits.test(code))).toBe(true)
}, { stand })

scene('with the SMS platform on no code is in the page, the answers, the error texts or the log; it is only in the messages [R8]', async (stage) => {
  const page = await stage.open()
  const visitor = new Visitor(page)
  const heard = listen(page)
  const who = registrantOf(stage)
  await visitor.reachForm()
  await visitor.typeRegistration(who)
  await visitor.sendCodes()
  await page.getByText(/^验证码已发送到/).waitFor()
  expect(await page.getByText('短信平台尚未启用').count()).toBe(0)
  const [sms] = await messagesTo(stage.stand, who.mobile)
  const [mail] = await messagesTo(stage.stand, who.email)
  const codes = [codeIn(sms?.text), codeIn(mail?.text)]
  expect(codes.every((code) => sixDigits.test(code))).toBe(true)

  const wrong = codes.includes('000000') ? '111111' : '000000'
  await visitor.field('手机验证码').fill(wrong)
  await visitor.field('邮件验证码').fill(wrong)
  await visitor.button('注册').click()
  await page.getByText(/验证码不正确，还可尝试/).first().waitFor()
  const places = { page: await page.content(), answers: await heard(), log: own.log() }
  for (const [place, text] of Object.entries(places)) expect([place, codes.some((code) => says(text, code))]).toEqual([place, false])

  await visitor.field('手机验证码').fill(codes[0]!)
  await visitor.field('邮件验证码').fill(codes[1]!)
  await visitor.button('注册').click()
  await visitor.button('确定').click()
  await visitor.typeLogOn(who.userName, who.password)
  await visitor.heading('输入手机或邮箱收到的验证码').waitFor()
  const [logOnSms] = await messagesTo(stage.stand, who.mobile)
  const code = codeIn(logOnSms?.text)
  for (const [place, text] of Object.entries({ page: await page.content(), answers: await heard(), log: own.log() })) expect([place, says(text, code)]).toEqual([place, false])
  await visitor.typeCode(code)
  await page.waitForURL('**/filing')
  expect([who.mobile, who.email, who.certificateNumber, who.password].filter((secret) => own.log().includes(secret))).toEqual([])
}, { stand })
