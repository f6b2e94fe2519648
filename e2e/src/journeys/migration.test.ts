import { expect } from '@jest/globals'
import { field } from '../cast/forms.js'
import { confirmOwn, proposedOf, recordOf, subjectWith } from '../cast/moving.js'
import { see } from '../cast/over-http.js'
import { Owner } from '../cast/owner.js'
import { scene } from '../cast/play.js'
import { ProviderStaff, Reviewer } from '../cast/staff.js'

const provider = '云杉'

scene('a website moves to another subject: its owner proposes, the other agrees, and the public finds it under the new number', async (stage) => {
  const giving = await subjectWith(stage, provider, 2)
  const receiving = await subjectWith(stage, provider, 1)
  const [from, to] = [await recordOf(giving), await recordOf(receiving)]
  const [moving] = from.services

  const giver = await Owner.at(stage, '/filing/start', giving.account)
  await giver.page.getByRole('radio', { name: '把一个网站交给另一个主体' }).check()
  await giver.page.getByRole('region', { name: '迁移网站' }).getByRole('link', { name: '继续' }).click()
  await giver.heading('迁移网站').waitFor()
  await giver.page.getByRole('radio', { name: new RegExp(`^${moving!.name}`) }).check()
  await field(giver.page, '接收主体备案号').fill(to.number)
  await giver.page.getByRole('checkbox', { name: /已过户至接收主体/ }).check()
  await giver.press('提出迁移')
  await giver.press('提出迁移', giver.page.getByRole('alertdialog'))
  await giver.page.waitForURL(/\/filing\/progress\/[0-9a-f-]{36}/)
  const id = giver.page.url().split('/').at(-1) ?? ''
  await giver.page.getByText('待接收方同意').first().waitFor()
  await giver.page.getByText('接收方同意后显示。').waitFor()

  const receiver = await Owner.at(stage, '/filing', receiving.account)
  await receiver.page.getByRole('link', { name: '查看并答复' }).first().click()
  await receiver.page.getByRole('region', { name: '迁出主体' }).getByText(from.name).waitFor()
  await receiver.press('同意接收')
  const asked = receiver.page.getByRole('alertdialog')
  await asked.getByRole('checkbox').check()
  await receiver.press('同意接收', asked)
  await receiver.page.getByText('待接入商核实').first().waitFor()

  const { reference } = await see(giving.account.caller, id)
  const staffed = await ProviderStaff.at(stage, provider)
  await staffed.open(reference!)
  await staffed.page.getByRole('region', { name: '接收主体' }).getByText(to.name).waitFor()
  await staffed.pass()
  await confirmOwn(giving, id)
  await confirmOwn(receiving, id)

  const reviewer = await Reviewer.at(stage)
  await reviewer.open(reference!)
  await reviewer.page.getByRole('region', { name: '接收主体' }).getByText(to.number).first().waitFor()
  await reviewer.approve()
  const next = `${to.number}-2`
  await receiver.page.getByText(`迁移完成，新备案号 ${next}`).waitFor()

  expect((await recordOf(giving)).services.map(({ state, movedTo }) => [state, movedTo ?? null])).toEqual([['cancelled', next], ['in-force', null]])
  expect((await recordOf(receiving)).certificates.map(({ version, state }) => [version, state])).toEqual([[2, 'current'], [1, 'replaced']])
  const visitor = await stage.open()
  await visitor.goto(`/look-up?q=${encodeURIComponent(moving!.number)}`)
  await visitor.getByText(/迁移至其他主体/).waitFor()
  await visitor.getByRole('link', { name: next }).click()
  await visitor.getByRole('listitem').filter({ hasText: next }).getByText(to.name).waitFor()
})

scene('a receiving owner who declines says why, and the website stays where it is', async (stage) => {
  const giving = await subjectWith(stage, provider, 1)
  const receiving = await subjectWith(stage, provider, 1)
  const id = await proposedOf(giving, receiving)
  const receiver = await Owner.at(stage, `/filing/progress/${id}`, receiving.account)
  await receiver.press('不同意接收')
  const dialog = receiver.dialog('不同意接收')
  await field(dialog, '原因').fill('域名尚未过户')
  await receiver.press('不同意接收', dialog)
  await receiver.page.getByText('未通过').first().waitFor()
  const giver = await Owner.at(stage, `/filing/progress/${id}`, giving.account)
  await giver.page.getByText('域名尚未过户').first().waitFor()
  expect((await recordOf(giving)).services.map(({ state }) => state)).toEqual(['in-force'])
})
