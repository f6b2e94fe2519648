import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { filingOf } from './cast/contents.js'
import { arrive } from './cast/every-screen.js'
import { draftOf } from './cast/over-http.js'
import { providerCalled, registerOwnerOverHttp } from './cast/people.js'
import { scene } from './cast/play.js'

/** All that the portal has put into the browser and that outlives the page. */
const storedIn = (page: Page): Promise<string> => page.evaluate(async () => {
  const databases = await indexedDB.databases()
  const caches = await window.caches.keys()
  return JSON.stringify({ local: { ...localStorage }, session: { ...sessionStorage }, databases, caches, cookie: document.cookie })
})

scene('nothing personal is left in the browser: not while somebody works, and after logging off not even on the way back', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const content = filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]])
  await draftOf(account.caller, content)
  const secrets = [account.userName, account.mobile, account.email, account.certificateNumber, content.subject.certificateNumber, content.subject.person.mobile, content.subject.name]
  const page = await stage.open({ as: account.caller })
  for (const path of ['filing/entry/subject', 'filing/entry/websites', 'filing/entry/summary', 'account', 'filing']) {
    await arrive(page, `/${path}`)
    const stored = await storedIn(page)
    for (const secret of secrets) expect([path, secret, stored.includes(secret)]).toEqual([path, secret, false])
  }
  await page.getByRole('button', { name: /^账号：/ }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.waitForURL(/\/log-on/)
  await page.goBack()
  await page.waitForURL(/\/log-on/)
  const shown = await page.evaluate(() => document.body.innerText)
  for (const secret of secrets) expect([secret, shown.includes(secret)]).toEqual([secret, false])
})
