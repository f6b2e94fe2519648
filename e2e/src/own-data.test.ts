import { expect } from '@jest/globals'
import type { OwnData } from '@icp/contract'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { filingOf } from './cast/contents.js'
import { arrive } from './cast/every-screen.js'
import { eventually } from './cast/eventually.js'
import { field } from './cast/forms.js'
import { finishedOf, see } from './cast/over-http.js'
import { Owner } from './cast/owner.js'
import { textOf } from './cast/paper.js'
import { messagesTo, providerCalled, registerOwnerOverHttp, staff } from './cast/people.js'
import { scene, type Stage } from './cast/play.js'
import { Visitor } from './cast/visitor.js'

const downloads = async (page: Page, act: () => Promise<void>) => {
  const files: { name: string; bytes: Buffer }[] = []
  const taken: Promise<unknown>[] = []
  page.on('download', (download) => taken.push(download.path().then((path) => files.push({ name: download.suggestedFilename(), bytes: readFileSync(path) }))))
  await act()
  await eventually(() => expect(taken).toHaveLength(2))
  await Promise.all(taken)
  return files
}

async function filed(stage: Stage) {
  const account = await registerOwnerOverHttp(stage)
  const provider = (await staff(stage.stand, { provider: '云杉' }))
  const content = filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]])
  const id = await finishedOf(account.caller, content)
  await provider.call('revealField', { params: { id }, body: { path: 'subject.person.mobile', reason: 'verify', note: '核对号码' } })
  return { account, content, id }
}

scene('an owner sees who read what, takes everything along as JSON and PDF, and closes the account once nothing is on its way', async (stage) => {
  const { account, content, id } = await filed(stage)
  const owner = await Owner.at(stage, '/account', account)
  const { page } = owner
  await page.getByRole('region', { name: '我的数据' }).getByRole('link').click()
  await owner.heading('我的数据').waitFor()
  await page.getByRole('table', { name: '谁看过我的信息' }).getByText('核实备案信息是否真实').waitFor()
  const { reference } = await see(account.caller, id)
  await page.getByText(`备案 ${reference}（待接入商核实）尚未办结`).waitFor()
  expect(await owner.button('注销账号').count()).toBe(0)

  const copy = page.getByRole('region', { name: '导出副本' })
  await owner.press('发送验证码', copy)
  await field(copy, '验证码').fill((await copy.getByTestId('on-screen-step-up-code').innerText()).trim())
  const files = await downloads(page, () => owner.press('导出', copy))
  await owner.account.caller.follow(page.context())
  const [json, pdf] = ['.json', '.pdf'].map((ending) => files.find(({ name }) => name.endsWith(ending))!.bytes) as [Buffer, Buffer]
  const data = JSON.parse(json.toString('utf8')) as OwnData
  expect(data.account).toMatchObject({ userName: account.userName, mobile: account.mobile })
  expect(data.filings).toMatchObject([{ id, reference }])
  expect(data.filings[0]!.revisions[0]!.content).toMatchObject({ subject: { person: { mobile: content.subject.person.mobile, certificateNumber: content.subject.person.certificateNumber } } })
  expect((await textOf(pdf)).replaceAll(/\s/g, '')).toContain(content.subject.person.certificateNumber)

  await account.caller.call('withdrawFiling', { params: { id }, body: { version: (await see(account.caller, id)).version } })
  await arrive(page, '/account/data')
  const end = page.getByRole('region', { name: '注销账号' })
  await owner.press('发送验证码', end)
  await field(end, '注销验证码').fill((await end.getByTestId('on-screen-step-up-code').innerText()).trim())
  await owner.press('注销账号', end)
  const asked = page.getByRole('alertdialog')
  await asked.getByRole('checkbox', { name: '我明白注销后不能恢复' }).check()
  await owner.press('注销账号', asked)
  await owner.heading('账号已注销').waitFor()
  await eventually(async () => expect((await messagesTo(stage.stand, account.email)).map(({ text }) => text).join()).toContain('注销'))

  const visitor = await stage.open()
  await visitor.goto('/log-on')
  await new Visitor(visitor).typeLogOn(account.userName, account.password)
  await visitor.getByRole('alert').first().waitFor()
  expect((await account.caller.ask('getMe')).status).toBe(401)
})
