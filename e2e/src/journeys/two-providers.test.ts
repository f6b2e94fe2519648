import { expect } from '@jest/globals'
import type { RegistrationContent } from '@icp/domain'
import { filingOf } from '../cast/contents.js'
import { see } from '../cast/over-http.js'
import { Owner } from '../cast/owner.js'
import { providerCalled, registerOwnerOverHttp, staff } from '../cast/people.js'
import { scene } from '../cast/play.js'
import { areThere, shows } from '../cast/shown.js'
import { ProviderStaff, ResponsiblePerson, Reviewer } from '../cast/staff.js'

scene('an owner files two websites with three accesses at two providers, in English; both must pass, and each sees only its own network [F10b, F14, F19b, F21]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const p1 = await providerCalled(account.caller, '云杉')
  const p2 = await providerCalled(account.caller, '珠江')
  const content: RegistrationContent = filingOf(stage.identities, [[p1, p2], [p1]])
  const owner = await Owner.at(stage, '/filing/entry', account, { language: 'en' })
  await owner.enterAll(content)
  const reference = await owner.finish()
  const id = owner.page.url().split('/').at(-1) ?? ''
  await owner.page.getByRole('link', { name: 'Follow the progress' }).click()
  const passes = owner.page.getByRole('list', { name: 'Verification by the providers' })
  await areThere(passes.getByRole('listitem'), 2)

  const second = await ProviderStaff.at(stage, '珠江')
  await second.open(reference)
  const seen = second.page.getByRole('main')
  await shows(seen, content.services[0]!.accesses[1]!.ipRanges[0]!.from)
  expect(await seen.innerText()).not.toContain(content.services[0]!.accesses[0]!.ipRanges[0]!.from)

  // The website that only the first provider serves is not the second one's to change, neither on the screen nor by a request of its own.
  const view = await see(second.caller, id)
  expect(view.correctable.filter((path) => path.startsWith(`services.${content.services[1]!.id}`))).toEqual([])
  const foreign = await second.caller.ask('openCorrectionRequest', {
    params: { id }, body: { version: view.version, fields: [`services.${content.services[1]!.id}.name`], reason: '试图修改' },
  })
  expect(foreign.status).toBeGreaterThanOrEqual(400)
  const outsider = await staff(stage.stand, { provider: '阿里山' })
  expect((await outsider.ask('getFiling', { params: { id } })).status).toBe(404)

  await second.pass()
  expect((await see(account.caller, id)).status).toBe('with-providers')
  await passes.getByRole('listitem').filter({ hasText: p2.name }).getByText('Passed').waitFor()

  // The first provider corrects what the second one has already passed, so the second one has to look again.
  const first = await ProviderStaff.at(stage, '云杉')
  await first.open(reference)
  await first.requestCorrection({ 主体信息: ['详细通信地址'] }, '与证件不一致')
  await first.correct('详细通信地址', '示例街道更正路 9 号 902 室', '按证件更正')
  await first.pass()
  expect((await see(account.caller, id)).status).toBe('with-providers')
  await second.open(reference)
  await second.page.getByText('示例街道更正路 9 号 902 室').first().waitFor()
  await second.pass('已复核')
  await owner.page.getByText('Awaiting confirmation').first().waitFor()

  const [confirmation] = (await see(account.caller, id)).confirmations
  const responsible = await ResponsiblePerson.at(stage, confirmation!.onScreen!.link)
  await responsible.page.getByText('主办者提交后，接入商修改了以下内容').waitFor()
  const { person } = content.subject
  await responsible.confirm({ code: confirmation!.onScreen!.code, mobile: person.mobile, lastSix: person.certificateNumber.slice(-6) })
  await responsible.page.getByText('核验已完成').waitFor()
  const reviewer = await Reviewer.at(stage)
  await reviewer.open(reference)
  await reviewer.approve()
  await owner.page.getByText(/Approved under 京ICP备/).waitFor()
  const [record] = (await account.caller.call('listOwnRecords')).rows
  expect(record?.services.map((service) => service.number)).toEqual([`${record?.number}-1`, `${record?.number}-2`])
  expect(record?.services.map((service) => service.providers.map((provider) => provider.id).sort())).toEqual([[p1.id, p2.id].sort(), [p1.id]])
})
