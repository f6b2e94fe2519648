import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { filingOf } from './cast/contents.js'
import { exactly, fieldId } from './cast/forms.js'
import { Judge } from './cast/judge.js'
import { approvedOf, confirm, draftOf, finishedOf, pass, see } from './cast/over-http.js'
import { providerCalled, registerOwnerOverHttp, registrantOf, staff, type OwnerAccount } from './cast/people.js'
import { type Opening, scene, type Stage } from './cast/play.js'

interface Variant {
  readonly language: 'zh-CN' | 'en'
  readonly width: number
}

const variants: readonly Variant[] = [
  { language: 'zh-CN', width: 1280 }, { language: 'en', width: 1280 }, { language: 'zh-CN', width: 360 }, { language: 'en', width: 360 },
]

/** One part of the system in one language at one width: every screen in its filled, empty and error states breaks no rule of WCAG 2.2 AA that axe knows. */
function everyScreen(part: string, walk: (stage: Stage, judge: Judge, words: (zh: string, en: string) => string, opening: Opening) => Promise<void>): void {
  for (const { language, width } of variants) {
    scene(`${part}: no screen breaks a rule of accessibility, in ${language} at ${width} pixels`, async (stage) => {
      const judge = new Judge(`${language}.${width}`)
      await walk(stage, judge, (zh, en) => (language === 'en' ? en : zh), { language, width })
      expect(judge.faults).toEqual([])
    }, { within: 300_000 })
  }
}

const press = (page: Page, name: string) => page.getByRole('button', { name: exactly(name) }).first().click()
const contentFor = async (stage: Stage, account: OwnerAccount) => filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')], [await providerCalled(account.caller, '珠江')]])
const bothProviders = async (stage: Stage) => [await staff(stage.stand, { provider: '云杉' }), await staff(stage.stand, { provider: '珠江' })]

everyScreen('Public pages', async (stage, judge, words, opening) => {
  const page = await stage.open(opening)
  await page.goto('/')
  await page.getByRole('img', { name: words('验证码图片', 'Picture of the verification code') }).waitFor()
  await judge.look(page, 'home')
  await press(page, words('登录', 'Log on'))
  await page.getByRole('alert').waitFor()
  await judge.look(page, 'home-error')
  for (const path of ['/help', '/log-on', '/look-up', '/look-up?q=shulin-demo.cn', '/look-up?q=nobody-has-this.cn', '/verify', '/verify/AAAA-BBBB-CCCC', '/no-such-page', '/confirm/aaaaaaaaaaaaaaaaaaaaaaaaaaaa']) {
    await page.goto(path)
    await judge.look(page, path.slice(1))
  }
  await page.goto('/log-on')
  await press(page, words('登录', 'Log on'))
  await page.getByRole('alert').waitFor()
  await judge.look(page, 'log-on-error')
  await press(page, words('不用图片验证', 'Verify without a picture'))
  await page.getByText(words('已完成验证', 'Verified.')).waitFor()
  await judge.look(page, 'log-on-without-picture')

  await page.goto('/register/terms')
  await judge.look(page, 'register-terms')
  await press(page, words('同意', 'Accept'))
  await page.waitForURL('**/pledge')
  await judge.look(page, 'register-pledge')
  await press(page, words('同意', 'Accept'))
  await page.waitForURL('**/form')
  await judge.look(page, 'register-form')
  await press(page, words('注册', 'Register'))
  await page.getByRole('alert').waitFor()
  await judge.look(page, 'register-form-error')
  const who = registrantOf(stage)
  await page.locator('#mobile').fill(who.mobile)
  await page.locator('#email').fill(who.email)
  await page.getByText(words('已完成验证', 'Verified.')).waitFor()
  await press(page, words('发送验证码', 'Send the codes'))
  await page.getByTestId('on-screen-mobile-code').waitFor()
  await judge.look(page, 'register-form-codes')
  await page.goto('/register/done?userName=zhang-san')
  await judge.look(page, 'register-done')
})

everyScreen('The second step of log-on and an owner without filings', async (stage, judge, words, opening) => {
  const account = await registerOwnerOverHttp(stage)
  const visitor = await stage.open(opening)
  await visitor.goto('/log-on')
  await visitor.locator('#log-on-user-name').fill(account.userName)
  await visitor.locator('#log-on-password').fill(account.password)
  await press(visitor, words('不用图片验证', 'Verify without a picture'))
  await visitor.getByText(words('已完成验证', 'Verified.')).waitFor()
  await press(visitor, words('登录', 'Log on'))
  await visitor.locator('#log-on-code').waitFor()
  await judge.look(visitor, 'log-on-code')
  await visitor.locator('#log-on-code').fill('000000')
  await press(visitor, words('进入', 'Enter'))
  await visitor.getByRole('alert').waitFor()
  await judge.look(visitor, 'log-on-code-error')

  const page = await stage.open({ ...opening, as: account.caller })
  for (const path of ['filing', 'filing/browse', 'filing/progress', 'filing/progress?q=nothing', 'filing/certificate', 'filing/cancel-subject', 'filing/cancel-website', 'account', 'notices']) {
    await page.goto(`/${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await judge.look(page, `${path} empty`)
  }
  if (opening.width === 360) await press(page, words('打开菜单', 'Open menu'))
  await judge.look(page, 'menu')
})

everyScreen('The entry', async (stage, judge, words, opening) => {
  const account = await registerOwnerOverHttp(stage)
  const content = await contentFor(stage, account)
  const page = await stage.open({ ...opening, as: account.caller })
  await page.goto('/filing/entry')
  await page.locator(`#${fieldId('subject.name')}`).waitFor()
  await judge.look(page, 'entry-subject empty')
  await press(page, words('下一步', 'Next'))
  await page.getByRole('alert').first().waitFor()
  await judge.look(page, 'entry-subject error')
  await draftOf(account.caller, { ...content, services: [] })
  await page.goto('/filing/entry/subject')
  await page.getByText(content.subject.person.officePhone).or(page.locator(`#${fieldId('subject.name')}`)).first().waitFor()
  await judge.look(page, 'entry-subject filled')
  await page.goto('/filing/entry/websites')
  await page.locator('#add-website').waitFor()
  await judge.look(page, 'entry-websites empty')
  await page.locator('#add-website').click()
  const dialog = page.getByRole('dialog').last()
  await judge.look(page, 'website-window empty')
  await press(page, words('提交', 'Submit'))
  await dialog.getByRole('alert').waitFor()
  await judge.look(page, 'website-window error')

  await draftOf(account.caller, { ...content, services: content.services.map((service, index) => (index === 0 ? service : { ...service, accesses: [] })) })
  await page.goto('/filing/entry/websites')
  await page.getByRole('heading', { name: content.services[0]!.name }).waitFor()
  await judge.look(page, 'entry-websites filled')
  await press(page, words('下一步', 'Next'))
  await page.getByRole('alert').waitFor()
  await judge.look(page, 'entry-websites error')
  await press(page, words(`为 ${content.services[1]!.name} 添加接入`, `Add access to ${content.services[1]!.name}`))
  await judge.look(page, 'access-window empty')
  await press(page, words('提交', 'Submit'))
  await dialog.getByRole('alert').waitFor()
  await judge.look(page, 'access-window error')
  await dialog.getByRole('button', { name: words('查询', 'Query') }).click()
  const query = page.getByRole('dialog', { name: words('选择接入服务提供者', 'Choose the access provider') })
  await query.locator('#provider-keywords').fill('阿里')
  await query.getByRole('button', { name: words('查询', 'Query') }).click()
  await query.getByRole('radio').first().waitFor()
  await judge.look(page, 'provider-query filled')
  await query.locator('#provider-keywords').fill('没有这样的名称')
  await query.getByRole('button', { name: words('查询', 'Query') }).click()
  await query.getByRole('radio').first().waitFor({ state: 'detached' })
  await judge.look(page, 'provider-query none')

  await draftOf(account.caller, content)
  await page.goto('/filing/entry/summary')
  await page.getByText(content.services[1]!.name).first().waitFor()
  await judge.look(page, 'entry-summary')
  await press(page, words('完成', 'Finish'))
  await page.getByRole('alertdialog').waitFor()
  await judge.look(page, 'finish-question')
})

everyScreen('Filings on their way', async (stage, judge, words, opening) => {
  const account = await registerOwnerOverHttp(stage)
  const content = await contentFor(stage, account)
  const id = await finishedOf(account.caller, content)
  const { version } = await see(account.caller, id)
  const p1 = await providerCalled(account.caller, '云杉')
  const request = await account.caller.call('openCorrectionRequest', { params: { id }, body: { version, fields: ['subject.address'], reason: '楼号写错', providerId: p1.id } })
  const page = await stage.open({ ...opening, as: account.caller })
  for (const path of ['filing', 'filing/browse', `filing/browse/${id}`, 'filing/progress', `filing/progress/${id}`, `filing/entry/done/${id}`, 'filing/certificate', 'notices']) {
    await page.goto(`/${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await judge.look(page, `${path.replace(id, 'one')} with-providers`)
  }
  await page.goto(`/filing/browse/${id}`)
  await press(page, words('请求修改', 'Request a correction'))
  await judge.look(page, 'request-window empty')
  await press(page, words('发送请求', 'Send the request'))
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await judge.look(page, 'request-window error')

  const [first, second] = await bothProviders(stage)
  const now = await see(first!, id)
  await first!.call('correctFiling', { params: { id }, body: { version: now.version, requestId: request.id, reason: '按请求更正', content: { ...now.content, subject: { ...content.subject, address: '示例街道示例路 9 号' } } as never } })
  await pass(first!, id)
  await pass(second!, id)
  await page.goto(`/filing/progress/${id}`)
  await page.getByTestId('on-screen-confirmation-code').waitFor()
  await judge.look(page, 'progress awaiting-confirmation')
  await page.goto(`/filing/browse/${id}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await judge.look(page, 'browse corrected')
  const { confirmations } = await see(account.caller, id)
  const person = await stage.open(opening)
  await person.goto(new URL(confirmations[0]!.onScreen!.link).pathname)
  await person.locator('#confirm-code').waitFor()
  await judge.look(person, 'confirm waiting')
  await person.getByRole('button', { name: words('确认核验', 'Confirm') }).click()
  await person.getByRole('alert').waitFor()
  await judge.look(person, 'confirm error')
  await confirm(account.caller, id)
  await person.reload()
  await judge.look(person, 'confirm done')
})

everyScreen('Records in force', async (stage, judge, words, opening) => {
  const account = await registerOwnerOverHttp(stage)
  const content = await contentFor(stage, account)
  const id = await approvedOf(account.caller, content, await bothProviders(stage), await staff(stage.stand, { province: '110000' }))
  const page = await stage.open({ ...opening, as: account.caller })
  for (const path of ['filing', 'filing/entry', `filing/progress/${id}`, 'filing/certificate', 'filing/cancel-subject', 'filing/cancel-website', 'notices', 'account', '']) {
    await page.goto(`/${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await judge.look(page, `${path.replace(id, 'one')} in-force`)
  }
  await page.goto('/filing/cancel-subject')
  await press(page, words('申请注销主体', 'Apply to cancel the subject'))
  await page.getByRole('alert').waitFor()
  await judge.look(page, 'cancel-subject error')
  await page.goto('/filing/cancel-website')
  await page.getByRole('radio').first().check()
  await judge.look(page, 'cancel-website chosen')
  const [record] = (await account.caller.call('listOwnRecords')).rows
  await page.goto(`/verify/${record!.certificates[0]!.code}`)
  await page.getByText(words('证书有效', 'This certificate is valid')).waitFor()
  await judge.look(page, 'verify valid')
})
