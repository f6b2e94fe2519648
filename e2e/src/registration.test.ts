import { expect } from '@jest/globals'
import { Caller } from './cast/caller.js'
import { eventually } from './cast/eventually.js'
import { registerOwnerOverHttp, registrantOf, staff } from './cast/people.js'
import { scene } from './cast/play.js'
import { becomes, focusedId, shows } from './cast/shown.js'
import { letDocumentChange, letSendingsPass } from './cast/time.js'
import { Visitor } from './cast/visitor.js'

const filingPages = ['/filing', '/filing/entry', '/filing/entry/summary', '/filing/browse', '/filing/progress', '/filing/certificate', '/filing/start', '/filing/cancel-subject', '/filing/cancel-website', '/filing/cancel-access']

scene('home shows both entries, and a visitor who opens a filing page is led to log on and back [R0]', async (stage) => {
  const page = await stage.open()
  await page.goto('/')
  await page.getByRole('link', { name: '注册', exact: true }).waitFor()
  await page.getByRole('button', { name: '登录', exact: true }).waitFor()
  for (const path of filingPages) {
    await page.goto(path)
    await page.waitForURL((url) => url.pathname === '/log-on' && url.searchParams.get('return') === path)
    expect(await page.getByRole('tree').count()).toBe(0)
  }
  const account = await registerOwnerOverHttp(stage)
  await page.goto('/filing/progress')
  await page.waitForURL('**/log-on?**')
  await new Visitor(page).logOn(account.userName, account.password)
  await page.waitForURL('**/filing/progress')
})

for (const width of [1280, 360]) {
  scene(`home shows the log-on form and Register at ${width} pixels, by keyboard and without a console error [R1]`, async (stage) => {
    const page = await stage.open({ width })
    const complaints: string[] = []
    page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text()) })
    await page.goto('/')
    const reached: string[] = []
    await page.getByRole('region', { name: '已有账号' }).getByLabel('用户名').waitFor()
    await page.getByRole('img', { name: '验证码图片' }).waitFor()
    for (let stop = 0; stop < 40; stop += 1) {
      await page.keyboard.press('Tab')
      reached.push(await page.evaluate(() => {
        const at = document.activeElement as HTMLElement
        return at.getAttribute('aria-label') ?? (at as HTMLInputElement).labels?.[0]?.textContent ?? at.textContent ?? ''
      }))
    }
    for (const name of ['注册', '报备类别', '用户名', '密码', '验证码', '登录']) expect(reached.filter((one) => one.trim().startsWith(name))).not.toEqual([])
    await becomes(() => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true)
    expect(await page.locator('body').innerText()).not.toMatch(/\bIE\b|IE ?6|Internet Explorer|浏览器插件/)
    expect(complaints).toEqual([])
  })
}

scene('a new website owner finds Register in a block of its own, which goes away after log-on [R2]', async (stage) => {
  const page = await stage.open()
  await page.goto('/')
  const block = page.getByRole('region', { name: '新网站主办者' })
  await block.getByRole('link', { name: '注册' }).click()
  await page.waitForURL('**/register/terms')
  await page.goBack()
  await block.waitFor()

  const inside = await stage.open({ as: (await registerOwnerOverHttp(stage)).caller })
  await inside.goto('/')
  await inside.getByRole('link', { name: '进入我的备案' }).waitFor()
  await becomes(() => inside.getByRole('region', { name: '新网站主办者' }).count(), 0)
})

scene('without accepting the terms nobody reaches the form, neither by its address nor by a request of their own [R3]', async (stage) => {
  const page = await stage.open()
  const visitor = new Visitor(page)
  await page.goto('/register/form')
  await page.waitForURL('**/register/terms')
  await visitor.button('不同意').click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.goto('/register/pledge')
  await page.waitForURL('**/register/terms')
  await visitor.button('同意').click()
  await visitor.heading('备案信息真实性承诺书').waitFor()

  const stranger = new Caller(stage.stand, 'owner')
  await stranger.call('startRegistration')
  const { userName, password, name, certificateNumber, mobile, email } = registrantOf(stage)
  const codes = await stranger.ask('sendRegistrationCodes', { body: { mobile, email, verification: await stranger.verification('registration') } })
  expect([codes.status, codes.problem.code]).toEqual([409, 'accept-first'])
  const form = { userName, password, name, certificateType: '2', certificateNumber, mobile, email, mobileCode: '000000', emailCode: '000000' }
  const complete = await stranger.ask('completeRegistration', { body: form })
  expect([complete.status, complete.problem.code]).toEqual([409, 'accept-first'])
})

scene('only both accepts open the form, and the account lists both with version and time [R4]', async (stage) => {
  const page = await stage.open()
  const visitor = new Visitor(page)
  await page.goto('/register/terms')
  await visitor.button('同意').click()
  await visitor.heading('备案信息真实性承诺书').waitFor()
  await page.goto('/register/form')
  await page.waitForURL('**/register/pledge')
  await visitor.button('同意').click()
  await visitor.heading('网站主办者注册').waitFor()

  const stranger = new Caller(stage.stand, 'owner')
  await stranger.call('startRegistration')
  const outdated = await stranger.ask('acceptForRegistration', { body: { document: 'terms', version: '2020-01-01' } })
  expect([outdated.status, outdated.problem.code]).toEqual([409, 'document-outdated'])

  const account = await stage.open({ as: (await registerOwnerOverHttp(stage)).caller })
  await account.goto('/account')
  for (const title of ['使用条款与隐私告知', '备案信息真实性承诺书']) {
    const row = account.getByRole('table', { name: '同意记录' }).getByRole('row').filter({ hasText: title })
    await shows(row, /2026-11-01[\s\S]*\d{4}-\d\d-\d\d \d\d:\d\d/)
  }
})

scene('a new version of a document asks again before anything else, and is kept beside the old one [R4]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  await letDocumentChange(stage.stand, account.userName, 'terms')
  const page = await stage.open({ as: account.caller })
  await page.goto('/filing')
  await page.getByRole('heading', { level: 1, name: '使用条款与隐私告知' }).waitFor()
  await page.getByText('该文件已更新').waitFor()
  expect(await page.getByRole('link', { name: '录入备案信息' }).count()).toBe(0)
  await page.getByRole('button', { name: '同意' }).click()
  await page.getByRole('heading', { level: 1, name: '我的备案' }).waitFor()
  const { acceptances } = await account.caller.call('getOwnAccount')
  expect(acceptances.filter((one) => one.document === 'terms').map((one) => one.version).sort()).toEqual(['2020-01-01', '2026-11-01'])
})

scene('an empty form gets one summary with a link to each field, and typed values stay [R5]', async (stage) => {
  const page = await stage.open()
  const visitor = new Visitor(page)
  await visitor.reachForm()
  await visitor.button('注册').click()
  const summary = visitor.summary()
  await summary.waitFor()
  await becomes(() => summary.evaluate((box) => box === document.activeElement), true)
  const links = await summary.getByRole('link').all()
  expect(links.length).toBeGreaterThanOrEqual(8)
  for (const link of links) {
    await link.click()
    const id = ((await link.getAttribute('href')) ?? '').slice(1)
    await becomes(() => focusedId(page), id)
  }

  const taken = await registerOwnerOverHttp(stage)
  const who = registrantOf(stage)
  await visitor.typeRegistration({ ...who, mobile: '12345', email: 'nowhere', password: 'password1234' })
  await visitor.button('注册').click()
  for (const text of ['这不是中国大陆的手机号码。', '电子邮件地址不完整或有误。', '这个密码太常见，很容易被猜到。']) await summary.getByText(text).waitFor()
  await becomes(() => visitor.field('用户名').inputValue(), who.userName)
  await becomes(() => visitor.field('手机号码').inputValue(), '12345')

  // That something is taken is told only to who holds both codes.
  const told = async (given: Partial<typeof who>, text: string) => {
    const again = new Visitor(await stage.open())
    await again.reachForm()
    await again.typeRegistration({ ...registrantOf(stage), ...given })
    await again.sendCodes()
    await again.typeCodesOnScreen()
    await again.button('注册').click()
    await again.summary().getByText(text).waitFor()
  }
  await letSendingsPass(stage.stand)
  await told({ mobile: taken.mobile }, '该手机号码已用于另一个账号。')
  await letSendingsPass(stage.stand)
  await told({ email: taken.email }, '该电子邮件地址已用于另一个账号。')

  const fresh = { ...who, userName: taken.userName, certificateNumber: taken.certificateNumber }
  await visitor.typeRegistration(fresh)
  await visitor.sendCodes()
  await visitor.typeCodesOnScreen()
  const [answer] = await Promise.all([page.waitForResponse('**/api/registrations/current/complete'), visitor.button('注册').click()])
  await summary.getByText('该用户名已被使用。').waitFor()
  await summary.getByText('该证件号码已注册过账号。').waitFor()
  expect((await answer.text()).includes(who.password)).toBe(false)
  expect((await page.locator('body').innerText()).includes(who.password)).toBe(false)
  await becomes(() => visitor.field('姓名').inputValue(), who.name)
  const security = await staff(stage.stand, { role: 'security-administrator' })
  expect((await security.call('listAccounts', { query: { q: fresh.userName } })).rows).toHaveLength(1)
})

scene('after registering, OK leads to log-on with the user name filled in, and pressing twice makes one account [R6, R7]', async (stage) => {
  const page = await stage.open()
  const visitor = new Visitor(page)
  const who = registrantOf(stage)
  await visitor.reachForm()
  await visitor.typeRegistration(who)
  await visitor.sendCodes()
  await page.getByText('短信平台尚未启用，验证码直接显示在这里').waitFor()
  await page.getByText('短信平台启用后，本提示将取消，验证码只发送到手机和邮箱。').waitFor()
  await visitor.typeCodesOnScreen()
  await visitor.button('注册').dblclick()
  await visitor.heading('注册成功').waitFor()
  await page.reload()
  await visitor.heading('注册成功').waitFor()
  await visitor.button('确定').click()
  await page.waitForURL('**/log-on?**')
  await becomes(() => visitor.field('用户名').inputValue(), who.userName)
  const address = page.url()
  await page.goBack()
  await page.goBack()
  await page.goto(address)

  const security = await staff(stage.stand, { role: 'security-administrator' })
  await eventually(async () => expect((await security.call('listAccounts', { query: { q: who.userName } })).rows).toHaveLength(1))
  await visitor.logOn(who.userName, who.password)
  await page.waitForURL('**/filing')
})
