import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { filingOf } from './cast/contents.js'
import { exactly } from './cast/forms.js'
import { Judge } from './cast/judge.js'
import { confirm, finishedOf, pass } from './cast/over-http.js'
import { providerCalled, registerOwnerOverHttp, staff } from './cast/people.js'
import { scene } from './cast/play.js'

const press = (page: Page, name: string) => page.getByRole('button', { name: exactly(name) }).first().click()

for (const language of ['zh-CN', 'en'] as const) for (const width of [1280, 360]) {
  const words = (zh: string, en: string) => (language === 'en' ? en : zh)

  scene(`Provider console: no screen breaks a rule of accessibility, in ${language} at ${width} pixels`, async (stage) => {
    const judge = new Judge(`${language}.${width}`)
    const account = await registerOwnerOverHttp(stage)
    const provider = await staff(stage.stand, { provider: '云杉' })
    const id = await finishedOf(account.caller, filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]]))
    const page = await stage.open({ language, width, as: provider })
    for (const path of ['', 'queue', 'queue?q=nothing-has-this', 'cancellations', 'closed', 'notices', `filings/${id}`, 'no-such-page']) {
      await page.goto(`/${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await judge.look(page, `provider ${path.replace(id, 'one')}`)
    }
    for (const [act, send] of [[words('核实通过', 'Pass'), undefined], [words('不予通过', 'Refuse'), words('确认不予通过', 'Confirm the refusal')], [words('请求修改', 'Request a correction'), words('提出修改请求', 'Open the request')]] as const) {
      await page.goto(`/filings/${id}`)
      await press(page, act)
      await page.getByRole('dialog').waitFor()
      if (send) await page.getByRole('dialog').getByRole('button', { name: exactly(send) }).click()
      await judge.look(page, `provider window ${send ? 'error' : ''} ${['核实通过', 'Pass'].includes(act) ? 'pass' : ['不予通过', 'Refuse'].includes(act) ? 'refuse' : 'request'}`)
    }
    expect(judge.faults).toEqual([])
  }, { within: 240_000 })

  scene(`Administration console: no screen breaks a rule of accessibility, in ${language} at ${width} pixels`, async (stage) => {
    const judge = new Judge(`${language}.${width}`)
    const account = await registerOwnerOverHttp(stage)
    const id = await finishedOf(account.caller, filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]]))
    await pass(await staff(stage.stand, { provider: '云杉' }), id)
    await confirm(account.caller, id)
    const page = await stage.open({ language, width, as: await staff(stage.stand, { province: '110000' }) })
    for (const path of ['', 'queue', 'queue?q=nothing-has-this', 'filings', 'certificates', 'notices', `filings/${id}`]) {
      await page.goto(`/${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await judge.look(page, `administration ${path.replace(id, 'one')}`)
    }
    const acts = { approve: [words('审核通过', 'Approve'), ''], return: [words('退回', 'Return'), ''], refuse: [words('不予通过', 'Refuse'), words('确认不予通过', 'Confirm the refusal')] }
    for (const [name, [act, send]] of Object.entries(acts)) {
      await page.goto(`/filings/${id}`)
      await press(page, act!)
      await page.getByRole('dialog').waitFor()
      if (send) await page.getByRole('dialog').getByRole('button', { name: exactly(send) }).click()
      await judge.look(page, `administration window ${name}`)
    }
    const operator = await stage.open({ language, width, as: await staff(stage.stand, { role: 'operator' }) })
    for (const path of ['switches', 'messages', 'messages?q=13900000000', 'accounts']) {
      await operator.goto(`/${path}`)
      await operator.getByRole('heading', { level: 1 }).waitFor()
      await judge.look(operator, `operator ${path}`)
    }
    expect(judge.faults).toEqual([])
  }, { within: 240_000 })
}
