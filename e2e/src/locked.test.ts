import { expect } from '@jest/globals'
import { displayValue, fieldsOf, type RegistrationContent } from '@icp/domain'
import { divisionName } from '@icp/domain/divisions'
import { filingOf } from './cast/contents.js'
import { eventually } from './cast/eventually.js'
import { draftOf, finish, finishedOf, see } from './cast/over-http.js'
import { Owner } from './cast/owner.js'
import { providerCalled, registerOwnerOverHttp, staff, type OwnerAccount } from './cast/people.js'
import { scene, type Stage } from './cast/play.js'
import { areThere, becomes, shows } from './cast/shown.js'
import { ProviderStaff } from './cast/staff.js'

interface Locked {
  readonly account: OwnerAccount
  readonly content: RegistrationContent
  readonly id: string
  readonly reference: string
}

async function lockedFiling(stage: Stage): Promise<Locked> {
  const account = await registerOwnerOverHttp(stage)
  const content = filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]])
  const id = await finishedOf(account.caller, content)
  return { account, content, id, reference: (await see(account.caller, id)).reference ?? '' }
}

const shownOf = async (owner: Owner) => {
  await owner.page.getByRole('region', { name: '主体信息' }).waitFor()
  const show = owner.page.getByRole('button', { name: '显示' })
  for (let left = await show.count(); left > 0; left--) {
    await show.first().click()
    await show.nth(left - 1).waitFor({ state: 'detached' })
  }
  return (await owner.page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ')
}

scene('after Finish no page of the owner offers to change anything, in a second browser neither [F19a]', async (stage) => {
  const { account, id } = await lockedFiling(stage)
  for (const path of [`/filing/browse/${id}`, `/filing/progress/${id}`, '/filing', '/filing/browse', `/filing/entry/done/${id}`]) {
    const owner = await Owner.at(stage, path, account)
    await owner.page.getByRole('main').getByText('待接入商核实').first().waitFor()
    for (const name of ['修改', '删除', '添加网站', '添加接入', '提交', '完成']) expect(await owner.button(name).count()).toBe(0)
    expect(await owner.page.getByRole('main').getByRole('textbox').count()).toBe(0)
    await owner.page.context().close()
    stage.pages.pop()
  }
})

scene('a wizard that was left open in another tab saves no more, says so and keeps what was typed; a direct write answers 423 [F19a]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const content = filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]])
  const id = await draftOf(account.caller, content)
  const old = await Owner.at(stage, '/filing/entry/subject', account)
  await old.heading('主体信息').waitFor()
  const address = old.page.getByLabel(/^详细通信地址/)
  await address.waitFor()
  await finish(account.caller, id)
  await address.fill('完成之后才填写的地址 8 号')
  await old.page.getByRole('alert').filter({ hasText: '锁定' }).waitFor()
  await old.page.getByText('您填写的内容仍保留在屏幕上。').first().waitFor()
  await becomes(() => address.inputValue(), '完成之后才填写的地址 8 号')

  const { version, content: locked } = await see(account.caller, id)
  const write = await account.caller.ask('saveDraft', { params: { id }, body: { version, content } })
  expect([write.status, write.problem.code]).toEqual([423, 'locked'])
  expect((await account.caller.ask('discardDraft', { params: { id }, body: { version } })).status).toBe(423)
  expect(locked.form === 'registration' && locked.subject.address).toBe(content.subject.address)
})

scene('the owner asks, the provider changes that field with a reason, and the owner sees before and after, who and when [F19b, F20]', async (stage) => {
  const { account, content, id, reference } = await lockedFiling(stage)
  const owner = await Owner.at(stage, `/filing/browse/${id}`, account)
  await owner.press('请求修改')
  const dialog = owner.dialog('请求接入商修改')
  await owner.press('发送请求', dialog)
  for (const said of ['请至少选择一个字段。', '请填写理由。']) await dialog.getByRole('alert').getByText(said).waitFor()
  await dialog.getByRole('checkbox', { name: '详细通信地址' }).check()
  await dialog.getByLabel(/^理由和正确内容/).fill('楼号写错，应为 9 号')
  await owner.press('发送请求', dialog)
  await dialog.waitFor({ state: 'detached' })
  await owner.page.getByRole('list', { name: '修改请求' }).getByText('待处理').waitFor()

  const provider = await ProviderStaff.at(stage, '云杉')
  await provider.page.goto('/queue?attention=open-requests')
  await provider.page.getByRole('link', { name: reference }).waitFor()
  await provider.open(reference)
  await provider.page.getByText('楼号写错，应为 9 号').first().waitFor()
  await provider.page.getByRole('region', { name: '办理' }).getByRole('button', { name: '修改', exact: true }).click()
  const window = provider.dialog('修改备案')
  await areThere(window.getByRole('textbox'), 2)
  await window.getByLabel(/^详细通信地址/).fill('示例街道示例路 9 号 101 室')
  await provider.press('保存修改', window)
  await window.getByRole('alert').getByText('请填写原因').waitFor()
  await window.getByLabel(/^原因/).fill('按主办者请求更正')
  await provider.press('保存修改', window)
  await window.waitFor({ state: 'detached' })

  const corrections = owner.page.getByRole('region', { name: '接入商修改记录' })
  await corrections.waitFor()
  await shows(corrections, '云杉', content.subject.address, '示例街道示例路 9 号 101 室', '按主办者请求更正', /\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d/)
  await owner.page.getByRole('list', { name: '修改请求' }).getByText('已修改').waitFor()

  // Browsing shows the current content and leads to the one that was handed in.
  await eventually(async () => expect(await shownOf(owner)).toContain('示例街道示例路 9 号 101 室'))
  await owner.page.getByRole('link', { name: /^第 1 版/ }).click()
  await owner.page.getByText('您正在浏览第 1 版').waitFor()
  await owner.page.getByRole('region', { name: '主体信息' }).getByText(content.subject.address, { exact: true }).waitFor()
})

scene('who is not on the filing cannot open it, and no change goes without a request, a reason or beyond the named fields [F19b]', async (stage) => {
  const { account, content, id } = await lockedFiling(stage)
  const [p1, p2] = [await staff(stage.stand, { provider: '云杉' }), await staff(stage.stand, { provider: '珠江' })]
  const outsider = await ProviderStaff.at(stage, '珠江')
  await outsider.page.goto(`/filings/${id}`)
  await outsider.page.getByText('没有找到').first().waitFor()
  expect((await p2.ask('getFiling', { params: { id } })).status).toBe(404)

  const { version } = await see(account.caller, id)
  const request = await account.caller.call('openCorrectionRequest', { params: { id }, body: { version, fields: ['subject.address'], reason: '更正地址' } })
  const now = await see(p1, id)
  const corrected = { ...content, subject: { ...content.subject, address: '示例街道示例路 3 号' } }
  const attempt = (body: object, caller = p1) => caller.ask('correctFiling', { params: { id }, body: { version: now.version, requestId: request.id, reason: '更正', content: corrected, ...body } })
  expect((await attempt({ reason: '' })).status).toBe(422)
  expect((await attempt({ content: { ...corrected, subject: { ...corrected.subject, name: '另一家有限公司' } } })).status).toBeGreaterThanOrEqual(400)
  expect((await attempt({}, p2)).status).toBe(404)
  expect((await attempt({}, account.caller)).status).toBe(403)
  expect((await see(account.caller, id)).corrections).toEqual([])
})

scene('browsing shows what was locked, read-only, and another owner gets nothing of it [F20]', async (stage) => {
  const { account, content, id } = await lockedFiling(stage)
  const owner = await Owner.at(stage, '/filing', account)
  await owner.goByMenu(null, '信息浏览')
  await owner.page.getByRole('table', { name: '信息浏览' }).getByRole('link').click()
  await owner.page.waitForURL(`**/filing/browse/${id}`)
  const masked = await owner.page.getByRole('main').innerText()
  expect(masked.includes(content.subject.certificateNumber)).toBe(false)
  const values = fieldsOf(content).map((row) => displayValue(row.path, content, 'zh', { divisionName })).filter((value) => value !== '')
  await becomes(async () => {
    const shown = await shownOf(owner)
    return values.filter((value) => !shown.includes(value.replaceAll(/\s+/g, ' ')))
  }, [])

  const stranger = await registerOwnerOverHttp(stage)
  const other = await Owner.at(stage, `/filing/browse/${id}`, stranger)
  await other.page.getByText('没有找到').first().waitFor()
  for (const [operation, input] of [
    ['getFiling', { params: { id } }], ['getRevision', { params: { id, number: 1 } }], ['saveDraft', { params: { id }, body: { version: 1, content } }],
    ['withdrawFiling', { params: { id }, body: { version: 1 } }],
  ] as const) expect([operation, (await stranger.caller.ask(operation, input)).status]).toEqual([operation, 404])
  expect((await other.page.getByRole('main').innerText()).includes(content.subject.name)).toBe(false)
})

scene('progress is found under its menu path, shows every stage, and finds one of several filings by its number [F21]', async (stage) => {
  const { account, id, reference, content } = await lockedFiling(stage)
  const version = (await see(account.caller, id)).version
  await account.caller.call('withdrawFiling', { params: { id }, body: { version } })
  const second = await finishedOf(account.caller, content)
  const other = (await see(account.caller, second)).reference ?? ''
  const owner = await Owner.at(stage, '/filing', account)
  await owner.goByMenu('查询统计服务', '备案进度查询')
  const list = owner.page.getByRole('list', { name: '备案进度查询' }).getByRole('listitem')
  await owner.page.getByText(other).waitFor()
  await areThere(list, 2)
  await owner.page.getByRole('searchbox', { name: /^受理编号/ }).fill(reference)
  await owner.press('查询')
  await owner.page.getByText(other).waitFor({ state: 'detached' })
  await areThere(list, 1)
  await shows(list, reference)
  await owner.page.getByRole('link', { name: '查看进度' }).click()
  await owner.heading(`进度：${reference}`).waitFor()
  await owner.page.getByRole('list', { name: '办理进度' }).getByText('已撤销').first().waitFor()
})

scene('the service management node holds exactly three functions, each open with a plain reason before any approval [F22]', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const owner = await Owner.at(stage, '/filing', account)
  await owner.menu('ICP备案业务管理').click()
  const group = owner.page.getByRole('treeitem', { level: 2 })
  await becomes(() => group.allInnerTexts(), ['电子证书下载', '注销主体申请', '注销网站申请'])
  for (const node of await group.allInnerTexts()) {
    await owner.menu(node).click()
    await owner.heading(node).waitFor()
    await owner.page.getByText('您还没有备案。').waitFor()
  }
  const id = await finishedOf(account.caller, filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]]))
  const { reference } = await see(account.caller, id)
  for (const path of ['/filing/certificate', '/filing/cancel-subject', '/filing/cancel-website']) {
    await owner.page.goto(path)
    await owner.page.getByText(`备案 ${reference} 目前为“待接入商核实”。`).waitFor()
  }
})
