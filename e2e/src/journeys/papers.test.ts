import { expect } from '@jest/globals'
import type { PaperSlotView } from '@icp/contract'
import { filingOf } from '../cast/contents.js'
import { onItsSide, picture, putAt } from '../cast/paper-files.js'
import { confirm, draftOf, see } from '../cast/over-http.js'
import { Owner } from '../cast/owner.js'
import { providerCalled, registerOwnerOverHttp } from '../cast/people.js'
import { scene } from '../cast/play.js'
import { shows } from '../cast/shown.js'
import { sayWhy } from '../cast/purpose.js'
import { ProviderStaff, Reviewer } from '../cast/staff.js'

const listed = (slots: readonly PaperSlotView[], purpose: string) => slots.find((slot) => slot.purpose === purpose)!

scene('an owner hands in papers, a provider replaces one with a reason and adds its own, the administration looks, and the owner learns of it all', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const provider = await providerCalled(account.caller, '云杉')
  const content = filingOf(stage.identities, [[provider]])
  const [service] = content.services
  const id = await draftOf(account.caller, content)
  const owner = await Owner.at(stage, '/filing/entry/summary', account)
  const { page } = owner
  const papers = page.getByRole('region', { name: '材料' })
  await shows(papers, /尚未上传：主办者证件、主体负责人证件/)

  // A text file with the name of a picture is told before anything is sent.
  await putAt(page, 'place-2-subject', { name: 'paper.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture at all') })
  await shows(page.getByRole('listitem', { name: '主办者证件' }).getByRole('alert'), /文件不是完整的 JPG 或 PNG 图片/)

  // A photo of a phone, some megabytes and on its side: drawn upright, compressed to what the place takes, and without where it was taken.
  const photo = onItsSide(await picture(page, { says: '营业执照', width: 3200, height: 2400, grain: 30 }))
  expect(photo.buffer.length).toBeGreaterThan(1024 * 1024)
  expect(photo.buffer.length).toBeLessThan(4 * 1024 * 1024)
  await putAt(page, 'place-2-subject', photo)
  await shows(papers.getByRole('group', { name: '待上传的图片：主办者证件' }), /准备上传：JPG.*已压缩/s)
  await owner.press('上传', papers)
  await page.getByRole('button', { name: '查看：主办者证件' }).waitFor()
  await putAt(page, 'place-3-subject', await picture(page, { says: '身份证', width: 640, height: 400, type: 'image/png', grain: 0 }))
  await owner.press('上传', papers)
  await page.getByRole('button', { name: '查看：主体负责人证件' }).waitFor()
  const kept = listed((await account.caller.call('listPapers', { params: { id } })).slots, '2').papers[0]!
  expect(kept.height).toBeGreaterThan(kept.width)
  expect(kept.size).toBeLessThanOrEqual(100 * 1024)

  // What the filing has no place for any more is a stray, and can be taken away.
  const { version } = await see(account.caller, id)
  const withDomain = listed((await account.caller.call('listPapers', { params: { id } })).slots, 'domain-certificate')
  await putAt(page, `place-domain-certificate-services-${service!.id}`, await picture(page, { says: '域名证书', width: 700, height: 500 }))
  await owner.press('上传', papers)
  await page.getByRole('button', { name: `查看：${withDomain.title.zh}` }).waitFor()
  await account.caller.call('saveDraft', { params: { id }, body: { version, content: { ...content, services: [{ ...service!, domain: '' }] } } })
  await page.reload()
  const strays = page.getByRole('list', { name: '不再需要的材料' })
  await strays.getByRole('button', { name: `删除：${withDomain.title.zh}` }).click()
  await owner.press('删除', owner.dialog(`删除：${withDomain.title.zh}`))
  await strays.waitFor({ state: 'detached' })
  await account.caller.call('saveDraft', { params: { id }, body: { version: (await see(account.caller, id)).version, content } })
  await page.reload()
  await owner.heading('ICP备案信息汇总').waitFor()
  await page.getByRole('button', { name: '查看：主办者证件' }).waitFor()
  const reference = await owner.finish()

  const desk = await ProviderStaff.at(stage, '云杉')
  await desk.open(reference)
  const part = desk.page.getByRole('region', { name: '材料' })
  await shows(part, /打开图片须说明用途/)
  await part.getByRole('button', { name: '查看：主办者证件' }).click()
  await sayWhy(desk.page)
  const viewer = desk.dialog('主办者证件')
  const shown = viewer.getByRole('img', { name: '主办者证件' })
  await shown.waitFor()
  await viewer.getByRole('group', { name: /^图片/ }).focus()
  for (const key of ['+', '+', 'r']) await desk.page.keyboard.press(key)
  expect([await shown.getAttribute('data-zoom'), await shown.getAttribute('data-turns')]).toEqual(['2', '1'])
  await desk.press('对照备案信息', viewer)
  await shows(viewer.getByRole('group', { name: '备案信息：主体信息' }), content.subject.name)
  await desk.page.keyboard.press('Escape')
  await viewer.waitFor({ state: 'detached' })

  await part.getByRole('button', { name: '更换：主办者证件' }).waitFor()
  await putAt(desk.page, 'place-2-subject', await picture(desk.page, { says: '清晰的营业执照', width: 900, height: 1200, grain: 10 }))
  await part.getByRole('combobox', { name: /^原因/ }).selectOption({ label: '模糊不清' })
  await desk.press('上传并更换', part)
  await shows(part.getByRole('listitem', { name: '主办者证件' }), /原因：模糊不清/)
  const own = `services-${service!.id}-${provider.id}`
  for (const [place, name, says] of [[`place-1-${own}`, '真实性核验单', '核验单'], [`place-5-${own}`, '现场核验照片', '现场照片']] as const) {
    await putAt(desk.page, place, await picture(desk.page, { says, width: 800, height: 1000, grain: 10 }))
    await desk.press('上传', part)
    await part.getByRole('button', { name: `查看：${name}` }).waitFor()
  }
  await desk.pass()
  await confirm(account.caller, id)

  const reviewer = await Reviewer.at(stage)
  await reviewer.open(reference)
  const looked = reviewer.page.getByRole('region', { name: '材料' })
  await looked.getByRole('button', { name: '查看：现场核验照片' }).click()
  await sayWhy(reviewer.page)
  await reviewer.dialog('现场核验照片').getByRole('img', { name: '现场核验照片' }).waitFor()
  expect(await looked.getByRole('button', { name: /^更换/ }).count()).toBe(0)

  await page.goto(`/filing/browse/${id}`)
  await shows(page.getByRole('region', { name: '材料' }).getByRole('listitem', { name: '主办者证件' }), new RegExp(`${provider.name}于 .*原因：模糊不清`))
  const earlier = page.getByRole('region', { name: '材料' }).getByRole('list', { name: '已更换或删除的图片' })
  await shows(earlier, new RegExp(`${provider.name}于 .*更换，原因：模糊不清`))
  await earlier.getByRole('button', { name: '查看：主办者证件（较早的图片）' }).click()
  await page.getByRole('dialog', { name: '主办者证件' }).getByRole('img', { name: '主办者证件' }).waitFor()
  await page.keyboard.press('Escape')
  await page.goto('/account/data')
  await page.getByText('查看材料图片').first().waitFor()
  await page.goto('/notices')
  await page.getByText(`备案 ${reference} 的材料有变动`).first().waitFor()
})
