import { expect } from '@jest/globals'
import { filingOf } from '../cast/contents.js'
import { finishedOf, see } from '../cast/over-http.js'
import { Owner } from '../cast/owner.js'
import { providerCalled, registerOwnerOverHttp } from '../cast/people.js'
import { scene } from '../cast/play.js'
import { becomes } from '../cast/shown.js'
import { ProviderStaff } from '../cast/staff.js'

scene('a refused filing keeps the three functions closed with the reason, and a new draft begins from its content [F5, F22, F26]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const content = filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]])
  const id = await finishedOf(account.caller, content)
  const { reference } = await see(account.caller, id)
  const owner = await Owner.at(stage, `/filing/progress/${id}`, account)
  const provider = await ProviderStaff.at(stage, '云杉')
  await provider.open(reference!)
  await provider.refuse('营业执照照片与填写的名称不一致。')

  await owner.page.getByText('未通过').first().waitFor()
  await owner.page.getByText('营业执照照片与填写的名称不一致。').first().waitFor()
  for (const node of ['电子证书下载', '注销主体申请', '注销网站申请']) {
    await owner.goByMenu('ICP备案业务管理', node)
    await owner.heading(node).waitFor()
    await owner.page.getByText(`备案 ${reference} 的结果为“未通过”，本功能未开通`).waitFor()
  }
  await owner.page.goto('/notices')
  await owner.page.getByText('营业执照照片与填写的名称不一致。').first().waitFor()
  expect((await account.caller.ask('saveDraft', { params: { id }, body: { version: 1, content } })).status).toBe(423)

  await owner.page.goto('/filing/entry')
  await owner.page.getByText(`备案 ${reference} 未通过。`, { exact: false }).waitFor()
  await owner.press('用原内容开始')
  await owner.heading('主体信息').waitFor()
  await becomes(() => owner.page.getByLabel(/^主办单位或主办人名称/).inputValue(), content.subject.name)
  await owner.page.getByLabel(/^详细通信地址/).fill('示例街道示例路 2 号 202 室')
  await owner.press('下一步')
  await owner.card(content.services[0]!.name).waitFor()
  await owner.press('下一步')
  await owner.heading('ICP备案信息汇总').waitFor()
  const again = await owner.finish()
  expect(again).not.toBe(reference)
  const { rows } = await account.caller.call('listFilings', { query: {} })
  expect(rows.map((row) => row.status).sort()).toEqual(['refused', 'with-providers'])
})
