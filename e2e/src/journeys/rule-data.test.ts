import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { filingOf, websiteWith } from '../cast/contents.js'
import { exactly, field } from '../cast/forms.js'
import { draftOf, see } from '../cast/over-http.js'
import { Owner } from '../cast/owner.js'
import { providerCalled, registerOwnerOverHttp, staff } from '../cast/people.js'
import { scene, type Stage } from '../cast/play.js'

const press = (page: Page, name: string) => page.getByRole('button', { name: exactly(name) }).last().click()

/** The operator drafts words that no name of Beijing may hold, reads what that would do, and publishes. */
async function publishForbidden(page: Page, word: string): Promise<void> {
  await page.goto('/rule-data?q=W-06')
  await page.getByRole('link', { name: '网站名称禁用词' }).click()
  await page.getByRole('heading', { level: 1, name: '网站名称禁用词' }).waitFor()
  await press(page, '起草变更')
  const window = page.getByRole('dialog', { name: '网站名称禁用词' })
  await field(window, '适用地区').selectOption({ label: '北京市' })
  await field(window, '内容').fill(word)
  await field(window, '依据').fill('京通信〔2026〕9号')
  await window.getByRole('button', { name: exactly('保存草稿') }).click()
  await page.getByText(/其中 1 件的检查结果会改变/).waitFor()
  await page.getByRole('row', { name: /W-06/ }).getByText('不能提交').waitFor()
  await press(page, '发布')
  await page.getByRole('alertdialog', { name: '发布' }).getByRole('button', { name: exactly('发布') }).click()
  await page.getByText('已发布。正在填写的表单在几秒钟内按新规定检查。').waitFor()
}

/** Ends with the answer of rule data that brings this page the word; another test may publish something else meanwhile. */
const newRules = (page: Page, word: string) => page.waitForResponse(async (response) => response.url().includes('/api/rule-data') && (await response.text()).includes(word), { timeout: 150_000 })

async function ownerWithName(stage: Stage, name: string) {
  const account = await registerOwnerOverHttp(stage)
  const provider = await providerCalled(account.caller, '云杉')
  const [service] = filingOf(stage.identities, [[provider]]).services
  const content = { ...filingOf(stage.identities, []), services: [websiteWith(stage.identities, service!.accesses, { name })] }
  return { id: await draftOf(account.caller, content), account }
}

scene('a rule that the operator publishes is told at the owner’s next key press, and finish refuses', async (stage) => {
  const word = `星禾${stage.identities.next()}`
  const name = `示例${word}网站`
  const { id, account } = await ownerWithName(stage, name)
  const owner = await Owner.at(stage, '/filing/entry/websites', account)
  await owner.press(`修改网站 ${name}`)
  const dialog = owner.dialog(`修改网站：${name}`)
  const typed = dialog.getByLabel(/^网站名称/)
  await typed.fill(`${name}甲`)
  await typed.blur()
  expect(await typed.getAttribute('aria-invalid')).toBeNull()

  const operator = await stage.open({ as: await staff(stage.stand, { role: 'operator' }) })
  const arrived = newRules(owner.page, word)
  await publishForbidden(operator, word)
  await arrived
  await typed.press('End')
  await typed.press('Backspace')
  await dialog.getByText(`网站名称含有禁用词“${word}”。`).first().waitFor()
  await owner.press('提交', dialog)
  await dialog.getByRole('alert').getByText(`网站名称含有禁用词“${word}”。`, { exact: false }).first().waitFor()

  const { version } = await see(account.caller, id)
  const refused = await account.caller.ask('finishFiling', { params: { id }, body: { version } })
  expect([refused.status, refused.problem.findings.map(({ rule }) => rule)]).toEqual([422, ['W-06']])
})
