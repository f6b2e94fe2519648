import { addDays, addWorkingDays, daysOff, isWeekend, statutoryCalendar, statutoryDayCount, statutoryHolidays, withYears, type WorkingYear } from '@icp/domain'
import type { Locator, Page } from 'playwright-core'
import { filingOf } from '../cast/contents.js'
import { inDatabase } from '../cast/database.js'
import { exactly, field } from '../cast/forms.js'
import { confirm, finishedOf, pass, see } from '../cast/over-http.js'
import { Owner } from '../cast/owner.js'
import { providerCalled, registerOwnerOverHttp, staff } from '../cast/people.js'
import { scene } from '../cast/play.js'
import { Reviewer } from '../cast/staff.js'

const press = (scope: Page | Locator, name: string) => scope.getByRole('button', { name: exactly(name) }).last().click()

/** The first year that no release knows. */
const year = Math.max(...statutoryCalendar.publishedYears) + 1

/** A made-up notice of it: the festivals somewhere in their weeks, and Sundays of summer to make up for what is beyond the law's days. */
const notice = ((): WorkingYear => {
  const spans = [['01-01', '01-01'], ['02-06', '02-12'], ['04-04', '04-06'], ['05-01', '05-05'], ['06-10', '06-12'], ['09-15', '09-17'], ['10-01', '10-07']] as const
  const periods = spans.map(([from, to], at) => ({ holiday: statutoryHolidays[at]!.id, from: `${year}-${from}`, to: `${year}-${to}` }))
  const beyond = daysOff({ periods }).filter((day) => !isWeekend(day)).length - statutoryDayCount(year)
  const summer = Array.from({ length: 92 }, (_, at) => addDays(`${year}-07-01`, at)).filter(isWeekend)
  return { year, periods, makeUpDays: summer.slice(0, beyond) }
})()

const inWords = (day: string): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** The operator types the notice, reads what it would do to due days, and publishes. */
async function publishYear(page: Page): Promise<void> {
  await page.goto(`/working-days?year=${year}`)
  await page.getByText('该年份的放假安排尚未发布', { exact: false }).waitFor()
  await page.getByRole('button', { name: exactly(`录入 ${year} 年安排`) }).first().click()
  const window = page.getByRole('dialog', { name: `${year} 年工作日安排` })
  for (const [index, { from, to }] of notice.periods.entries()) {
    await field(window, `第一天 ${index + 1}`).fill(from)
    await field(window, `最后一天 ${index + 1}`).fill(to)
  }
  for (const [index, day] of notice.makeUpDays.entries()) {
    await press(window, '添加补班日')
    await field(window, `补班日 ${index + 1}`).fill(day)
  }
  await window.getByText('与法定节假日天数一致', { exact: false }).waitFor()
  await field(window, '依据').fill('国办发明电〔2026〕示例号')
  await press(window, '保存草稿')
  await page.getByText(/按工作日计时的备案，其中 [1-9]\d* 件的到期日会改变/).waitFor()
  await press(page, '发布')
  await press(page.getByRole('alertdialog', { name: '发布' }), '发布')
  await page.getByText('已发布。所有期限即按新安排计算。').waitFor()
}

scene('the operator publishes the working days of a year; the due day of a review moves at the next look and is provisional no more', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const id = await finishedOf(account.caller, filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]]))
  await pass(await staff(stage.stand, { provider: '云杉' }), id)
  await confirm(account.caller, id)
  const since = `${year - 1}-12-20`
  await inDatabase(stage.stand, 'UPDATE filings SET review_since = $2 WHERE id = $1', [id, `${since}T04:00:00.000Z`], 1)
  const owner = await Owner.at(stage, `/filing/progress/${id}`, account)
  await owner.page.getByText(inWords(addWorkingDays(since, 20).day), { exact: false }).first().waitFor()
  await owner.page.getByText('下一年度节假日安排尚未公布，日期为暂定。').first().waitFor()

  await publishYear(await stage.open({ as: await staff(stage.stand, { role: 'operator' }) }))

  const due = addWorkingDays(since, 20, withYears(statutoryCalendar, [notice])).day
  await owner.page.reload()
  await owner.page.getByText(inWords(due), { exact: false }).first().waitFor()
  await owner.page.getByText('下一年度节假日安排尚未公布，日期为暂定。').waitFor({ state: 'detached' })
  const { reference } = await see(account.caller, id)
  const reviewer = await Reviewer.at(stage)
  await reviewer.open(reference!)
  await reviewer.page.getByText(inWords(due), { exact: false }).first().waitFor()
})
