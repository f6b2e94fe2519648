import { filingOf } from '../cast/contents.js'
import { inDatabase, tamper } from '../cast/database.js'
import { exactly } from '../cast/forms.js'
import { finishedOf } from '../cast/over-http.js'
import { providerCalled, registerOwnerOverHttp, staff } from '../cast/people.js'
import { scene } from '../cast/play.js'

/** A verification is a job, which waits for its turn and then reads everything. */
const patience = { timeout: 300_000 }

// Other journeys let time pass in the same database, so that only what is said of the audit entries is held here.
scene('the audit administrator verifies the audit; of an entry changed behind the system the page names the place, and none once it is put back', async (stage) => {
  const account = await registerOwnerOverHttp(stage)
  const id = await finishedOf(account.caller, filingOf(stage.identities, [[await providerCalled(account.caller, '云杉')]]))
  const page = await stage.open({ as: await staff(stage.stand, { role: 'audit-administrator' }) })
  const row = page.getByRole('row').filter({ hasText: '每条记录的内容与其摘要一致' })
  // Each result differs from the one before, so that it can only be the new one's.
  const verified = async (result: string) => {
    await page.getByRole('button', { name: exactly('立即验证') }).click()
    await row.getByText(result, { exact: true }).waitFor(patience)
  }
  await page.goto('/audit/proof')
  await verified('一致')

  const [entry] = await inDatabase<{ position: number }>(stage.stand, `SELECT position FROM audit_entries WHERE filing_id = $1 AND action = 'filing.finish'`, [id])
  const rename = (from: string, to: string) =>
    tamper(stage.stand, 'UPDATE audit_entries SET action = $3 WHERE filing_id = $1 AND position = $2 AND action = $4', [id, entry?.position, to, from])
  await rename('filing.finish', 'filing.create')
  try {
    await verified('1 处不一致')
    await page.getByRole('alert').getByText(`filing:${id} #${entry?.position}`).waitFor()
  } finally {
    await rename('filing.create', 'filing.finish')
  }
  await verified('一致')
}, { within: 1_200_000 })
