import { expect } from '@jest/globals'
import { mostServices, type RegistrationContent } from '@icp/domain'
import { accessAt, filingOf, type Provider, websiteWith } from './cast/contents.js'
import { approvedOf, draftOf, see } from './cast/over-http.js'
import { eventually } from './cast/eventually.js'
import { Owner } from './cast/owner.js'
import { providerCalled, registerOwnerOverHttp, staff, type OwnerAccount } from './cast/people.js'
import { scene, type Stage } from './cast/play.js'
import { becomes, shows } from './cast/shown.js'

interface AtStep2 {
  readonly owner: Owner
  readonly account: OwnerAccount
  readonly content: RegistrationContent
  readonly provider: Provider
  readonly other: Provider
}

/** An owner at the second step, with the websites given as lists of providers (0 = the first one, 1 = the other). */
async function atStep2(stage: Stage, websites: readonly (readonly (0 | 1)[])[]): Promise<AtStep2> {
  const account = await registerOwnerOverHttp(stage)
  const provider = await providerCalled(account.caller, '云杉')
  const other = await providerCalled(account.caller, '珠江')
  const content = filingOf(stage.identities, websites.map((list) => list.map((n) => [provider, other][n]!)))
  await draftOf(account.caller, content)
  const owner = await Owner.at(stage, '/filing/entry/websites', account)
  await owner.heading('网站与接入').waitFor()
  return { owner, account, content, provider, other }
}

scene('the window of a website prompts at each field before any error, and Tab follows the eye [F9a]', async (stage) => {
  const { owner } = await atStep2(stage, [])
  await owner.press('添加网站')
  const dialog = owner.dialog('添加网站')
  for (const hint of ['至少 3 个汉字，与主办者有关', '只填注册的域名，不带 www', '不带 http://，必须属于上面的域名', '可多选。']) await dialog.getByText(hint).first().waitFor()
  expect(await dialog.locator('[aria-invalid=true]').count()).toBe(0)
  expect(await dialog.getByLabel(/^域名/).getAttribute('aria-describedby')).not.toBeNull()
  const tops: number[] = []
  await dialog.getByLabel(/^网站名称/).focus()
  for (let stop = 0; stop < 12; stop += 1) {
    tops.push(await owner.page.evaluate(() => {
      const at = document.activeElement as HTMLElement
      const scrolled = at.closest('.MuiDialogContent-root')?.scrollTop ?? 0
      return at.closest('.MuiDialogContent-root') ? at.getBoundingClientRect().top + scrolled : Number.MAX_SAFE_INTEGER
    }))
    await owner.page.keyboard.press('Tab')
  }
  expect(tops).toEqual([...tops].sort((one, two) => one - two))
})

scene('Submit saves the website into the list, also over a reload [F9b]', async (stage) => {
  const { owner, content, provider } = await atStep2(stage, [])
  const service = websiteWith(stage.identities, [accessAt(stage.identities, provider)])
  await owner.addWebsite({ ...content, services: [service] }, service)
  await owner.page.reload()
  const card = owner.card(service.name)
  await card.waitFor()
  await shows(card, new RegExp(`${service.domain}[\\s\\S]*尚无接入信息`))
})

scene('each wrong domain or name gets a text of its own [F9b]', async (stage) => {
  const filed = await registerOwnerOverHttp(stage)
  const provider = await staff(stage.stand, { provider: '云杉' })
  const taken = filingOf(stage.identities, [[await providerCalled(filed.caller, '云杉')]])
  await approvedOf(filed.caller, taken, [provider], await staff(stage.stand, { province: '110000' }))

  const { owner, content } = await atStep2(stage, [[0]])
  const known = content.services[0]!
  await owner.press('添加网站')
  const dialog = owner.dialog('添加网站')
  const [name, domain] = [dialog.getByLabel(/^网站名称/), dialog.getByLabel(/^域名/)]
  const wrongNames = { 星河123: '至少 3 个汉字', 星河赌博网: '含有禁用词“赌博”', '星河★示例': '含有特殊符号' }
  for (const [typed, said] of Object.entries(wrongNames)) {
    await name.fill(typed)
    await name.blur()
    await dialog.getByText(said).first().waitFor()
  }
  const wrongDomains = { 'http://a.cn/x': '只填写一个域名', 'foo_bar.cn': '含有下划线', 'www.xinghe.cn': '是子域名', 'xinghe.example': '不在工信部批准的顶级域名名单内', [known.domain]: '已填在' }
  for (const [typed, said] of Object.entries(wrongDomains)) {
    await domain.fill(typed)
    await domain.blur()
    await dialog.getByText(said).first().waitFor()
  }

  const service = { ...websiteWith(stage.identities, []), domain: taken.services[0]!.domain, homePage: `www.${taken.services[0]!.domain}` }
  await owner.typeWebsite(dialog, { ...content, services: [service] }, service)
  await owner.press('提交', dialog)
  await dialog.waitFor({ state: 'detached' })
  await owner.press('下一步')
  await owner.page.getByRole('alert').getByText('该域名已经备案（持有者信息不公开）。').waitFor()
  expect(await owner.page.locator('body').innerText()).not.toContain(taken.subject.name)
})

scene('a Chinese domain is taken and shown in both spellings [F9b]', async (stage) => {
  const { owner, content, provider } = await atStep2(stage, [])
  const domain = `星河示例${stage.identities.next()}.中国`
  const service = { ...websiteWith(stage.identities, [accessAt(stage.identities, provider)]), domain, homePage: `www.${domain}` }
  await owner.addWebsite({ ...content, services: [service] }, service)
  await shows(owner.card(service.name), `${domain} (${new URL(`http://${domain}`).hostname})`)
})

scene('three websites: the second is edited, the third deleted after a question, and the order stays [F10a]', async (stage) => {
  const { owner, content, account } = await atStep2(stage, [[0], [0], [0]])
  const [first, second, third] = content.services.map((service) => service.name) as [string, string, string]
  const order = () => owner.page.getByRole('list', { name: '网站列表' }).getByRole('heading', { level: 2 }).allInnerTexts()
  for (const name of [first, second, third]) await owner.card(name).waitFor()
  await becomes(order, [first, second, third])
  await owner.press(`修改网站 ${second}`)
  const dialog = owner.dialog(`修改网站：${second}`)
  await dialog.getByLabel(/^网站名称/).fill('星河示例改名站')
  await owner.press('提交', dialog)
  await dialog.waitFor({ state: 'detached' })
  await owner.press(`删除网站 ${third}`)
  const asked = owner.page.getByRole('alertdialog', { name: '删除网站？' })
  await owner.press('取消', asked)
  await asked.waitFor({ state: 'detached' })
  await owner.card(first).waitFor()
  await becomes(order, [first, '星河示例改名站', third])
  await owner.press(`删除网站 ${third}`)
  await owner.press('删除', asked)
  await owner.card(third).waitFor({ state: 'detached' })
  await eventually(async () => {
    const [draft] = (await account.caller.call('listFilings', { query: {} })).rows
    expect(((await see(account.caller, draft!.id)).content as RegistrationContent).services).toHaveLength(2)
  })
  await owner.page.getByText(/^已保存/).waitFor()
  await owner.page.reload()
  await owner.card(first).waitFor()
  await becomes(order, [first, '星河示例改名站'])
})

scene('the largest number of websites is said where no further one can be added [F10a]', async (stage) => {
  const { owner } = await atStep2(stage, Array.from({ length: mostServices }, () => []))
  await owner.page.getByText(`一次备案最多 ${mostServices} 个网站、APP、小程序和快应用。`).waitFor()
  await becomes(() => owner.button('添加网站').isDisabled(), true)
})

scene('Add access belongs to its own website and does not exist without one [F10b]', async (stage) => {
  const { owner, content, provider } = await atStep2(stage, [[], []])
  const [first, second] = content.services.map((service) => service.name) as [string, string]
  for (const name of [first, second]) await owner.card(name).waitFor()
  expect(await owner.button('添加接入').count()).toBe(0)
  const access = accessAt(stage.identities, provider)
  const withAccess = { ...content.services[0]!, accesses: [access] }
  await owner.addAccesses({ ...content, services: [withAccess, content.services[1]!] }, withAccess)
  await shows(owner.card(first), provider.name)
  expect(await owner.card(second).innerText()).not.toContain(provider.name)
})

scene('access needs mode, place and public addresses in order; a repeated one is warned of [F11a]', async (stage) => {
  const { owner, content } = await atStep2(stage, [[]])
  const service = content.services[0]!
  await owner.press(`为 ${service.name} 添加接入`)
  const dialog = owner.dialog(`添加接入：${service.name}`)
  await owner.press('提交', dialog)
  for (const said of ['尚未选择接入商。', '尚未选择接入方式。', '尚未选择服务器放置地。', '尚未填写 IP 地址。']) await dialog.getByRole('alert').getByText(said).waitFor()
  const [from, to] = [dialog.getByLabel(/^起始 IP/), dialog.getByLabel(/^终止 IP/)]
  const wrong: [string, string, string][] = [
    ['1.2.3', '1.2.3', '“1.2.3”不是 IP 地址。'], ['203.0.113.9', '203.0.113.1', '起始地址大于终止地址'], ['203.0.113.9', '2001:db8::1', '不是同一种 IP 地址'], ['10.0.0.1', '10.0.0.9', '不能用于接入'],
  ]
  for (const [first, last, said] of wrong) {
    await from.fill(first)
    await to.fill(last)
    await to.blur()
    await dialog.getByText(said).first().waitFor()
  }
  await from.fill('2001:db8::1')
  await to.fill('2001:db8::8')
  await to.blur()
  await becomes(() => dialog.getByText('不是 IP 地址').count(), 0)
  await owner.press('添加 IP 段', dialog)
  await dialog.getByLabel('起始 IP 2').fill('2001:db8::3')
  await dialog.getByLabel('起始 IP 2').blur()
  await dialog.getByText('重复').first().waitFor()
})

scene('an access is saved under its website, a second one follows, and the same provider with the same address is refused [F13, F14]', async (stage) => {
  const { owner, content, provider, other, account } = await atStep2(stage, [[]])
  const service = { ...content.services[0]!, accesses: [accessAt(stage.identities, provider), accessAt(stage.identities, other, { places: ['440000'] })] }
  const whole = { ...content, services: [service] }
  await owner.addAccesses(whole, service)
  const card = owner.card(service.name)
  for (const { providerName, ipRanges } of service.accesses) await shows(card, new RegExp(`${providerName}[\\s\\S]*${ipRanges[0]!.from.replaceAll('.', '\\.')}`))
  await owner.page.reload()
  await card.getByText(other.name).waitFor()

  await owner.press(`为 ${service.name} 添加接入`)
  const dialog = owner.dialog(`添加接入：${service.name}`)
  const again = { ...service.accesses[0]!, id: 'again' }
  await owner.typeAccess(dialog, { ...whole, services: [{ ...service, accesses: [again] }] }, { ...service, accesses: [again] }, again)
  await owner.press('提交', dialog)
  await dialog.getByRole('alert').waitFor()
  const [row] = (await account.caller.call('listFilings', { query: {} })).rows
  const saved = (await see(account.caller, row!.id)).content as RegistrationContent
  expect(saved.services[0]?.accesses).toHaveLength(2)
})

scene('Next names a website that lacks access, which is marked in the list [F14, F15]', async (stage) => {
  const { owner, content, provider } = await atStep2(stage, [[0], []])
  const lacking = content.services[1]!
  await owner.card(lacking.name).getByText('尚无接入信息').waitFor()
  await owner.press('下一步')
  const problem = owner.page.getByRole('alert').getByRole('link')
  await problem.waitFor()
  await becomes(() => problem.allInnerTexts(), [expect.stringContaining(lacking.name)])
  const access = accessAt(stage.identities, provider)
  await owner.addAccesses({ ...content, services: [{ ...lacking, accesses: [access] }] }, { ...lacking, accesses: [access] })
  await owner.press('下一步')
  await owner.heading('ICP备案信息汇总').waitFor()
})
