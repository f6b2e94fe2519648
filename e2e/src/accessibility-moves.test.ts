import { filingOf } from './cast/contents.js'
import { arrive, everyScreen, press } from './cast/every-screen.js'
import { confirmOwn, proposedOf, recordOf, subjectWith } from './cast/moving.js'
import { approve, approvedOf, pass } from './cast/over-http.js'
import { providerCalled, registerOwnerOverHttp, staff } from './cast/people.js'

const provider = '云杉'

everyScreen('no screen of a website that moves to another subject breaks a rule of accessibility', async (stage, judge, words, opening) => {
  const [giving, receiving] = [await subjectWith(stage, provider, 1), await subjectWith(stage, provider, 1)]
  const giver = await stage.open({ ...opening, as: giving.account.caller })
  await arrive(giver, '/filing/start')
  await giver.getByRole('radio', { name: words('把一个网站交给另一个主体', 'Hand a website over to another subject') }).check()
  await judge.look(giver, 'finder move chosen')
  await arrive(giver, '/filing/move-website')
  await giver.getByRole('radio').first().check()
  await press(giver, words('提出迁移', 'Propose the move'))
  await giver.getByRole('alert').first().waitFor()
  await judge.look(giver, 'move error')

  const id = await proposedOf(giving, receiving)
  await arrive(giver, `/filing/progress/${id}`)
  await judge.look(giver, 'progress asked giving')
  const receiver = await stage.open({ ...opening, as: receiving.account.caller })
  await arrive(receiver, '/filing')
  await receiver.getByRole('link', { name: words('查看并答复', 'See and answer') }).first().waitFor()
  await judge.look(receiver, 'home asked receiving')
  await receiver.getByRole('link', { name: words('查看并答复', 'See and answer') }).first().click()
  await receiver.getByRole('button', { name: words('同意接收', 'Agree to receive'), exact: true }).waitFor()
  await judge.look(receiver, 'progress asked receiving')
  await press(receiver, words('同意接收', 'Agree to receive'))
  const asked = receiver.getByRole('alertdialog')
  await asked.waitFor()
  await judge.look(receiver, 'agree window')
  await asked.getByRole('checkbox').check()
  await asked.getByRole('button', { name: words('同意接收', 'Agree to receive'), exact: true }).click()
  await asked.waitFor({ state: 'detached' })

  const firm = await staff(stage.stand, { provider })
  const workbench = await stage.open({ ...opening, as: firm })
  await arrive(workbench, `/filings/${id}`)
  await judge.look(workbench, 'workbench move')
  await press(workbench, words('核实通过', 'Pass'))
  await workbench.getByRole('dialog').getByRole('checkbox').first().waitFor()
  await judge.look(workbench, 'pass-window move')
  await pass(firm, id)
  await confirmOwn(giving, id)
  await confirmOwn(receiving, id)

  const administration = await staff(stage.stand, { province: '110000' })
  const desk = await stage.open({ ...opening, as: administration })
  await arrive(desk, `/filings/${id}`)
  await judge.look(desk, 'desk move')
  await press(desk, words('审核通过', 'Approve'))
  await desk.getByRole('dialog').waitFor()
  await judge.look(desk, 'approve-window move')
  await approve(administration, id)

  for (const [page, side] of [[giver, 'giving'], [receiver, 'receiving']] as const) {
    await arrive(page, `/filing/progress/${id}`)
    await judge.look(page, `progress approved ${side}`)
    await arrive(page, '/filing')
    await judge.look(page, `home approved ${side}`)
  }
  const ended = (await recordOf(giving)).services[0]!.number
  const visitor = await stage.open(opening)
  await visitor.goto(`/look-up?q=${encodeURIComponent(ended)}`)
  await visitor.getByText(words('迁移至其他主体', 'moved to another subject')).first().waitFor()
  await judge.look(visitor, 'look-up moved')
})

everyScreen('what a provider serves, and the end of an access that it applies for, meet no barrier', async (stage, judge, words, opening) => {
  const account = await registerOwnerOverHttp(stage)
  const [clerk, reviewer] = [await staff(stage.stand, { provider: '云杉' }), await staff(stage.stand, { province: '110000' })]
  const content = filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]])
  await approvedOf(account.caller, content, [clerk], reviewer)
  const page = await stage.open({ ...opening, as: clerk })
  const { domain } = content.services[0]!
  await arrive(page, `/served?q=${domain}`)
  await judge.look(page, 'accesses in force')
  await page.getByRole('row').getByRole('button').first().click()
  await page.getByRole('dialog').getByRole('button', { name: words('提交申请', 'Apply') }).click()
  await judge.look(page, 'window that ends an access')
  await page.locator('#end-reason').selectOption('1')
  await page.locator('#end-note').fill(words('服务合同到期', 'The contract has ended'))
  await page.getByRole('dialog').getByRole('button', { name: words('提交申请', 'Apply') }).click()
  await page.getByRole('status').getByRole('link').waitFor()
  await judge.look(page, 'access that is ending')
  const [row] = (await account.caller.call('listFilings', { query: { kind: 'cancel-access' } })).rows
  const owner = await stage.open({ ...opening, as: account.caller })
  await arrive(owner, `/filing/progress/${row!.id}`)
  await judge.look(owner, 'progress of what the provider applied for')
  const desk = await stage.open({ ...opening, as: reviewer })
  await arrive(desk, `/filings/${row!.id}`)
  await judge.look(desk, 'review of what the provider applied for')
})
