import { expect } from '@jest/globals'
import { filingOf } from '../cast/contents.js'
import { confirm, finishedOf, pass, see } from '../cast/over-http.js'
import { Owner } from '../cast/owner.js'
import { providerCalled, registerOwnerOverHttp, staff } from '../cast/people.js'
import { scene } from '../cast/play.js'
import { shows } from '../cast/shown.js'
import { ProviderStaff, ResponsiblePerson, Reviewer } from '../cast/staff.js'

scene('the regulator returns a filing with a reason at a field, the provider corrects it, and the second review approves it [F19b, F20, F21, F26]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const content = filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]])
  const id = await finishedOf(account.caller, content)
  await pass(await staff(stage.stand, { provider: '云杉' }), id)
  await confirm(account.caller, id)
  const { reference } = await see(account.caller, id)
  const owner = await Owner.at(stage, `/filing/progress/${id}`, account)
  await owner.page.getByText('管局审核中').first().waitFor()

  const reviewer = await Reviewer.at(stage)
  await reviewer.open(reference!)
  const path = `services.${content.services[0]!.id}.name`
  await reviewer.sendBack(content, path, '网站名称与业务范围不符。', '请改为“星河示例官网”。', '请核对后重新提交。')
  await owner.page.getByText('被退回').first().waitFor()
  const decisions = owner.page.getByRole('region', { name: '审核意见' })
  for (const said of ['网站名称与业务范围不符。', '请改为“星河示例官网”。', '请核对后重新提交。', '北京市通信管理局']) await decisions.getByText(said).first().waitFor()
  const closed = await Owner.at(stage, '/filing/cancel-subject', account)
  await closed.page.getByText(`备案 ${reference} 目前为“被退回”。`).waitFor()

  const provider = await ProviderStaff.at(stage, '云杉')
  await provider.open(reference!)
  await provider.page.getByText('网站名称与业务范围不符。').first().waitFor()
  await provider.requestCorrection({ [content.services[0]!.name]: ['网站名称'] }, '按管局意见修改')
  await provider.correct('网站名称', '星河示例官网', '管局退回意见')
  await provider.pass('已按意见修改')

  const [confirmation] = (await see(account.caller, id)).confirmations.filter((one) => one.state === 'waiting')
  const responsible = await ResponsiblePerson.at(stage, confirmation!.onScreen!.link)
  const diff = responsible.page.getByRole('table', { name: '接入商修改记录' })
  await shows(diff.getByRole('row').filter({ hasText: '网站名称' }), new RegExp(`${content.services[0]!.name}[\\s\\S]*星河示例官网`))
  const { person } = content.subject
  await responsible.confirm({ code: confirmation!.onScreen!.code, mobile: person.mobile, lastSix: person.certificateNumber.slice(-6) })
  await responsible.page.getByText('核验已完成').waitFor()

  await reviewer.open(reference!)
  await reviewer.page.getByText('星河示例官网').first().waitFor()
  await reviewer.approve('已改正')
  await owner.page.getByText(/已通过，备案号 京ICP备/).waitFor()
  await shows(owner.page.getByRole('list', { name: '办理进度' }), /管局审核 \(被退回\).*接入商核实（第 2 轮）.*短信核验（第 2 轮）.*管局审核（第 2 轮）/)
  const [record] = (await account.caller.call('listOwnRecords')).rows
  expect(record?.services.map((service) => service.name)).toEqual(['星河示例官网'])
})
