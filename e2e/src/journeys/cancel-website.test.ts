import { expect } from '@jest/globals'
import { applyToCancel } from '../cast/cancelling.js'
import { filingOf } from '../cast/contents.js'
import { approvedOf, confirm, see } from '../cast/over-http.js'
import { Owner } from '../cast/owner.js'
import { providerCalled, registerOwnerOverHttp, staff } from '../cast/people.js'
import { scene } from '../cast/play.js'
import { becomes } from '../cast/shown.js'
import { ProviderStaff, Reviewer } from '../cast/staff.js'

scene('one of two websites is cancelled: the other and the subject stay, and the certificate is issued anew without it [F23, F25]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const p1 = await providerCalled(account.caller, '云杉')
  const content = filingOf(stage.identities, [[p1], [p1]])
  await approvedOf(account.caller, content, [await staff(stage.stand, { provider: '云杉' })], await staff(stage.stand, { province: '110000' }))
  const [before] = (await account.caller.call('listOwnRecords')).rows
  const [kept, falling] = before!.services
  const oldCode = before!.certificates[0]!.code

  const owner = await Owner.at(stage, '/filing', account)
  await owner.goByMenu('ICP备案业务管理', '注销网站申请')
  await owner.page.getByRole('radio', { name: new RegExp(`^${falling!.name}`) }).check()
  const falls = owner.page.getByRole('region', { name: '将注销的内容' })
  await falls.getByText(falling!.number).first().waitFor()
  expect(await falls.innerText()).not.toContain(kept!.number)
  await falls.getByText(`电子证书 ${oldCode} 将由不含该网站的新版替换`).waitFor()
  const id = await applyToCancel(owner, '申请注销网站', '不再开办该互联网信息服务')
  const { reference } = await see(account.caller, id)

  const provider = await ProviderStaff.at(stage, '云杉')
  await provider.openCancellation(reference!)
  await provider.pass('注销属实')
  if ((await see(account.caller, id)).status === 'awaiting-confirmation') await confirmCancellation(account.caller, id, content.subject.person)
  const reviewer = await Reviewer.at(stage)
  await reviewer.open(reference!)
  await reviewer.approve('同意注销')
  await owner.page.getByText('已通过').first().waitFor()

  const [after] = (await account.caller.call('listOwnRecords')).rows
  expect(after?.state).toBe('in-force')
  expect(after?.services.map((service) => [service.number, service.state])).toEqual([[kept!.number, 'in-force'], [falling!.number, 'cancelled']])
  const visitor = await stage.open()
  await visitor.goto(`/verify/${oldCode}`)
  await visitor.getByText('证书真实，但已被新版替换').waitFor()
  await visitor.goto(`/look-up?q=${falling!.domain}`)
  await visitor.getByText(/已于 .* 注销/).first().waitFor()

  await owner.goByMenu('ICP备案业务管理', '电子证书下载')
  await owner.page.getByRole('heading', { name: '第 2 版' }).waitFor()
  const versions = owner.page.getByRole('list', { name: '证书版本' }).getByRole('listitem')
  await becomes(async () => (await versions.allInnerTexts()).map((version) => /有效|已被新版替换/.exec(version)?.[0]).sort(), ['已被新版替换', '有效'].sort())

  await owner.goByMenu('ICP备案业务管理', '注销网站申请')
  await owner.page.getByRole('radio', { name: new RegExp(`^${kept!.name}`) }).check()
  await owner.page.getByText('该主体名下只剩这个网站').waitFor()
  expect(await owner.button('申请注销网站').count()).toBe(0)
  const hollow = await account.caller.ask('createFiling', { body: { kind: 'cancel-service', subjectNumber: after!.number, serviceNumbers: [kept!.number] } })
  const [draft] = hollow.status === 201 ? [await see(account.caller, (hollow.body as { id: string }).id)] : []
  expect(hollow.status >= 400 || draft!.findings.some((finding) => finding.severity === 'block')).toBe(true)
})

async function confirmCancellation(owner: Parameters<typeof confirm>[0], id: string, person: { readonly mobile: string; readonly certificateNumber: string }): Promise<void> {
  for (const { onScreen } of (await see(owner, id)).confirmations) {
    await owner.call('confirm', { params: { token: onScreen!.link.split('/').at(-1) ?? '' }, body: { code: onScreen!.code, mobile: person.mobile, lastSix: person.certificateNumber.slice(-6) } })
  }
}
