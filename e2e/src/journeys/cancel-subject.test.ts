import { expect } from '@jest/globals'
import { applyToCancel } from '../cast/cancelling.js'
import { filingOf } from '../cast/contents.js'
import { approvedOf, finishedOf, see } from '../cast/over-http.js'
import { Owner } from '../cast/owner.js'
import { providerCalled, registerOwnerOverHttp, staff } from '../cast/people.js'
import { scene } from '../cast/play.js'
import { shows } from '../cast/shown.js'
import { ProviderStaff, ResponsiblePerson, Reviewer } from '../cast/staff.js'

scene('a whole subject is cancelled: everything falls, the number is never given again, and only one application runs [F22, F24]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const [p1, p2] = [await providerCalled(account.caller, '云杉'), await providerCalled(account.caller, '珠江')]
  const content = filingOf(stage.identities, [[p1], [p2]])
  const providers = [await staff(stage.stand, { provider: '云杉' }), await staff(stage.stand, { provider: '珠江' })]
  await approvedOf(account.caller, content, providers, await staff(stage.stand, { province: '110000' }))
  const [record] = (await account.caller.call('listOwnRecords')).rows
  const certificate = record!.certificates[0]!

  const owner = await Owner.at(stage, '/filing', account)
  await owner.goByMenu('ICP备案业务管理', '注销主体申请')
  const falls = owner.page.getByRole('region', { name: '将注销的内容' })
  await shows(falls, record!.number, certificate.code, ...record!.services.flatMap((service) => [service.number, service.domain]))
  await owner.press('申请注销主体')
  const problems = owner.page.getByRole('alert')
  for (const said of ['尚未选择注销理由。', '请填写验证码。']) await problems.getByText(said).waitFor()
  const withoutCode = await account.caller.call('createFiling', { body: { kind: 'cancel-subject', subjectNumber: record!.number } })
  expect((await account.caller.ask('finishFiling', { params: { id: withoutCode.id }, body: { version: withoutCode.version } })).status).toBe(422)
  const id = await applyToCancel(owner, '申请注销主体', '主办者已注销或终止')
  const { reference } = await see(account.caller, id)

  // While it runs there is no second one, of the subject or of a website.
  for (const node of ['注销主体申请', '注销网站申请']) {
    await owner.goByMenu('ICP备案业务管理', node)
    if (node === '注销网站申请') await owner.page.getByRole('radio').first().check()
    await owner.page.getByText('该主体有正在办理的申请').waitFor()
  }
  const second = await account.caller.ask('createFiling', { body: { kind: 'cancel-subject', subjectNumber: record!.number } })
  expect(second.status).toBe(409)

  // It may be withdrawn until a provider has taken it up, and applied for again.
  await owner.page.goto(`/filing/progress/${id}`)
  await owner.press('撤销申请')
  await owner.press('撤销申请', owner.page.getByRole('alertdialog'))
  await owner.page.getByText('已撤销').first().waitFor()
  await owner.goByMenu('ICP备案业务管理', '注销主体申请')
  const again = await see(account.caller, await applyToCancel(owner, '申请注销主体', '主办者已注销或终止'))
  expect(again.reference).not.toBe(reference)

  for (const name of ['云杉', '珠江']) {
    const provider = await ProviderStaff.at(stage, name)
    await provider.openCancellation(again.reference!)
    await provider.pass('注销属实')
  }
  const { confirmations, status } = await see(account.caller, again.id)
  if (status === 'awaiting-confirmation') {
    const responsible = await ResponsiblePerson.at(stage, confirmations[0]!.onScreen!.link)
    await responsible.confirm({ code: confirmations[0]!.onScreen!.code, mobile: content.subject.person.mobile, lastSix: content.subject.person.certificateNumber.slice(-6) })
    await responsible.page.getByText('核验已完成').waitFor()
  }
  const reviewer = await Reviewer.at(stage)
  await reviewer.open(again.reference!)
  await reviewer.approve('同意注销')

  const visitor = await stage.open()
  await visitor.goto(`/verify/${certificate.code}`)
  await visitor.getByText('证书真实，但备案已注销').waitFor()
  await visitor.goto(`/look-up?q=${encodeURIComponent(record!.number)}`)
  await visitor.getByText(/已于 .* 注销/).first().waitFor()
  await owner.page.goto('/filing/certificate')
  await owner.page.getByText('已注销').first().waitFor()
  expect(await owner.button('下载 PDF').count()).toBe(0)
  expect((await account.caller.ask('downloadCertificate', { params: { id: certificate.id } })).status).toBeGreaterThanOrEqual(400)

  const next = await registerOwnerOverHttp(stage)
  await approvedOf(next.caller, filingOf(stage.identities, [[p1]]), [providers[0]!], await staff(stage.stand, { province: '110000' }))
  expect((await next.caller.call('listOwnRecords')).rows[0]?.number).not.toBe(record!.number)
})

scene('a subject cannot be cancelled while a filing about it is open [F24]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const content = filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]])
  await finishedOf(account.caller, content)
  const answer = await account.caller.ask('createFiling', { body: { kind: 'cancel-subject', subjectNumber: '京ICP备2026999999号' } })
  expect(answer.status).toBe(404)
  const owner = await Owner.at(stage, '/filing/cancel-subject', account)
  await owner.page.getByText('审核通过后才能使用').waitFor()
})
