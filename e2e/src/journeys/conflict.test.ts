import { expect } from '@jest/globals'
import type { RegistrationContent } from '@icp/domain'
import { filingOf } from '../cast/contents.js'
import { confirm, draftOf, finishedOf, pass, see } from '../cast/over-http.js'
import { Owner } from '../cast/owner.js'
import { providerCalled, registerOwnerOverHttp, staff } from '../cast/people.js'
import { scene } from '../cast/play.js'
import { Reviewer } from '../cast/staff.js'

const north = '云杉'
const at = (content: RegistrationContent, province: string, city: string, county: string): RegistrationContent => ({ ...content, subject: { ...content.subject, province, city, county } })

scene('two owners want one domain: the second is told so at finish and of nobody, and the administration sees both sides, of another province too', async (stage) => {
  const [first, second, third] = [await registerOwnerOverHttp(stage), await registerOwnerOverHttp(stage), await registerOwnerOverHttp(stage)]
  const provider = await providerCalled(first.caller, north)
  const content = filingOf(stage.identities, [[provider]])
  const [website] = content.services
  const id = await finishedOf(first.caller, content)
  await pass(await staff(stage.stand, { provider: north }), id)
  await confirm(first.caller, id)
  const { reference } = await see(first.caller, id)

  const wanting = filingOf(stage.identities, [[provider]])
  await draftOf(second.caller, { ...wanting, services: wanting.services.map((service) => ({ ...service, domain: website!.domain, homePage: website!.homePage })) })
  const owner = await Owner.at(stage, '/filing/entry/summary', second)
  await owner.heading('ICP备案信息汇总').waitFor()
  expect(await owner.page.getByText('该域名正在另一个备案申请中办理').count()).toBe(0)
  await owner.press('完成')
  const asked = owner.page.getByRole('alertdialog')
  await asked.getByRole('checkbox').check()
  await owner.press('完成并锁定', asked)
  await owner.page.getByText(/该域名正在另一个备案申请中办理/).first().waitFor()
  const said = await owner.page.getByRole('main').innerText()
  for (const secret of [content.subject.name, reference!]) expect(said).not.toContain(secret)

  const alike = at(filingOf(stage.identities, [[provider]]), '330000', '330100', '330106')
  await finishedOf(third.caller, { ...alike, services: alike.services.map((service) => ({ ...service, name: website!.name })) })

  const reviewer = await Reviewer.at(stage)
  await reviewer.open(reference!)
  const table = reviewer.page.getByRole('table', { name: '与本备案冲突的各方' })
  const [attempt, other] = [table.getByRole('row').filter({ hasText: wanting.subject.name }), table.getByRole('row').filter({ hasText: alike.subject.name })]
  for (const told of ['域名', '未能提交', '本备案在先', '不能同时成立']) await attempt.getByText(told).first().waitFor()
  for (const told of ['网站名称', '浙江', '由审核决定']) await other.getByText(told).first().waitFor()
  await other.getByRole('link', { name: /^查看对方/ }).click()
  await reviewer.page.getByRole('heading', { level: 1, name: /^冲突的对方：BA/ }).waitFor()
  await reviewer.page.getByRole('region', { name: '主体信息' }).getByText(alike.subject.name).waitFor()
  const shown = await reviewer.page.getByRole('main').innerText()
  for (const secret of [alike.subject.certificateNumber, alike.subject.person.certificateNumber, alike.subject.person.mobile]) expect(shown).not.toContain(secret)
  await reviewer.page.getByRole('link', { name: '返回本省的备案' }).click()
  await reviewer.page.getByRole('heading', { level: 1, name: `备案 ${reference}` }).waitFor()
})
