import { expect } from '@jest/globals'
import { maskContent, summaryOf } from '@icp/domain'
import { filingOf } from './cast/contents.js'
import { Typist } from './cast/keyboard.js'
import { see } from './cast/over-http.js'
import { Owner } from './cast/owner.js'
import { providerCalled, registerOwnerOverHttp } from './cast/people.js'
import { scene } from './cast/play.js'
import { becomes, focusedId } from './cast/shown.js'

scene('a whole entry is done by keyboard alone, from the menu to the receipt [F4, F6, F8, F9a, F12a, F13, F18]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const content = filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]])
  const [subject, website] = summaryOf(content)
  const service = content.services[0]!
  const owner = await Owner.at(stage, '/filing', account)
  const typist = new Typist(owner.page)
  await owner.page.getByRole('tree').waitFor()
  await typist.to('备案信息录入')
  for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await typist.key(key)
  await owner.heading('主体信息').waitFor()
  for (const row of [...subject!.rows, ...subject!.groups[0]!.rows]) await typist.fill(row, content)
  await typist.press('下一步')
  await owner.heading('网站与接入').waitFor()

  await typist.press('添加网站')
  const dialog = owner.dialog('添加网站')
  await dialog.waitFor()
  for (const row of website!.rows) if (row.key !== 'type') await typist.fill(row, content)
  await typist.press('提交')
  await dialog.waitFor({ state: 'detached' })

  await typist.press(`为 ${service.name} 添加接入`)
  const access = owner.dialog(`添加接入：${service.name}`)
  await access.waitFor()
  await typist.press('查询')
  const window = owner.dialog('选择接入服务提供者')
  await typist.to('关键词')
  await owner.page.keyboard.insertText('云杉')
  await typist.key('Enter')
  await window.getByRole('radio').waitFor()
  await typist.to(service.accesses[0]!.providerName, 'radio')
  await typist.key('Space')
  await typist.press('确定')
  await window.waitFor({ state: 'detached' })
  for (const row of website!.groups.at(-1)!.rows) if (row.key !== 'providerName') await typist.fill(row, content)
  await typist.press('提交')
  await owner.dialog(`接入信息：${service.name}`).waitFor()
  await typist.press('继续')
  await access.waitFor({ state: 'detached' })

  await typist.press('下一步')
  await owner.heading('ICP备案信息汇总').waitFor()
  await typist.press('完成')
  await owner.page.getByRole('alertdialog').waitFor()
  await typist.to('我已核对全部信息，确认其真实、准确、完整。')
  await typist.key('Space')
  await typist.press('完成并锁定')
  await owner.heading('备案已提交').waitFor()

  const filing = await see(account.caller, owner.page.url().split('/').at(-1) ?? '')
  if (filing.content.form !== 'registration') throw new Error('A cancellation was filed')
  expect({ ...filing.content.subject }).toEqual({ ...maskContent(content).subject })
  expect(filing.content.services.map(({ name, domain, contents, languages }) => ({ name, domain, contents, languages })))
    .toEqual([{ name: service.name, domain: service.domain, contents: service.contents, languages: service.languages }])
})

scene('the skip link jumps over header and menu, and the language changes in place without losing what was typed [F4, F6]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const owner = await Owner.at(stage, '/filing/entry', account)
  const typist = new Typist(owner.page)
  await owner.heading('主体信息').waitFor()
  await owner.page.reload()
  await owner.heading('主体信息').waitFor()
  await typist.key('Tab')
  await typist.to('跳到主要内容')
  await typist.key('Enter')
  await becomes(() => focusedId(owner.page), 'main')
  await owner.page.getByLabel(/^主办单位或主办人名称/).fill('星河示例有限公司')
  await owner.press('English')
  await owner.page.getByRole('heading', { level: 1, name: 'Subject' }).waitFor()
  await becomes(() => owner.page.getByLabel(/^Owner name/).inputValue(), '星河示例有限公司')
  await becomes(() => owner.page.evaluate(() => document.documentElement.lang), 'en')
})
