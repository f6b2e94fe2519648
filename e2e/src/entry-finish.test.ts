import { expect } from '@jest/globals'
import { displayValue, fieldsOf, type RegistrationContent } from '@icp/domain'
import { divisionName } from '@icp/domain/divisions'
import { randomUUID } from 'node:crypto'
import { accessAt, filingOf, personIn } from './cast/contents.js'
import { draftOf, see } from './cast/over-http.js'
import { Owner } from './cast/owner.js'
import { providerCalled, registerOwnerOverHttp, type OwnerAccount } from './cast/people.js'
import { scene, type Stage } from './cast/play.js'
import { becomes, shows } from './cast/shown.js'

const fullContent = async (stage: Stage, account: OwnerAccount): Promise<RegistrationContent> => {
  const p1 = await providerCalled(account.caller, '云杉')
  const p2 = await providerCalled(account.caller, '珠江')
  const content = filingOf(stage.identities, [[p1], [p1]])
  const [first, second] = content.services
  const { from } = accessAt(stage.identities, p2).ipRanges[0]!
  return {
    ...content,
    services: [
      { ...first!, languages: ['1', '12'], remark: '介绍产品与服务', accesses: [first!.accesses[0]!, accessAt(stage.identities, p2, { modes: ['3', '2'], places: ['110000', '440000'], ipRanges: [{ from, to: from.replace(/[0-9a-f]+$/, 'ffff') }] })] },
      { ...second!, personSource: 'own', person: { ...personIn(stage.identities, '110101'), certificateValidTo: '2039-12-31' } },
    ],
  }
}

/** Every value that was typed, as people read it. */
const valuesOf = (content: RegistrationContent) =>
  fieldsOf(content).map((row) => ({ label: row.label.zh, value: displayValue(row.path, content, 'zh', { divisionName }) })).filter(({ value }) => value !== '')

scene('the summary shows every value that was typed, part by part, with a way to change each, and prints on A4 [F16]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const content = await fullContent(stage, account)
  const owner = await Owner.at(stage, '/filing/entry', account)
  await owner.enterAll(content)
  const missing = async () => {
    const shown = (await owner.page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ')
    return valuesOf(content).filter(({ value }) => !shown.includes(value.replaceAll(/\s+/g, ' ')))
  }
  await becomes(missing, [])
  const parts = await owner.page.getByRole('main').getByRole('heading').allInnerTexts()
  const order = ['主体信息', '主体负责人', content.services[0]!.name, '接入信息 1', '接入信息 2', content.services[1]!.name, '网站负责人', '接入信息'].map((part) => parts.findIndex((heading) => heading.includes(part)))
  expect(order.every((at) => at >= 0)).toBe(true)
  for (const part of ['主体信息', `网站「${content.services[0]!.name}」`]) await becomes(() => owner.page.getByRole('link', { name: `修改${part}` }).count(), 1)

  await owner.page.emulateMedia({ media: 'print' })
  await owner.page.setViewportSize({ width: 718, height: 1040 })
  await becomes(() => owner.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true)
  await becomes(() => owner.page.getByRole('tree').isVisible(), false)
  await becomes(() => owner.button('完成').isVisible(), false)
})

scene('Previous and the browser’s Back keep everything, and a change is the only difference in the summary [F17]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const content = await fullContent(stage, account)
  await draftOf(account.caller, content)
  const owner = await Owner.at(stage, '/filing/entry/summary', account)
  await owner.heading('ICP备案信息汇总').waitFor()
  await owner.page.getByText(content.services[0]!.name).first().waitFor()
  const lists = () => owner.page.getByRole('main').locator('dl').allInnerTexts()
  // Whole once every value stands there.
  for (const { value } of valuesOf(content)) await shows(owner.page.getByRole('main'), value.replaceAll(/\s+/g, ' '))
  const before = await lists()
  await owner.press('上一步')
  for (const { name } of content.services) await owner.card(name).waitFor()
  await owner.press(`修改网站 ${content.services[0]!.name}`)
  const dialog = owner.dialog(`修改网站：${content.services[0]!.name}`)
  await dialog.getByLabel(/^备注/).fill('另一句说明')
  await owner.press('提交', dialog)
  await dialog.waitFor({ state: 'detached' })
  await owner.press('下一步')
  await owner.page.getByText('另一句说明').waitFor()
  await becomes(async () => (await lists()).map((part) => part.replace('另一句说明', '介绍产品与服务')), before)
  await owner.page.goBack()
  for (const { name } of content.services) await owner.card(name).waitFor()
  await owner.page.goForward()
  await owner.page.getByText('另一句说明').waitFor()
})

scene('Finish spells out its consequences, and a double click gives one submission with number, time and receipt [F18]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const content = await fullContent(stage, account)
  const id = await draftOf(account.caller, content)
  const owner = await Owner.at(stage, '/filing/entry/summary', account)
  await owner.press('完成')
  const asked = owner.page.getByRole('alertdialog', { name: '完成并锁定？' })
  for (const said of ['完成后，您不能再修改这份备案。', '需要更正时，只能由备案所列的接入服务提供者修改']) await asked.getByText(said).waitFor()
  await becomes(() => owner.button('完成并锁定', asked).isDisabled(), true)
  await owner.press('再看一看', asked)
  expect((await see(account.caller, id)).status).toBe('draft')
  await owner.press('完成')
  await asked.getByRole('checkbox').check()
  await owner.button('完成并锁定', asked).dblclick()
  await owner.heading('备案已提交').waitFor()
  await shows(owner.page.getByRole('main'), /BA\d{8}-\d{6}/, /\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d/, '待接入商核实', /[0-9a-f]{64}/)
  await owner.page.reload()
  await owner.page.getByText(/受理编号 BA/).waitFor()
  const filing = await see(account.caller, id)
  expect(filing.history.filter((event) => event.action === 'finish')).toHaveLength(1)
  expect((await account.caller.call('listFilings', { query: {} })).rows).toHaveLength(1)
})

scene('a lost connection at Finish loses nothing, and trying again hands in once [F18]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const id = await draftOf(account.caller, await fullContent(stage, account))
  const owner = await Owner.at(stage, '/filing/entry/summary', account)
  await owner.press('完成')
  const asked = owner.page.getByRole('alertdialog', { name: '完成并锁定？' })
  await asked.getByRole('checkbox').check()
  await owner.page.context().setOffline(true)
  await owner.press('完成并锁定', asked)
  await owner.page.getByRole('alert').getByText(/网络连接中断/).waitFor()
  await owner.page.context().setOffline(false)
  await owner.finish()
  expect((await see(account.caller, id)).history.filter((event) => event.action === 'finish')).toHaveLength(1)
})

scene('the server judges everything again: a request that was tampered with is refused, a repeated one has one effect [F18]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const content = await fullContent(stage, account)
  const id = await draftOf(account.caller, { ...content, subject: { ...content.subject, certificateNumber: '911101010000000000' } })
  const { version } = await see(account.caller, id)
  const refused = await account.caller.ask('finishFiling', { params: { id }, body: { version } })
  expect(refused.status).toBe(422)
  expect(refused.problem.findings.map((finding) => finding.path)).toContain('subject.certificateNumber')

  const owner = await Owner.at(stage, '/filing/entry/summary', account)
  await owner.page.waitForURL(/entry\/(subject|summary)/)
  const saved = await account.caller.call('saveDraft', { params: { id }, body: { version, content } })
  const key = randomUUID()
  const body = { version: saved.version }
  const first = await account.caller.ask('finishFiling', { params: { id }, body }, { idempotencyKey: key })
  const again = await account.caller.ask('finishFiling', { params: { id }, body }, { idempotencyKey: key })
  expect([again.status, again.body]).toEqual([200, first.body])
  expect((await see(account.caller, id)).history.filter((event) => event.action === 'finish')).toHaveLength(1)
})
