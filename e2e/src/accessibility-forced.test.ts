import { filingOf } from './cast/contents.js'
import { inDatabase } from './cast/database.js'
import { arrive, everyScreen, press } from './cast/every-screen.js'
import { exactly, field } from './cast/forms.js'
import { forcedGround, forceOverHttp, ownCancellation } from './cast/forcing.js'
import { approvedOf } from './cast/over-http.js'
import { providerCalled, registerOwnerOverHttp, staff } from './cast/people.js'

everyScreen('no screen of a cancellation by force breaks a rule of accessibility, for the administration, the providers and the owner', async (stage, judge, words, opening) => {
  const account = await registerOwnerOverHttp(stage)
  const [p1, p2] = [await providerCalled(account.caller, '云杉'), await providerCalled(account.caller, '珠江')]
  const [clerk, other, reviewing] = [await staff(stage.stand, { provider: '云杉' }), await staff(stage.stand, { provider: '珠江' }), await staff(stage.stand, { province: '110000' })]
  await approvedOf(account.caller, filingOf(stage.identities, [[p1], [p1, p2], [p1], [p1, p2]]), [clerk, other], reviewing)
  const [record] = (await account.caller.call('listOwnRecords')).rows
  const { id, number, services } = record!

  // One that was cut, and one that is late.
  await forceOverHttp(reviewing, id, services[0]!.number)
  const { rows } = await clerk.call('listCutOrders', { query: { cuts: 'open' } })
  await clerk.call('acknowledgeCuts', { body: { ids: rows.filter(({ serviceNumber }) => serviceNumber === services[0]!.number).map((order) => order.id) } })
  await forceOverHttp(reviewing, id, services[1]!.number)
  await inDatabase(stage.stand, `UPDATE cut_orders SET due_on = due_on - 60 WHERE service_number = $1`, [services[1]!.number], 2)
  const running = await ownCancellation(account.caller, number, services[2]!.number)

  const page = await stage.open({ ...opening, as: reviewing })
  await arrive(page, '/forced/new')
  await press(page, words('查找', 'Find'))
  await judge.look(page, 'force search too short')
  await arrive(page, '/forced/new?q=nobody-has-this.example')
  await judge.look(page, 'force nothing found')
  await arrive(page, `/forced/new?q=${services[3]!.domain}`)
  await page.getByRole('radio').first().waitFor()
  await judge.look(page, 'force found')
  await page.getByRole('radio', { name: new RegExp(`^${services[3]!.name}`) }).check()
  await page.getByRole('region', { name: words('将失效的内容', 'Everything that falls') }).waitFor()
  await judge.look(page, 'force consequences of a service')
  await page.getByRole('radio', { name: new RegExp(`^${words('整个主体', 'The whole subject')}`) }).check()
  await page.getByText(words(`主体备案号 ${number} 失效。`, `The subject’s number ${number} ends.`)).waitFor()
  const send = () => page.getByRole('main').getByRole('button', { name: exactly(words('强制注销', 'Cancel by force')) }).click()
  await send()
  await page.getByRole('alert').first().waitFor()
  await judge.look(page, 'force form error')
  await field(page, words('原因', 'Reason')).selectOption('unreachable')
  await field(page, words('依据', 'Ground')).fill(forcedGround)
  await page.getByRole('checkbox').first().check()
  await field(page, words('再次输入备案号', 'Type the number')).fill(number)
  await judge.look(page, 'force form filled')
  // A colleague was faster with one of the services.
  await forceOverHttp(reviewing, id, services[3]!.number)
  await send()
  await page.getByRole('button', { name: words('重新查看将失效的内容', 'Look again at what falls') }).waitFor()
  await judge.look(page, 'force changed meanwhile')
  await press(page, words('重新查看将失效的内容', 'Look again at what falls'))
  await page.getByRole('region', { name: words('将失效的内容', 'Everything that falls') }).getByText(services[3]!.domain).waitFor({ state: 'detached' })
  await judge.look(page, 'force shown anew')
  await field(page, words('再次输入备案号', 'Type the number')).fill(number)
  await send()
  await page.getByText(words(`${number} 已强制注销`, `${number} is cancelled by force`)).waitFor()
  await judge.look(page, 'force done')
  for (const path of ['forced', 'forced?cuts=open', 'forced?cuts=done', `forced/new?q=${number}`]) {
    await arrive(page, `/${path}`)
    await judge.look(page, `administration ${path.replace(number, 'cancelled')}`)
  }

  const cutting = await stage.open({ ...opening, as: clerk })
  await arrive(cutting, '/cuts')
  const row = cutting.getByRole('row').filter({ hasText: services[3]!.number })
  await row.getByRole('checkbox').check()
  await judge.look(cutting, 'provider cuts chosen')
  await cutting.getByRole('button', { name: words('确认已停止（1）', 'Acknowledge as cut (1)') }).click()
  await row.waitFor({ state: 'detached' })
  await judge.look(cutting, 'provider cuts acknowledged')
  await arrive(cutting, '/cuts?cuts=done')
  await judge.look(cutting, 'provider cuts done')

  const owner = await stage.open({ ...opening, as: account.caller })
  await arrive(owner, '/filing')
  await owner.getByText(forcedGround).first().waitFor()
  await judge.look(owner, 'owner cancelled by force')
  await arrive(owner, `/filing/progress/${running.id}`)
  await judge.look(owner, 'owner filing that ended with its record')
})
