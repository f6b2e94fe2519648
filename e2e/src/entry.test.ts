import { expect } from '@jest/globals'
import { filingOf } from './cast/contents.js'
import { eventually } from './cast/eventually.js'
import { fieldId } from './cast/forms.js'
import { draftOf, see } from './cast/over-http.js'
import { Owner } from './cast/owner.js'
import { providerCalled, registerOwnerOverHttp, type OwnerAccount } from './cast/people.js'
import { scene, type Stage } from './cast/play.js'
import { areThere, becomes, focusedId } from './cast/shown.js'

const contentFor = async (stage: Stage, account: OwnerAccount) => filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]])

scene('the tree on the left opens by arrow keys, Home, End and Enter, marks the page, and holds no node of other roles [F4]', async (stage) => {
  const owner = await Owner.at(stage, '/filing', await registerOwnerOverHttp(stage))
  const tree = owner.page.getByRole('tree', { name: '菜单' })
  await tree.waitFor()
  const names = () => tree.getByRole('treeitem').allInnerTexts()
  await becomes(names, ['备案信息录入', '信息浏览', '查询统计服务', 'ICP备案业务管理'])
  await owner.menu('备案信息录入').focus()
  await owner.page.keyboard.press('ArrowRight')
  await owner.menu('信息录入').waitFor()
  await owner.page.keyboard.press('End')
  await owner.page.keyboard.press('ArrowRight')
  await owner.page.keyboard.press('Home')
  await becomes(() => owner.menu('备案信息录入').evaluate((node) => node === document.activeElement), true)
  await becomes(names, ['备案信息录入', '信息录入', '信息浏览', '查询统计服务', 'ICP备案业务管理', '电子证书下载', '注销主体申请', '注销网站申请'])
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await owner.page.keyboard.press(key)
  await owner.page.waitForURL('**/filing/browse')
  await becomes(() => owner.menu('信息浏览').getAttribute('aria-current'), 'page')
  expect(await owner.page.locator('body').innerText()).not.toMatch(/待办队列|工作台|审核队列|系统运营/)
})

scene('at 360 pixels the tree is a drawer [F4]', async (stage) => {
  const owner = await Owner.at(stage, '/filing', await registerOwnerOverHttp(stage), { width: 360 })
  await owner.heading('我的备案').waitFor()
  expect(await owner.page.getByRole('tree').count()).toBe(0)
  await owner.press('打开菜单')
  await owner.goByMenu('备案信息录入', '信息录入')
  await owner.heading('主体信息').waitFor()
  await owner.page.getByRole('tree').waitFor({ state: 'detached' })
})

scene('Information entry starts at step 1, resumes where it was left, and leads to browsing once locked [F5]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const owner = await Owner.at(stage, '/filing', account)
  await owner.goByMenu('备案信息录入', '信息录入')
  await owner.heading('主体信息').waitFor()
  const steps = owner.page.getByRole('list', { name: '录入步骤' }).getByRole('listitem')
  await becomes(() => steps.filter({ hasText: '主体信息' }).getAttribute('aria-current'), 'step')
  await areThere(steps, 3)

  const content = await contentFor(stage, account)
  const id = await draftOf(account.caller, { ...content, services: [] })
  await owner.page.goto('/filing/entry')
  await owner.heading('网站与接入').waitFor()
  await owner.page.getByText(/已保存 \d\d:\d\d/).waitFor()

  const { version } = await see(account.caller, id)
  await account.caller.call('saveDraft', { params: { id }, body: { version, content } })
  await account.caller.call('finishFiling', { params: { id }, body: { version: version + 1 } })
  await owner.page.goto('/filing/entry')
  await owner.page.waitForURL(`**/filing/browse/${id}?**`)
  await owner.page.getByText('这份备案已锁定，不能再录入').waitFor()

  const second = await account.caller.ask('createFiling', { body: { kind: 'new-subject' } })
  expect([second.status, second.problem.code]).toEqual([409, 'open-filing'])
  expect((await account.caller.call('listFilings', { query: {} })).rows).toHaveLength(1)
})

scene('the subject form asks what its nature asks, narrows the place, and keeps what was typed when the tab is killed [F6]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const content = await contentFor(stage, account)
  const owner = await Owner.at(stage, '/filing/entry', account)
  await owner.heading('主体信息').waitFor()
  await owner.press('下一步')
  const problems = owner.page.getByRole('alert').getByRole('link')
  await problems.first().waitFor()
  const named = () => problems.evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  for (const path of ['nature', 'name', 'certificateNumber', 'certificateAddress', 'province', 'address', 'person.name', 'person.certificateNumber', 'person.mobile', 'person.emergencyPhone', 'person.email']) {
    await eventually(async () => expect(await named()).toContain(`#${fieldId(`subject.${path}`)}`))
  }

  const certificate = owner.page.getByLabel(/^证件类型/)
  const offered = () => certificate.locator('option').allInnerTexts()
  await owner.page.getByLabel(/^单位性质/).selectOption('个人')
  await eventually(async () => expect((await offered()).length).toBeGreaterThan(1))
  const ofPersons = await offered()
  await owner.page.getByLabel(/^单位性质/).selectOption('企业')
  await eventually(async () => expect(await offered()).not.toEqual(ofPersons))
  await certificate.selectOption('1')
  await owner.page.getByLabel(/^证件号码/).fill('911101010000000000')
  await owner.page.getByLabel(/^证件号码/).blur()
  await owner.page.getByText(/统一社会信用代码不正确/).first().waitFor()

  const [province, city, county] = [owner.page.getByLabel(/^所在省/), owner.page.getByLabel(/^所在市/), owner.page.getByLabel(/^所在区县/)]
  await becomes(() => county.isDisabled(), true)
  await province.selectOption('浙江省')
  await eventually(async () => expect(await city.locator('option').allInnerTexts()).toContain('杭州市'))
  await city.selectOption('杭州市')
  await eventually(async () => expect(await county.locator('option').allInnerTexts()).toContain('西湖区'))
  await county.selectOption('西湖区')
  await province.selectOption('北京市')
  await becomes(async () => [await city.inputValue(), await county.inputValue()], ['', ''])

  await owner.page.getByLabel(/^主办单位或主办人名称/).fill(content.subject.name)
  await owner.page.getByText(/^已保存/).waitFor()
  await eventually(async () => {
    const [draft] = (await account.caller.call('listFilings', { query: { status: 'draft' } })).rows
    expect(draft?.subjectName).toBe(content.subject.name)
  })
  await owner.page.context().close()
  stage.pages.splice(0)
  await account.caller.logOn(account.userName, account.password)
  const again = await Owner.at(stage, '/filing/entry', account)
  await again.heading('主体信息').waitFor()
  await becomes(() => again.page.getByLabel(/^主办单位或主办人名称/).inputValue(), content.subject.name)
})

scene('Next stays while a field is wrong, leads on when all is right, and no address skips the first step [F7]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const content = await contentFor(stage, account)
  const owner = await Owner.at(stage, '/filing/entry', account)
  await owner.heading('主体信息').waitFor()
  await owner.page.goto('/filing/entry/websites')
  await owner.heading('主体信息').waitFor()
  await owner.typeSubject({ ...content, subject: { ...content.subject, person: { ...content.subject.person, mobile: '123' } } })
  await owner.press('下一步')
  const problem = owner.page.getByRole('alert').getByRole('link')
  await problem.waitFor()
  await areThere(problem, 1)
  await problem.click()
  await becomes(() => focusedId(owner.page), fieldId('subject.person.mobile'))
  await owner.page.keyboard.press('ControlOrMeta+A')
  await owner.page.keyboard.type(content.subject.person.mobile)
  await owner.press('下一步')
  await owner.heading('网站与接入').waitFor()
  await owner.page.reload()
  await owner.heading('网站与接入').waitFor()
})

for (const [name, width, height] of [['1280 pixels', 1280, 900], ['360 pixels', 360, 740], ['200 % zoom', 640, 450]] as const) {
  scene(`Add website opens a window that holds the focus and asks only when something would be lost, at ${name} [F8]`, async (stage) => {
    const account = await registerOwnerOverHttp(stage)
    await draftOf(account.caller, { ...(await contentFor(stage, account)), services: [] })
    const owner = await Owner.at(stage, '/filing/entry/websites', account, { width, height })
    await owner.press('添加网站')
    const dialog = owner.dialog('添加网站')
    await dialog.waitFor()
    const inside = () => owner.page.evaluate(() => Boolean(document.activeElement?.closest('[role=dialog]')))
    for (let stop = 0; stop < 60; stop += 1) {
      await owner.page.keyboard.press('Tab')
      await becomes(inside, true)
    }
    await becomes(() => owner.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true)
    await owner.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await becomes(() => focusedId(owner.page), 'add-website')

    await owner.page.keyboard.press('Enter')
    await dialog.getByLabel(/^网站名称/).fill('星河示例')
    await owner.page.keyboard.press('Escape')
    const asked = owner.page.getByRole('alertdialog', { name: '放弃填写的内容？' })
    await owner.press('继续填写', asked)
    await asked.waitFor({ state: 'detached' })
    await becomes(() => dialog.getByLabel(/^网站名称/).inputValue(), '星河示例')
    await becomes(inside, true)
    await owner.page.keyboard.press('Escape')
    await owner.press('放弃', asked)
    await dialog.waitFor({ state: 'detached' })
    await owner.page.getByText('还没有网站。').waitFor()
  })
}
