import { expect } from '@jest/globals'
import { eventually } from './cast/eventually.js'
import { messagesTo, registerOwnerOverHttp, registrantOf } from './cast/people.js'
import { readPicture, watchPictures } from './cast/pictures.js'
import { scene } from './cast/play.js'
import { becomes, shows } from './cast/shown.js'
import { logInOf } from './cast/stand.js'
import { letTimePass } from './cast/time.js'
import { Visitor } from './cast/visitor.js'

const wrong = '备案类别、用户名或密码不正确。'
const codePage = '输入手机或邮箱收到的验证码'
const sixDigits = /\d{6}/

scene('the category list holds owner, provider and administration, and is remembered only when asked [F1a]', async (stage) => {
  const page = await stage.open()
  const visitor = new Visitor(page)
  await page.goto('/log-on')
  const category = visitor.field('报备类别')
  await becomes(() => category.locator('option').allInnerTexts(), ['ICP报备（网站主办者）', 'ICP报备（接入服务提供者）', '通信管理局'])
  await category.selectOption('通信管理局')
  await page.getByRole('link', { name: '前往通信管理局平台登录' }).waitFor()
  await page.reload()
  await becomes(() => category.inputValue(), 'owner')
  await page.getByRole('checkbox', { name: '在本设备上记住报备类别' }).check()
  await category.selectOption('ICP报备（接入服务提供者）')
  await page.reload()
  await becomes(() => category.inputValue(), 'provider')
})

scene('the right password in the wrong category reads like a wrong password [F1a, F1b]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const staff = logInOf(stage.stand, { provider: '云杉' })
  const attempts = [[staff.userName, staff.password], [account.userName, 'not the password'], ['nobody-of-that-name', 'not the password']] as const
  const said: string[] = []
  for (const [userName, password] of attempts) {
    const page = await stage.open()
    const visitor = new Visitor(page)
    await page.goto('/log-on')
    await visitor.typeLogOn(userName, password)
    await page.getByRole('alert').filter({ hasText: wrong }).waitFor()
    said.push((await page.getByRole('alert').innerText()).replaceAll(/\s+/g, ' '))
    await becomes(() => visitor.field('用户名').inputValue(), userName)
    await becomes(() => visitor.field('密码').inputValue(), '')
  }
  expect(new Set(said).size).toBe(1)
})

scene('five wrong passwords close the log-on for a while, also after a reload and for a name that nobody has [F1b]', async (stage) => {
  for (const userName of [(await registerOwnerOverHttp(stage)).userName, registrantOf(stage).userName]) {
    const page = await stage.open()
    const visitor = new Visitor(page)
    await page.goto('/log-on')
    for (let tries = 0; tries < 5; tries += 1) {
      await visitor.typeLogOn(userName, 'not the password')
      await page.getByRole('alert').first().waitFor()
    }
    await page.getByText('暂时不能登录').waitFor()
    await page.reload()
    await page.getByText('暂时不能登录').waitFor()
    const other = await stage.open()
    await other.goto('/log-on')
    await new Visitor(other).typeLogOn(userName, 'not the password')
    await other.getByText('暂时不能登录').waitFor()
  }
})

scene('a picture is answered in either case, a wrong answer brings a new one, and one that was used is refused [F1c]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const page = await stage.open()
  const visitor = new Visitor(page)
  const pictures = watchPictures(page)
  await page.goto('/log-on')
  const picture = page.getByRole('img', { name: '验证码图片' })
  await picture.waitFor()
  const first = await pictures.last()
  await visitor.button('换一张').click()
  await eventually(async () => expect(await pictures.last()).not.toBe(first))
  const second = await pictures.last()
  await picture.waitFor()
  const type = async (code: string) => {
    await visitor.field('用户名').fill(account.userName)
    await visitor.field('密码').fill(account.password)
    await visitor.field('验证码').fill(code)
    await visitor.button('登录').click()
  }
  const answer = await readPicture(stage.stand, page, second)
  await type('9999' === answer ? '8888' : '9999')
  await page.getByText('图形验证码不正确或已过期，请重新输入。').first().waitFor()
  await eventually(async () => expect(await pictures.last()).not.toBe(second))
  await becomes(() => visitor.field('用户名').inputValue(), account.userName)
  await becomes(() => visitor.field('密码').inputValue(), '')

  const used = await account.caller.ask('logOn', {
    body: { category: 'owner', userName: account.userName, password: account.password, verification: { way: 'picture', id: second, text: answer } },
  })
  expect([used.status, used.problem.code]).toEqual([422, 'verification-wrong'])

  await picture.waitFor()
  await type((await readPicture(stage.stand, page, await pictures.last())).toUpperCase())
  await visitor.heading(codePage).waitFor()
})

scene('who cannot see the picture logs on without it, and is told when the check is done [F1c]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const page = await stage.open()
  const visitor = new Visitor(page)
  await page.goto('/log-on')
  await visitor.button('不用图片验证').click()
  await page.getByRole('status').filter({ hasText: '已完成验证，不需要输入验证码。' }).waitFor()
  await visitor.typeLogOn(account.userName, account.password)
  await visitor.heading(codePage).waitFor()
})

scene('the first step leads to the code step and not inside [F2]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const page = await stage.open()
  const visitor = new Visitor(page)
  await page.goto('/log-on')
  await visitor.typeLogOn(account.userName, account.password)
  await visitor.heading(codePage).waitFor()
  await page.goto('/filing')
  await page.waitForURL('**/log-on/code?**')
  await visitor.heading(codePage).waitFor()
  expect((await page.request.get('/api/me')).status()).toBe(401)
  await page.goBack()
  expect(await page.getByRole('tree').count()).toBe(0)
  await page.goto('/filing')
  await visitor.typeCode(await visitor.codeOnScreen())
  await page.getByRole('tree').waitFor()
})

scene('one code goes to phone and mail alike, works once, and a new one ends those before it [F3a, F3b]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const page = await stage.open()
  const visitor = new Visitor(page)
  const before = (await messagesTo(stage.stand, account.mobile)).length
  await page.goto('/log-on')
  await visitor.typeLogOn(account.userName, account.password)
  await visitor.heading(codePage).waitFor()
  const [sms] = await messagesTo(stage.stand, account.mobile)
  const [mail] = await messagesTo(stage.stand, account.email)
  expect(await messagesTo(stage.stand, account.mobile)).toHaveLength(before + 1)
  const code = sixDigits.exec(sms?.text ?? '')?.[0]
  expect(code).toMatch(sixDigits)
  expect(sixDigits.exec(mail?.text ?? '')?.[0]).toBe(code)
  expect([sms?.channel, mail?.channel]).toEqual(['sms', 'mail'])
  await shows(page.getByRole('main'), `${account.mobile.slice(0, 3)}****${account.mobile.slice(-4)}`, '只有最新发送的验证码有效')
  const shown = await page.getByRole('main').innerText()
  expect(shown.includes(account.mobile) || shown.includes(account.email)).toBe(false)
  await becomes(() => visitor.button('重新发送').isDisabled(), true)

  // Another browser starts its own log-on; this code does not open that one.
  const other = await stage.open()
  const elsewhere = new Visitor(other)
  await other.goto('/log-on')
  await elsewhere.typeLogOn(account.userName, account.password)
  await elsewhere.heading(codePage).waitFor()
  await elsewhere.typeCode(code ?? '')
  await other.getByText(/验证码不正确/).first().waitFor()

  await visitor.typeCode(code ?? '')
  await page.waitForURL('**/filing')
  await elsewhere.typeCode(code ?? '')
  await other.getByText(/验证码不正确/).first().waitFor()
  expect((await other.request.get('/api/me')).status()).toBe(401)
})

scene('five wrong codes lead back to the first step [F3b]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const page = await stage.open()
  const visitor = new Visitor(page)
  await page.goto('/log-on')
  await visitor.typeLogOn(account.userName, account.password)
  await visitor.heading(codePage).waitFor()
  const right = await visitor.codeOnScreen()
  for (let tries = 0; tries < 5; tries += 1) {
    const answered = page.waitForResponse('**/api/log-on/code')
    await visitor.typeCode(right === '000000' ? '111111' : '000000')
    await answered
  }
  await page.waitForURL((url) => url.pathname === '/log-on')
  await page.getByText('登录步骤已结束，请重新登录。').waitFor()
})

scene('a new code may be sent after a wait, ends the one before, and an old one is refused with the way to a new one [F3a, F3b]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const page = await stage.open()
  const visitor = new Visitor(page)
  await page.goto('/log-on')
  await visitor.typeLogOn(account.userName, account.password)
  await visitor.heading(codePage).waitFor()
  const first = await visitor.codeOnScreen()
  expect((await page.request.post('/api/log-on/resend', { headers: { 'x-icp-client': '1' } })).status()).toBe(429)

  await letTimePass(stage.stand, account.userName, 61)
  await page.reload()
  await visitor.button('重新发送').click()
  await page.getByText('已重新发送。之前的验证码已失效。').waitFor()
  await visitor.typeCode(first)
  await page.getByText(/验证码不正确/).first().waitFor()

  const newest = await visitor.codeOnScreen()
  await letTimePass(stage.stand, account.userName, 301)
  await visitor.typeCode(newest)
  await page.getByText(/验证码已失效/).first().waitFor()
  expect((await page.request.get('/api/me')).status()).toBe(401)
})
