import type { FilingReceipt } from '@icp/contract'
import type { Page } from 'playwright-core'
import { filingOf } from './cast/contents.js'
import { arrive, everyScreen } from './cast/every-screen.js'
import { finishedOf, see } from './cast/over-http.js'
import { providerCalled, registerOwnerOverHttp, staff } from './cast/people.js'

const fileOf = (receipt: unknown) => ({ name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from(typeof receipt === 'string' ? receipt : JSON.stringify(receipt)) })

/** Hands a receipt over as its file and waits for what is said of it. */
async function check(page: Page, receipt: unknown, said: string): Promise<void> {
  await arrive(page, '/receipt')
  await page.getByTestId('receipt-file').setInputFiles(fileOf(receipt))
  await page.getByRole('main').getByText(said).first().waitFor()
}

everyScreen('nothing that is said of a receipt, and no state of one’s own data, meets a barrier', async (stage, judge, words, opening) => {
  const account = await registerOwnerOverHttp(stage)
  const clerk = await staff(stage.stand, { provider: '云杉' })
  const content = filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]])
  const id = await finishedOf(account.caller, content)
  const { receipt } = await account.caller.call('getReceipt', { params: { id } })
  const visitor = await stage.open(opening)
  const unchanged = words('内容与回执一致', 'The content is what the receipt says')
  await check(visitor, receipt, unchanged)
  await judge.look(visitor, 'receipt good')
  const [first] = receipt.links
  const forged: FilingReceipt = { ...receipt, links: [{ ...first!, digest: 'a'.repeat(64) }] }
  await check(visitor, forged, words('与回执不符', 'It does not match the receipt'))
  await judge.look(visitor, 'receipt bad')
  await check(visitor, '{"format": "something else"}', words('该文件不是本系统的回执', 'This file is not a receipt'))
  await judge.look(visitor, 'receipt badly formed')

  const { version } = await see(account.caller, id)
  const request = await account.caller.call('openCorrectionRequest', { params: { id }, body: { version, fields: ['subject.address'], reason: '楼号写错，应为 3 号' } })
  const now = await see(clerk, id)
  await clerk.call('correctFiling', { params: { id }, body: { version: now.version, requestId: request.id, reason: '按主办者请求更正', content: { ...content, subject: { ...content.subject, address: '示例街道示例路 3 号' } } } })
  await check(visitor, receipt, words('此后被修改 1 次', 'has been corrected since'))
  await judge.look(visitor, 'receipt corrected since')
  const owner = await stage.open({ ...opening, as: account.caller })
  await arrive(owner, `/filing/browse/${id}`)
  await owner.getByRole('button', { name: words('核对我的回执', 'Check my receipt') }).first().click()
  await owner.getByRole('status').first().waitFor()
  await judge.look(owner, 'receipt with its links')

  await clerk.call('revealField', { params: { id }, body: { path: 'subject.person.mobile', reason: 'verify', note: '核对号码' } })
  await arrive(owner, '/account/data')
  await judge.look(owner, 'own data read by others, and what stands in the way of closing')
  const copy = owner.locator('#export')
  await copy.getByRole('button').first().click()
  await copy.locator('#export-code').fill((await copy.getByTestId('on-screen-step-up-code').innerText()).trim())
  await copy.locator('[type=submit]').click()
  await copy.getByRole('status').filter({ has: owner.getByRole('button') }).waitFor()
  await copy.getByTestId('on-screen-step-up-code').waitFor({ state: 'detached' })
  await judge.look(owner, 'own data exported')
})
