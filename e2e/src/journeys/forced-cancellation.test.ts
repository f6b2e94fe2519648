import { expect } from '@jest/globals'
import { wayToObject } from '@icp/domain'
import { filingOf } from '../cast/contents.js'
import { field } from '../cast/forms.js'
import { forcedGround as ground, ownCancellation } from '../cast/forcing.js'
import { approvedOf } from '../cast/over-http.js'
import { Owner } from '../cast/owner.js'
import { providerCalled, registerOwnerOverHttp, staff } from '../cast/people.js'
import { scene } from '../cast/play.js'
import { areThere, shows } from '../cast/shown.js'
import { ProviderStaff, Reviewer } from '../cast/staff.js'

const [north, south] = ['云杉', '珠江']

scene('an administration cancels a subject by force: all that it was shown falls, providers say that they have cut it, and the owner reads why and how to object', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const [p1, p2] = [await providerCalled(account.caller, north), await providerCalled(account.caller, south)]
  const content = filingOf(stage.identities, [[p1], [p1], [p2]])
  await approvedOf(account.caller, content, [await staff(stage.stand, { provider: north }), await staff(stage.stand, { provider: south })], await staff(stage.stand, { province: '110000' }))
  const [record] = (await account.caller.call('listOwnRecords')).rows
  const { number, services, certificates } = record!
  const servedBy = (name: string) => services.filter((service) => service.accesses.some(({ providerName }) => providerName === name))
  const [ofNorth, ofSouth] = [servedBy(p1.name), servedBy(p2.name)]
  const running = await ownCancellation(account.caller, number, ofSouth[0]!.number)

  const reviewer = await Reviewer.at(stage)
  await reviewer.page.goto('/forced')
  await reviewer.page.getByRole('link', { name: '强制注销' }).and(reviewer.page.locator('main a')).click()
  const find = async (q: string) => {
    await field(reviewer.page, '备案号或域名').fill(q)
    await reviewer.press('查找')
  }
  await find('nobody-has-this.example')
  await reviewer.page.getByText('本省没有这一备案。请核对备案号或域名。').waitFor()
  await find(ofNorth[0]!.domain)
  const found = reviewer.page.getByRole('radiogroup', { name: '注销什么' })
  await shows(found, new RegExp(`${ofNorth[0]!.number} · ${ofNorth[0]!.domain.replaceAll('.', String.raw`\.`)} · 所查找的`))
  await found.getByRole('radio', { name: new RegExp(`^${ofNorth[0]!.name}`) }).check()
  const falls = reviewer.page.getByRole('region', { name: '将失效的内容' })
  await shows(falls, ofNorth[0]!.number, ofNorth[0]!.domain, p1.name, '电子证书重新签发，不再包含注销的服务。')
  for (const other of [ofNorth[1]!, ofSouth[0]!]) expect(await falls.innerText()).not.toContain(other.number)

  await find(number)
  await found.getByRole('radio', { name: /^整个主体/ }).check()
  await shows(falls, ...services.flatMap((service) => [service.number, service.name, service.domain]), p1.name, p2.name, `主体备案号 ${number} 失效。`, '电子证书失效', running.reference, '随之终止', '不能恢复')
  await reviewer.press('强制注销')
  const problems = reviewer.page.getByRole('alert')
  for (const said of [/要注销的备案号/, /强制注销原因/, /依据/]) await problems.getByText(said).first().waitFor()
  await field(reviewer.page, '原因').selectOption({ label: '提供虚假备案信息' })
  await field(reviewer.page, '依据').fill(ground)
  for (const tick of ['将主体列入黑名单', '将域名列入黑名单']) await reviewer.page.getByRole('checkbox', { name: tick }).check()
  await field(reviewer.page, '再次输入备案号').fill(ofNorth[0]!.number)
  await reviewer.press('强制注销')
  await problems.getByText('输入的备案号与要注销的不一致。').first().waitFor()
  await field(reviewer.page, '再次输入备案号').fill(number)
  await reviewer.press('强制注销')
  await reviewer.page.getByText(`${number} 已强制注销`).waitFor()

  const visitor = await stage.open()
  for (const { domain } of services) {
    await visitor.goto(`/look-up?q=${domain}`)
    await visitor.getByText(/已于 .* 注销/).first().waitFor()
  }
  await visitor.goto(`/verify/${certificates[0]!.code}`)
  await visitor.getByText('证书真实，但备案已注销').waitFor()

  const owner = await Owner.at(stage, '/filing', account)
  await shows(owner.page.getByRole('main'), running.reference, '本次申请随之终止，不再办理', `「${content.subject.name}」（${number}）已被管局强制注销`, '原因：提供虚假备案信息。', ground, wayToObject.zh)
  await owner.page.goto(`/filing/progress/${running.id}`)
  await shows(owner.page.getByRole('main'), '所涉的主体或服务已被管局强制注销', '随备案注销终止', ground)
  expect(await owner.page.getByRole('main').innerText()).not.toContain('继续有效')

  await reviewer.page.getByRole('link', { name: '查看接入商的确认情况' }).click()
  const row = reviewer.page.getByRole('row').filter({ hasText: content.subject.name })
  await shows(row, number, '连同其下 3 项服务', '提供虚假备案信息', ground, '主体已列入黑名单', '域名已列入黑名单', ...services.map((service) => service.number))
  await areThere(row.getByText('已停止并确认'), 0)
  const { rows: listed } = await (await staff(stage.stand, { role: 'operator' })).call('listBlacklist', { query: { q: ofNorth[1]!.domain } })
  expect(listed.map(({ source }) => source)).toEqual([ground])

  // Many at once.
  const many = await ProviderStaff.at(stage, north)
  await many.page.goto('/cuts')
  for (const service of ofNorth) await many.page.getByRole('checkbox', { name: `选择：${service.number}` }).check()
  await shows(many.page.getByRole('row').filter({ hasText: ofNorth[0]!.number }), ofNorth[0]!.domain, content.subject.name, ground, '北京市通信管理局')
  expect(await many.page.getByText(ofSouth[0]!.number).count()).toBe(0)
  await many.press('确认已停止（2）')
  await many.page.getByText('已确认 2 项').waitFor()
  // One by itself.
  const one = await ProviderStaff.at(stage, south)
  await one.page.goto('/cuts')
  await one.press(`确认已停止：${ofSouth[0]!.number}`)
  await one.page.getByText('已确认 1 项').waitFor()
  await areThere(one.page.getByText(ofSouth[0]!.number), 0)

  await reviewer.page.goto('/forced?cuts=done')
  await shows(row, ...services.map((service) => new RegExp(`${service.number}，.* 确认`)))
})
