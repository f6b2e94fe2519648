import { expect } from '@jest/globals'
import type { RegistrationContent } from '@icp/domain'
import { applyToCancel } from '../cast/cancelling.js'
import { accessAt, filingOf, websiteWith } from '../cast/contents.js'
import { field } from '../cast/forms.js'
import { approvedOf, confirm, see } from '../cast/over-http.js'
import { Owner } from '../cast/owner.js'
import { providerCalled, registerOwnerOverHttp, staff } from '../cast/people.js'
import { scene, type Stage } from '../cast/play.js'
import { ProviderStaff, Reviewer } from '../cast/staff.js'

const [north, east] = ['云杉', '珠江'] as const

/** A subject in force with one website at the first provider, and its owner in front of the finder. */
async function filedOwner(stage: Stage) {
  const account = await registerOwnerOverHttp(stage)
  const provider = await providerCalled(account.caller, north)
  const content = filingOf(stage.identities, [[provider]])
  await approvedOf(account.caller, content, [await staff(stage.stand, { provider: north })], await staff(stage.stand, { province: '110000' }))
  const owner = await Owner.at(stage, '/filing', account)
  return { owner, provider, content, ...(await recordOf(owner)) }
}

const recordOf = async (owner: Owner) => {
  const [record] = (await owner.account.caller.call('listOwnRecords')).rows
  return { record: record!, website: record!.services[0]! }
}

/** From my filings through the finder to the first step of the kind that does it. */
async function want(owner: Owner, wish: string, kind: string): Promise<void> {
  await owner.page.goto('/filing')
  await owner.page.getByRole('link', { name: '新增、变更或注销' }).click()
  await owner.page.getByRole('radio', { name: wish }).check()
  await owner.page.getByRole('region', { name: kind }).waitFor()
}

/** The public look-up tells number and state, and never by whom a website is served. */
async function publicFinds(stage: Stage, { domain, number }: { readonly domain: string; readonly number: string }, unnamed: string): Promise<void> {
  const visitor = await stage.open()
  await visitor.goto(`/look-up?q=${domain}`)
  await visitor.getByText(number).first().waitFor()
  expect(await visitor.getByText(unnamed).count()).toBe(0)
}

const handedIn = async (owner: Owner): Promise<{ readonly id: string; readonly reference: string }> => {
  const reference = await owner.finish()
  return { id: owner.page.url().split('/').at(-1) ?? '', reference }
}

/** By the provider's console, the persons, and the reviewer's desk, which shows `differs` open. */
async function carry(stage: Stage, owner: Owner, { id, reference }: { readonly id: string; readonly reference: string }, provider: string, differs: string): Promise<void> {
  const staffed = await ProviderStaff.at(stage, provider)
  await staffed.open(reference)
  await staffed.pass()
  await confirm(owner.account.caller, id)
  const reviewer = await Reviewer.at(stage)
  await reviewer.open(reference)
  // Also said in the folded verification sheet, which may come earlier.
  await reviewer.page.getByText(differs).filter({ visible: true }).first().waitFor()
  await reviewer.page.getByText(/^与备案库一致的内容/).first().waitFor()
  await reviewer.approve()
  expect((await see(owner.account.caller, id)).status).toBe('approved')
}

scene('a further website of a filed subject gets the next number, and the public finds it', async (stage) => {
  const { owner, record } = await filedOwner(stage)
  const other = await providerCalled(owner.account.caller, east)
  const added = websiteWith(stage.identities, [accessAt(stage.identities, other)])
  await want(owner, '为该主体再备案一个网站', '新增网站')
  await owner.press('开始填写')
  await owner.heading('网站与接入').waitFor()
  const content: RegistrationContent = { ...filingOf(stage.identities, []), services: [added] }
  await owner.addWebsite(content, added)
  await owner.addAccesses(content, added)
  await owner.press('下一步')
  await owner.heading('ICP备案信息汇总').waitFor()
  await owner.page.getByText(/^与备案库一致的内容/).waitFor()
  await carry(stage, owner, await handedIn(owner), east, added.name)
  const visitor = await stage.open()
  await visitor.goto(`/look-up?q=${added.domain}`)
  await visitor.getByText(`${record.number}-2`).first().waitFor()
})

scene('a filed website is served by one more provider; number and certificate stay', async (stage) => {
  const { owner, record, website } = await filedOwner(stage)
  const other = await providerCalled(owner.account.caller, east)
  await want(owner, '已备案的网站要增加一家接入商', '新增接入')
  await owner.page.getByRole('checkbox', { name: new RegExp(website.name) }).check()
  await owner.press('开始填写')
  await owner.heading('网站与接入').waitFor()
  expect(await owner.button(`修改网站 ${website.name}`).count()).toBe(0)
  const access = accessAt(stage.identities, other)
  const content: RegistrationContent = { ...filingOf(stage.identities, []), services: [websiteWith(stage.identities, [access], { name: website.name })] }
  await owner.addAccesses(content, content.services[0]!)
  await owner.press('下一步')
  await owner.heading('ICP备案信息汇总').waitFor()
  await carry(stage, owner, await handedIn(owner), east, other.name)
  const after = await recordOf(owner)
  expect(after.website.providers.map(({ name }) => name)).toEqual([...website.providers.map(({ name }) => name), other.name])
  expect(after.record.certificates).toEqual(record.certificates)
  await publicFinds(stage, website, other.name)
})

scene('a change is pre-filled, fixes what cannot change, shows reviewers the difference, and replaces the certificate', async (stage) => {
  const { owner, record, website } = await filedOwner(stage)
  const renamed = `星河更名站${stage.identities.next()}`
  await want(owner, '已备案的信息有变化', '变更备案')
  await owner.press('开始填写')
  await owner.heading('主体信息').waitFor()
  expect(await field(owner.page, '证件号码').count()).toBe(0)
  await owner.press('下一步')
  await owner.heading('网站与接入').waitFor()
  await owner.press(`修改网站 ${website.name}`)
  const dialog = owner.dialog(`修改网站：${website.name}`)
  expect(await field(dialog, '域名').count()).toBe(0)
  await field(dialog, '网站名称').fill(renamed)
  await owner.press('提交', dialog)
  await owner.card(renamed).waitFor()
  await owner.press('下一步')
  await owner.heading('ICP备案信息汇总').waitFor()
  await owner.page.getByText(`备案库中：${website.name}`).waitFor()
  const visitor = await stage.open()
  const finished = await handedIn(owner)
  await visitor.goto(`/look-up?q=${website.domain}`)
  await visitor.getByText(website.name).first().waitFor()
  await carry(stage, owner, finished, north, `备案库中：${website.name}`)
  // The register says the same now; what the change changed stays to be read, by its owner and by the administration.
  const reader = await Reviewer.at(stage)
  for (const [page, path] of [[owner.page, `/filing/browse/${finished.id}`], [reader.page, `/filings/${finished.id}`]] as const) {
    await page.goto(path)
    await page.getByText('本次备案变更的内容').waitFor()
    await page.getByText(`变更前：${website.name}`).waitFor()
  }
  await visitor.goto(`/look-up?q=${website.domain}`)
  await visitor.getByText(renamed).first().waitFor()
  const after = await recordOf(owner)
  expect(after.website.number).toBe(website.number)
  expect(after.record.certificates.map(({ version, state }) => [version, state])).toEqual([[2, 'current'], [1, 'replaced']])
  expect(record.certificates).toHaveLength(1)
})

scene('the last access of a website ends: nobody confirms, the website keeps its number, and hollow is said before', async (stage) => {
  const { owner, website } = await filedOwner(stage)
  await want(owner, '某家接入商不再接入某个网站', '取消接入')
  await owner.page.getByRole('link', { name: '继续' }).click()
  await owner.page.getByRole('radio', { name: new RegExp(`^${website.name}`) }).check()
  await owner.page.getByText('这是该网站最后一个接入').waitFor()
  const id = await applyToCancel(owner, '申请取消接入', '其他（请在说明中写明）', '迁往其他接入商')
  const { reference } = await see(owner.account.caller, id)
  const provider = await ProviderStaff.at(stage, north)
  await provider.openCancellation(reference!)
  await provider.page.getByText('备案号和电子证书不变。').waitFor()
  await provider.pass('已停止接入')
  expect((await see(owner.account.caller, id)).status).toBe('in-review')
  const reviewer = await Reviewer.at(stage)
  await reviewer.open(reference!)
  await reviewer.approve('同意')
  const after = await recordOf(owner)
  expect(after.website).toMatchObject({ number: website.number, state: 'in-force', accesses: [] })
  await publicFinds(stage, website, website.providers[0]!.name)
})

scene('a provider gives up its access itself: the owner is told and cannot withdraw it, the administration approves, and the number stays', async (stage) => {
  const { owner, website } = await filedOwner(stage)
  const provider = await ProviderStaff.at(stage, north)
  const { page } = provider
  await page.goto('/served')
  await page.getByRole('searchbox', { name: '查找' }).fill(website.domain)
  await page.getByRole('button', { name: '查找', exact: true }).click()
  await page.getByRole('button', { name: `终止对「${website.name}」的接入` }).click()
  const window = page.getByRole('dialog')
  await window.getByText('这是它的最后一个接入').waitFor()
  await window.getByLabel('理由').selectOption({ label: '其他（请在说明中写明）' })
  await window.getByLabel('说明').fill('服务合同到期')
  await window.getByRole('button', { name: '提交申请' }).click()
  const link = page.getByRole('status').getByRole('link')
  await link.waitFor()
  const reference = await link.innerText()
  await owner.page.goto('/notices')
  await owner.page.getByText(`申请终止最后一个接入（${reference}）`).first().waitFor()
  const [row] = (await owner.account.caller.call('listFilings', { query: { kind: 'cancel-access' } })).rows
  await owner.page.goto(`/filing/progress/${row!.id}`)
  await owner.page.getByText('您不能撤销，如有异议请联系接入商').first().waitFor()
  expect(await owner.page.getByRole('button', { name: '撤销' }).count()).toBe(0)
  const reviewer = await Reviewer.at(stage)
  await reviewer.open(reference)
  await reviewer.page.getByText('申请人（接入商）').waitFor()
  await reviewer.approve('同意')
  const after = await recordOf(owner)
  expect(after.website).toMatchObject({ number: website.number, state: 'in-force', accesses: [] })
  await publicFinds(stage, website, website.providers[0]!.name)
})
