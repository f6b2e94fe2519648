import { expect } from '@jest/globals'
import { appCategories, categoryLevels, findCode, fieldAt, type RegistrationContent, type Service, serviceTypes, serviceWord, spaced, summaryOf } from '@icp/domain'
import { accessAt, filingOf, type Provider, programWith } from '../cast/contents.js'
import { exactly, fillField } from '../cast/forms.js'
import { approve, confirm, draftOf, pass, see } from '../cast/over-http.js'
import { Owner } from '../cast/owner.js'
import { providerCalled, registerOwnerOverHttp, staff } from '../cast/people.js'
import { scene, type Stage } from '../cast/play.js'
import { ProviderStaff, Reviewer } from '../cast/staff.js'

const north = '云杉'

/** Types an app, mini program or quick app into its window, its platforms one after the other, and gives it its access. */
async function addProgram(owner: Owner, content: RegistrationContent, service: Service): Promise<void> {
  await owner.press('添加 APP、小程序或快应用')
  const dialog = owner.dialog(/^添加/)
  await dialog.getByRole('radiogroup', { name: '服务类型' }).getByRole('radio', { name: new RegExp(`^${findCode(serviceTypes, service.type)!.zh}`) }).check()
  await owner.dialog(spaced(`添加${serviceWord(service.type).zh}`)).waitFor()
  const part = summaryOf(content).find(({ path }) => path === `services.${service.id}`)!
  for (const row of part.rows) {
    if (row.key === 'categories') await tickCategories(owner, service)
    else if (row.key !== 'type') await fillField(dialog, row, content)
  }
  for (const [index, platform] of part.groups.filter(({ section }) => section === 'platform').entries()) {
    if (index > 0) await owner.press('添加平台', dialog)
    for (const row of platform.rows) await fillField(dialog.getByRole('group', { name: exactly(`平台 ${index + 1}`) }), row, content)
  }
  await owner.press('提交', dialog)
  await dialog.waitFor({ state: 'detached' })
  await owner.card(service.name).waitFor()
  await owner.addAccesses(content, service)
}

async function tickCategories(owner: Owner, { categories = [] }: Service): Promise<void> {
  const group = owner.dialog(/^添加/).getByRole('group', { name: exactly('服务内容类别') })
  for (const id of categories) {
    const { heading, name } = categoryLevels(findCode(appCategories, id)!)!
    const choice = group.getByRole('checkbox', { name: exactly(name.zh) })
    if (!(await choice.isVisible())) await group.locator('summary').filter({ hasText: heading.zh }).click()
    await choice.check()
  }
}

/** By the provider's console, the persons and the reviewer's desk, each of which shows what the program is. */
async function carry(stage: Stage, owner: Owner, reference: string, id: string, shown: string): Promise<void> {
  const provider = await ProviderStaff.at(stage, north)
  await provider.open(reference)
  await provider.page.getByText(shown).first().waitFor()
  await provider.pass()
  await confirm(owner.account.caller, id)
  const reviewer = await Reviewer.at(stage)
  await reviewer.open(reference)
  await reviewer.page.getByText(shown).first().waitFor()
  await reviewer.approve()
  expect((await see(owner.account.caller, id)).status).toBe('approved')
}

const access = (stage: Stage, provider: Provider) => accessAt(stage.identities, provider)
const idOfPage = (owner: Owner): string => owner.page.url().split('/').at(-1) ?? ''

scene('a website and an app on two platforms are filed together and numbered in one sequence; a mini program and a quick app follow, and anyone finds each of them', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const provider = await providerCalled(account.caller, north)
  const filed = filingOf(stage.identities, [[provider]])
  const website = filed.services[0]!
  const app = programWith(stage.identities, 'app', ['android', 'ios'], [access(stage, provider)], { domain: `api.${website.domain}` })
  await draftOf(account.caller, filed)
  const owner = await Owner.at(stage, '/filing/entry/websites', account)
  await owner.heading('网站与接入').waitFor()
  const both: RegistrationContent = { ...filed, services: [website, app] }
  await addProgram(owner, both, app)
  await owner.press('下一步')
  await owner.heading('ICP备案信息汇总').waitFor()
  for (const path of ['platforms.on-android.fingerprint', 'platforms.on-ios.fingerprint', 'domain']) await owner.page.getByText(String(fieldAt(both, `services.${app.id}.${path}`))).first().waitFor()
  await carry(stage, owner, await owner.finish(), idOfPage(owner), `Android（${app.platforms![0]!.packageName}）`)
  const { number } = (await account.caller.call('listOwnRecords')).rows[0]!
  const visitor = await stage.open()
  for (const [asked, found] of [[website.domain, `${number}-1`], [app.platforms![0]!.packageName, `${number}-2A`], [app.name, `${number}-2A`]] as const) {
    await visitor.goto(`/look-up?q=${encodeURIComponent(asked)}`)
    await visitor.getByText(found).first().waitFor()
  }

  const mini = programWith(stage.identities, 'mini-program', ['wechat'], [access(stage, provider)])
  const quick = programWith(stage.identities, 'quick-app', ['quick-app'], [access(stage, provider)])
  await owner.page.goto('/filing')
  await owner.page.getByRole('link', { name: '新增、变更或注销' }).click()
  await owner.page.getByRole('radio', { name: '为该主体再备案一个网站' }).check()
  await owner.page.getByRole('region', { name: '新增网站' }).waitFor()
  await owner.press('开始填写')
  await owner.heading('网站与接入').waitFor()
  const more: RegistrationContent = { ...filingOf(stage.identities, []), services: [mini, quick] }
  for (const program of more.services) await addProgram(owner, more, program)
  await owner.press('下一步')
  await owner.heading('ICP备案信息汇总').waitFor()
  const reference = await owner.finish()
  const id = idOfPage(owner)
  await pass(await staff(stage.stand, { provider: north }), id)
  await confirm(account.caller, id)
  await approve(await staff(stage.stand, { province: '110000' }), id)
  expect(reference).toMatch(/^BA/)
  for (const [asked, found] of [[mini.platforms![0]!.packageName, `${number}-3X`], [quick.name, `${number}-4K`]] as const) {
    await visitor.goto(`/look-up?q=${encodeURIComponent(asked)}`)
    await visitor.getByText(found).first().waitFor()
  }
})
