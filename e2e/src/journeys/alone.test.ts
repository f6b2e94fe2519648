import { expect } from '@jest/globals'
import type { RegistrationContent } from '@icp/domain'
import { readFileSync } from 'node:fs'
import { Caller } from '../cast/caller.js'
import { filingOf } from '../cast/contents.js'
import { see } from '../cast/over-http.js'
import { Owner } from '../cast/owner.js'
import { qrCodeOf, textOf } from '../cast/paper.js'
import { messagesTo, providerCalled, registerOwnerOverHttp, registrantOf } from '../cast/people.js'
import { scene } from '../cast/play.js'
import { becomes, shows } from '../cast/shown.js'
import { ProviderStaff, ResponsiblePerson, Reviewer } from '../cast/staff.js'
import { Visitor } from '../cast/visitor.js'

const stagesOf = async (owner: Owner) => (await owner.page.getByRole('list', { name: '办理进度' }).getByRole('listitem').allInnerTexts()).map((stage) => stage.replaceAll(/\s+/g, ' '))

scene('one owner registers, files through one provider, confirms, is approved and downloads a certificate that proves itself [R6, F1b, F21, F23, F26]', async (stage) => {
  const who = registrantOf(stage)
  const page = await stage.open()
  const visitor = new Visitor(page)
  await visitor.reachForm()
  await visitor.typeRegistration(who)
  await visitor.sendCodes()
  await visitor.typeCodesOnScreen()
  await visitor.button('注册').click()
  await visitor.button('确定').click()
  await visitor.logOn(who.userName, who.password)
  await page.waitForURL('**/filing')

  const caller = await new Caller(stage.stand, 'owner').logOn(who.userName, who.password)
  const content: RegistrationContent = filingOf(stage.identities, [[await providerCalled(caller, '云杉')]])
  const owner = await Owner.at(stage, '/filing/entry', { ...who, caller })
  await owner.enterAll(content)
  const reference = await owner.finish()
  const id = owner.page.url().split('/').at(-1) ?? ''

  await owner.page.getByRole('link', { name: '查看进度' }).click()
  await owner.heading(`进度：${reference}`).waitFor()
  await owner.page.getByRole('list', { name: '办理进度' }).getByText('正在进行').waitFor()
  await becomes(() => stagesOf(owner), [
    expect.stringMatching(/^填写并完成/), expect.stringMatching(/^接入商核实.*正在进行/), expect.stringMatching(/^短信核验/), expect.stringMatching(/^管局审核/), expect.stringMatching(/^备案完成/),
  ])
  await owner.page.getByText('一般 1–2 个工作日').waitFor()

  const provider = await ProviderStaff.at(stage, '云杉')
  await provider.open(reference)
  await provider.pass()
  // Nobody touches the owner's page: it finds out by itself.
  await owner.page.getByText('待短信核验').first().waitFor()
  const { confirmations } = await see(caller, id)
  const { person } = content.subject
  await owner.page.getByText('短信平台尚未启用，核验链接和验证码直接显示在这里').waitFor()
  const responsible = await ResponsiblePerson.at(stage, confirmations[0]!.onScreen!.link)
  await responsible.page.getByText(content.services[0]!.name).first().waitFor()
  expect((await responsible.page.locator('body').innerText()).includes(person.certificateNumber)).toBe(false)
  await responsible.confirm({ code: confirmations[0]!.onScreen!.code, mobile: person.mobile, lastSix: person.certificateNumber.slice(-6) })
  await responsible.page.getByText('核验已完成').waitFor()
  await owner.page.getByText('管局审核中').first().waitFor()
  await owner.page.getByText(/已用 \d+ \/ 20 个工作日，剩余 \d+ 个/).first().waitFor()

  // The certificate's page stands open before the approval, closed with the reason.
  const waiting = await Owner.at(stage, '/filing/certificate', { ...who, caller })
  await waiting.page.getByText(`备案 ${reference} 目前为“管局审核中”。`).waitFor()
  const reviewer = await Reviewer.at(stage)
  await reviewer.open(reference)
  await reviewer.approve()
  const [number] = /京ICP备\d{10}号/.exec(await reviewer.page.getByRole('status').filter({ hasText: '已通过' }).first().innerText()) ?? []
  expect(number).toBeDefined()
  await owner.page.getByText(`已通过，备案号 ${number}`).waitFor()
  await waiting.button('下载 PDF').waitFor()

  await owner.page.goto('/notices')
  await owner.page.getByRole('list', { name: '消息' }).getByText(`备案 ${reference} 已通过`).waitFor()
  for (const [path, text] of [['/filing/cancel-subject', `主体备案号 ${number}`], ['/filing/cancel-website', content.services[0]!.domain]] as const) {
    await owner.page.goto(path)
    await owner.page.getByText(text!).first().waitFor()
  }

  const [download] = await Promise.all([waiting.page.waitForEvent('download'), waiting.press('下载 PDF')])
  expect(download.suggestedFilename()).toBe(`${number}-1.pdf`)
  const file = readFileSync(await download.path())
  const words = await textOf(file)
  for (const fact of [number!, `${number}-1`, content.subject.name, content.services[0]!.name, content.services[0]!.domain, '北京市通信管理局']) expect(words).toContain(fact)
  const secrets = [content.subject.certificateNumber, person.certificateNumber, person.mobile, person.emergencyPhone, person.email]
  expect(secrets.filter((secret) => words.includes(secret) || file.includes(secret))).toEqual([])

  const passer = await stage.open()
  await passer.goto(qrCodeOf(file))
  await passer.getByText('证书有效').waitFor()
  await shows(passer.getByRole('main'), content.services[0]!.domain)
  await passer.goto('/verify')
  const choose = passer.getByTestId('certificate-file')
  await choose.setInputFiles({ name: 'certificate.pdf', mimeType: 'application/pdf', buffer: file })
  await passer.getByText('签名', { exact: false }).first().waitFor()
  await passer.getByText('证书有效').waitFor()
  const forged = Buffer.from(file)
  const at = Math.floor(forged.length / 3)
  forged[at] = forged[at]! ^ 1
  await choose.setInputFiles({ name: 'forged.pdf', mimeType: 'application/pdf', buffer: forged })
  await passer.getByText('文件已被改动').waitFor()
  await becomes(() => passer.getByText('证书有效').count(), 0)

  for (const q of [content.services[0]!.domain, number!, content.subject.name]) {
    await passer.goto(`/look-up?q=${encodeURIComponent(q)}`)
    await passer.getByText(`${number}-1`).first().waitFor()
  }
  const shown = await passer.getByRole('main').innerText()
  expect([...secrets, content.services[0]!.accesses[0]!.ipRanges[0]!.from, '云杉'].filter((secret) => shown.includes(secret))).toEqual([])

  const stranger = await registerOwnerOverHttp(stage)
  const [record] = (await caller.call('listOwnRecords')).rows
  const answer = await stranger.caller.ask('downloadCertificate', { params: { id: record!.certificates[0]!.id } })
  expect(answer.status).toBe(404)
  await becomes(async () => (await messagesTo(stage.stand, person.mobile)).some((message) => message.text.includes(confirmations[0]!.onScreen!.code)), true)
})
