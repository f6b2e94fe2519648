import { filingOf } from './cast/contents.js'
import { arrive, everyScreen, press } from './cast/every-screen.js'
import { approvedOf, confirm, finishedOf, pass, see } from './cast/over-http.js'
import { type OwnerAccount, providerCalled, registerOwnerOverHttp, staff } from './cast/people.js'
import type { Stage } from './cast/play.js'

const contentFor = async (stage: Stage, account: OwnerAccount) => filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')], [await providerCalled(account.caller, '珠江')]])
const bothProviders = async (stage: Stage) => [await staff(stage.stand, { provider: '云杉' }), await staff(stage.stand, { provider: '珠江' })]

everyScreen('no screen of a filing on its way breaks a rule of accessibility', async (stage, judge, words, opening) => {
  const account = await registerOwnerOverHttp(stage)
  const content = await contentFor(stage, account)
  const id = await finishedOf(account.caller, content)
  const { version } = await see(account.caller, id)
  const p1 = await providerCalled(account.caller, '云杉')
  const request = await account.caller.call('openCorrectionRequest', { params: { id }, body: { version, fields: ['subject.address'], reason: '楼号写错', providerId: p1.id } })
  const page = await stage.open({ ...opening, as: account.caller })
  for (const path of ['filing', 'filing/browse', `filing/browse/${id}`, 'filing/progress', `filing/progress/${id}`, `filing/entry/done/${id}`, 'filing/certificate', 'notices']) {
    await arrive(page, `/${path}`)
    await judge.look(page, `${path.replace(id, 'one')} with-providers`)
  }
  await page.goto(`/filing/browse/${id}`)
  await press(page, words('请求修改', 'Request a correction'))
  await judge.look(page, 'request-window empty')
  await press(page, words('发送请求', 'Send the request'))
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await judge.look(page, 'request-window error')

  const [first, second] = await bothProviders(stage)
  const now = await see(first!, id)
  await first!.call('correctFiling', { params: { id }, body: { version: now.version, requestId: request.id, reason: '按请求更正', content: { ...now.content, subject: { ...content.subject, address: '示例街道示例路 9 号' } } as never } })
  await pass(first!, id)
  await pass(second!, id)
  await page.goto(`/filing/progress/${id}`)
  await page.getByTestId('on-screen-confirmation-code').waitFor()
  await judge.look(page, 'progress awaiting-confirmation')
  await page.goto(`/filing/browse/${id}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await judge.look(page, 'browse corrected')
  const { confirmations } = await see(account.caller, id)
  const person = await stage.open(opening)
  await person.goto(new URL(confirmations[0]!.onScreen!.link).pathname)
  await person.locator('#confirm-code').waitFor()
  await judge.look(person, 'confirm waiting')
  await person.getByRole('button', { name: words('确认核验', 'Confirm') }).click()
  await person.getByRole('alert').waitFor()
  await judge.look(person, 'confirm error')
  await confirm(account.caller, id)
  await person.reload()
  await judge.look(person, 'confirm done')
})

everyScreen('no screen of a record in force breaks a rule of accessibility', async (stage, judge, words, opening) => {
  const account = await registerOwnerOverHttp(stage)
  const content = await contentFor(stage, account)
  const id = await approvedOf(account.caller, content, await bothProviders(stage), await staff(stage.stand, { province: '110000' }))
  const page = await stage.open({ ...opening, as: account.caller })
  for (const path of ['filing', 'filing/entry', `filing/progress/${id}`, 'filing/certificate', 'filing/start', 'filing/cancel-subject', 'filing/cancel-website', 'filing/cancel-access', 'notices', 'account', '']) {
    await arrive(page, `/${path}`)
    await judge.look(page, `${path.replace(id, 'one')} in-force`)
  }
  await page.goto('/filing/cancel-subject')
  await press(page, words('申请注销主体', 'Apply to cancel the subject'))
  await page.getByRole('alert').waitFor()
  await judge.look(page, 'cancel-subject error')
  await page.goto('/filing/cancel-website')
  await page.getByRole('radio').first().check()
  await judge.look(page, 'cancel-website chosen')
  await page.goto('/filing/cancel-access')
  await page.getByRole('radio').first().check()
  await judge.look(page, 'cancel-access chosen')
  await page.goto('/filing/start')
  await page.getByRole('radio', { name: words('已备案的网站要增加一家接入商', 'Have a filed website served by one more provider') }).check()
  await judge.look(page, 'start chosen')
  const [record] = (await account.caller.call('listOwnRecords')).rows
  await page.goto(`/verify/${record!.certificates[0]!.code}`)
  await page.getByText(words('证书有效', 'This certificate is valid')).waitFor()
  await judge.look(page, 'verify valid')
})
