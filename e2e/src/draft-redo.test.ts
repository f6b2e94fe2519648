import { expect } from '@jest/globals'
import { filingOf } from './cast/contents.js'
import { inDatabase } from './cast/database.js'
import { Judge } from './cast/judge.js'
import { draftOf } from './cast/over-http.js'
import { Owner } from './cast/owner.js'
import { providerCalled, registerOwnerOverHttp } from './cast/people.js'
import { scene } from './cast/play.js'

const words = {
  'zh-CN': { title: '备案规则已更新，草稿有 1 处需要修改', change: '修改主体信息', step: '主体信息', investor: '投资人或主管单位', summary: 'ICP备案信息汇总' },
  en: { title: 'The filing rules have changed. Things to redo in your draft: 1', change: 'Change the subject', step: 'Subject', investor: 'Investor or superior unit', summary: 'ICP filing information summary' },
} as const

for (const language of ['zh-CN', 'en'] as const) {
  const said = words[language]
  scene(`a draft that is opened under newer rules says what to redo, leads there, and says nothing more once it is done: ${language}`, async (stage) => {
    const account = await registerOwnerOverHttp(stage)
    const content = filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]])
    const id = await draftOf(account.caller, { ...content, subject: { ...content.subject, investor: '' } })
    // As when the draft was last saved under rules that did not ask for an investor yet.
    await inDatabase(stage.stand, `UPDATE filings SET draft_check = draft_check || '{"rules": "older", "known": []}' WHERE id = $1`, [id], 1)
    const judge = new Judge(language)
    const { page } = await Owner.at(stage, '/filing/entry/summary', account, { language })
    await page.getByRole('heading', { level: 1, name: said.summary }).waitFor()
    await page.getByText(said.title).waitFor()
    await judge.look(page, 'redo on the summary')
    await page.getByRole('link', { name: said.change, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: said.step }).waitFor()
    await page.getByText(said.title).waitFor()
    const investor = page.getByLabel(said.investor, { exact: true })
    await page.waitForFunction((element) => element?.getAttribute('aria-invalid') === 'true', await investor.elementHandle())
    await judge.look(page, 'redo on the subject')
    await investor.fill('示例投资人')
    await page.getByText(said.title).waitFor({ state: 'detached' })
    expect(judge.faults).toEqual([])
  })
}
