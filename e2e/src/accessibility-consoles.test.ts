import { filingOf } from './cast/contents.js'
import { arrive, everyScreen, press, type Words } from './cast/every-screen.js'
import { sayWhy } from './cast/purpose.js'
import { exactly } from './cast/forms.js'
import { confirm, draftOf, finish, finishedOf, pass } from './cast/over-http.js'
import { picture, putAt } from './cast/paper-files.js'
import { providerCalled, registerOwnerOverHttp, staff } from './cast/people.js'

/** A window's name in the picture, the button that opens it, and the one that tries to send it empty. */
type Act = readonly [name: string, open: string, send?: string]

const providerActs = (words: Words): readonly Act[] => [
  ['pass', words('核实通过', 'Pass'), words('确认通过', 'Confirm the pass')], ['refuse', words('不予通过', 'Refuse'), words('确认不予通过', 'Confirm the refusal')],
  ['request', words('请求修改', 'Request a correction'), words('提出修改请求', 'Open the request')],
]
const reviewerActs = (words: Words): readonly Act[] => [
  ['approve', words('审核通过', 'Approve')], ['return', words('退回', 'Return')], ['refuse', words('不予通过', 'Refuse'), words('确认不予通过', 'Confirm the refusal')],
]

everyScreen('no screen of the provider console breaks a rule of accessibility', async (stage, judge, words, opening) => {
  const account = await registerOwnerOverHttp(stage)
  const id = await draftOf(account.caller, filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]]))
  const page = await stage.open({ ...opening, as: await staff(stage.stand, { provider: '云杉' }) })
  await arrive(page, '/queue')
  await account.caller.call('putPaper', { params: { id }, query: { purpose: '2', about: 'subject' }, body: (await picture(page, { says: 'ID', width: 640, height: 480, grain: 5 })).buffer })
  await finish(account.caller, id)
  for (const path of ['', 'queue', 'queue?q=nothing-has-this', 'cancellations', 'closed', 'notices', `filings/${id}`, 'no-such-page']) {
    await arrive(page, `/${path}`)
    await judge.look(page, `provider ${path.replace(id, 'one')}`)
  }
  await arrive(page, `/filings/${id}`)
  const look = page.getByRole('button', { name: words('查看：主办者证件', 'Look: Certificate of the owner') })
  await look.click()
  await judge.look(page, 'provider paper purpose')
  await sayWhy(page, words)
  await page.getByRole('dialog').getByRole('img').waitFor()
  await press(page, words('对照备案信息', 'Compare with what was filed'))
  await judge.look(page, 'provider paper viewer')
  await page.keyboard.press('Escape')
  await putAt(page, 'place-2-subject', await picture(page, { says: 'ID', width: 900, height: 640, grain: 5 }))
  await press(page, words('上传并更换', 'Hand in instead'))
  // From the top: further down the bar at the foot may cover half of a button, by how far the page was moved.
  await page.evaluate(() => window.scrollTo(0, 0))
  await judge.look(page, 'provider paper reason')
  await page.getByRole('combobox', { name: words('原因', 'Why') }).last().selectOption({ index: 1 })
  await press(page, words('上传并更换', 'Hand in instead'))
  const earlier = page.getByRole('list', { name: words('已更换或删除的图片', 'Earlier pictures') })
  await earlier.waitFor()
  await judge.look(page, 'provider paper earlier')
  await press(page, words('删除：主办者证件', 'Take away: Certificate of the owner'))
  await page.getByRole('dialog').waitFor()
  await judge.look(page, 'provider paper take away kept')
  await page.keyboard.press('Escape')
  const owner = await stage.open({ ...opening, as: account.caller })
  await arrive(owner, `/filing/browse/${id}`)
  await owner.getByRole('list', { name: words('已更换或删除的图片', 'Earlier pictures') }).waitFor()
  await judge.look(owner, 'owner paper earlier')
  for (const [name, open, send] of providerActs(words)) {
    await arrive(page, `/filings/${id}`)
    await press(page, open)
    await page.getByRole('dialog').waitFor()
    if (send) await page.getByRole('dialog').getByRole('button', { name: exactly(send) }).click()
    await judge.look(page, `provider window ${name}`)
  }
})

everyScreen('no screen of the administration’s console breaks a rule of accessibility', async (stage, judge, words, opening) => {
  const [account, rival] = [await registerOwnerOverHttp(stage), await registerOwnerOverHttp(stage)]
  const provider = await providerCalled(account.caller, '云杉')
  const content = filingOf(stage.identities, [[provider]])
  const id = await finishedOf(account.caller, content)
  const alike = filingOf(stage.identities, [[provider]])
  const otherId = await finishedOf(rival.caller, { ...alike, services: alike.services.map((service) => ({ ...service, name: content.services[0]!.name })) })
  await pass(await staff(stage.stand, { provider: '云杉' }), id)
  await confirm(account.caller, id)
  const page = await stage.open({ ...opening, as: await staff(stage.stand, { province: '110000' }) })
  for (const path of ['', 'queue', 'queue?q=nothing-has-this', 'filings', 'certificates', 'hollow', 'mediations', 'notices', `filings/${id}`, `filings/${id}/conflicts/${otherId}`]) {
    await arrive(page, `/${path}`)
    await judge.look(page, `administration ${path.replace(id, 'one').replace(otherId, 'other')}`)
  }
  for (const [name, open, send] of reviewerActs(words)) {
    await arrive(page, `/filings/${id}`)
    await press(page, open)
    await page.getByRole('dialog').waitFor()
    if (send) await page.getByRole('dialog').getByRole('button', { name: exactly(send) }).click()
    await judge.look(page, `administration window ${name}`)
  }
  const operator = await stage.open({ ...opening, as: await staff(stage.stand, { role: 'operator' }) })
  for (const path of ['switches', 'messages', 'messages?state=failed', 'providers', 'providers?q=nothing-has-this', 'administrations']) {
    await arrive(operator, `/${path}`)
    await judge.look(operator, `operator ${path}`)
  }
  await arrive(operator, '/providers')
  await press(operator, words('登记接入服务提供者', 'Enter a provider'))
  await operator.getByRole('dialog').getByRole('button', { name: exactly(words('登记', 'Enter')) }).click()
  await judge.look(operator, 'operator window provider')
  const auditor = await stage.open({ ...opening, as: await staff(stage.stand, { role: 'audit-administrator' }) })
  for (const path of ['audit/proof', 'audit/entries', 'audit/entries?actor=nobody-is-called-this', 'audit/breach-scope', 'audit/breach-scope?account=operator-sun&from=2026-01-01&to=2030-12-31']) {
    await arrive(auditor, `/${path}`)
    await judge.look(auditor, `audit administrator ${path}`)
  }
  await arrive(auditor, '/audit/entries?action=filing')
  await auditor.getByText(/^rows \(\d\)$/).first().click()
  await judge.look(auditor, 'audit administrator digests of an entry')
  await arrive(auditor, '/audit/proof')
  await press(auditor, words('立即验证', 'Verify now'))
  // A result of before is shown until the new run is known.
  await auditor.getByRole('heading', { name: exactly(words('正在验证', 'Verification under way')) }).waitFor()
  await auditor.getByRole('row').filter({ hasText: words('个人信息查看记录', 'Looks at personal data') }).waitFor({ timeout: 180_000 })
  await judge.look(auditor, 'audit administrator verified')
  await arrive(operator, '/blacklist')
  await judge.look(operator, 'operator blacklist')
  await press(operator, words('列入黑名单', 'Add to the blacklist'))
  await operator.getByRole('dialog').getByRole('button', { name: exactly(words('列入', 'Add')) }).click()
  await judge.look(operator, 'operator window blacklist')
  for (const path of ['rule-data', 'rule-data?q=nothing-has-this', 'rule-data/youngest-individual', 'code-tables', 'code-tables?table=natures', 'code-tables?table=divisions&province=330000&city=330100', 'code-tables?table=serverPlaces', 'working-days?year=2026', 'rules?q=W-1']) {
    await arrive(operator, `/${path}`)
    await judge.look(operator, `operator ${path}`)
  }
  const saveDraft = () => operator.getByRole('dialog').getByRole('button', { name: exactly(words('保存草稿', 'Save draft')) }).click()
  await arrive(operator, '/code-tables')
  await press(operator, words('添加代码', 'Add a code'))
  await saveDraft()
  await judge.look(operator, 'operator window code')
  await arrive(operator, '/rule-data/youngest-individual')
  await press(operator, words('起草变更', 'Draft a change'))
  await saveDraft()
  await judge.look(operator, 'operator window rule data')
  await arrive(operator, '/working-days?year=2026')
  await press(operator, words('变更 2026 年安排', 'Change 2026'))
  await saveDraft()
  await judge.look(operator, 'operator window working days')
  const security = await stage.open({ ...opening, as: await staff(stage.stand, { role: 'security-administrator' }) })
  await arrive(security, '/accounts')
  await judge.look(security, 'security administrator accounts')
})
