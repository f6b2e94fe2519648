import { expect } from '@jest/globals'
import { filingOf } from '../cast/contents.js'
import { approvedOf, draftOf } from '../cast/over-http.js'
import { Owner } from '../cast/owner.js'
import { providerCalled, registerOwnerOverHttp, staff } from '../cast/people.js'
import { scene } from '../cast/play.js'
import { Reviewer } from '../cast/staff.js'

const north = '云杉'
const reason = '域名已于去年转让给我单位'

scene('an owner whose domain is in force with another asks the administration, which sees both sides and answers', async (stage) => {
  const [holder, applicant] = [await registerOwnerOverHttp(stage), await registerOwnerOverHttp(stage)]
  const provider = await providerCalled(holder.caller, north)
  const content = filingOf(stage.identities, [[provider]])
  const [website] = content.services
  await approvedOf(holder.caller, content, [await staff(stage.stand, { provider: north })], await staff(stage.stand, { province: '110000' }))
  const [record] = (await holder.caller.call('listOwnRecords')).rows

  const wanting = filingOf(stage.identities, [[provider]])
  await draftOf(applicant.caller, { ...wanting, services: wanting.services.map((service) => ({ ...service, domain: website!.domain, homePage: website!.homePage })) })
  const owner = await Owner.at(stage, '/filing/entry/websites', applicant)
  await owner.press(`请管局协调：${website!.domain}`)
  const asking = owner.page.getByRole('dialog', { name: `请管局协调：${website!.domain}` })
  await asking.getByRole('textbox', { name: '理由' }).fill(reason)
  await owner.press('提出请求', asking)
  await owner.page.getByRole('list', { name: '已请管局协调的事项' }).getByText('等待管局答复').waitFor()
  expect(await owner.page.getByText(content.subject.name).count()).toBe(0)

  const reviewer = await Reviewer.at(stage)
  await reviewer.page.goto('/mediations')
  const row = reviewer.page.getByRole('table', { name: '请求协调的冲突' }).getByRole('row').filter({ hasText: wanting.subject.name })
  for (const said of [reason, content.subject.name, '等待管局答复']) await row.getByText(said).waitFor()
  await row.getByText(new RegExp(`${record!.number}.*在先`)).waitFor()
  await reviewer.press(`答复关于${website!.domain}的冲突`, row)
  const window = reviewer.page.getByRole('dialog', { name: `答复关于${website!.domain}的冲突` })
  await window.getByRole('radio', { name: '已请对方注销或更正，请稍后再次提交' }).check()
  await window.getByRole('textbox', { name: '答复' }).fill('已请对方核对')
  await window.getByRole('checkbox', { name: /通知对方核对备案/ }).check()
  await reviewer.press('发送答复', window)
  await reviewer.page.getByText('答复已发送。').waitFor()

  await owner.page.reload()
  await owner.page.getByText('管局意见：已请对方核对').waitFor()
  const other = await Owner.at(stage, '/notices', holder)
  await other.page.getByText(`请核对备案 ${record!.number} 是否仍然属实`).waitFor()
})
