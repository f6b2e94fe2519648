import { expect } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import { markup } from './cast/markup.js'
import { MarkedFiling } from './cast/marked-filing.js'
import { drawingMarkup, MarkupWatch, watching } from './cast/markup-watch.js'
import { arrive } from './cast/every-screen.js'
import { confirm, pass, wholeSheet } from './cast/over-http.js'
import { textOf } from './cast/paper.js'
import { messagesTo, staff } from './cast/people.js'
import { scene, type Stage } from './cast/play.js'

const full = process.env['ICP_DRILL'] === 'full'
const rounds = full ? markup.length : 1

/** Tells the command that asked for the drill what was counted. */
function report(figure: string): void {
  const file = process.env['ICP_DRILL_FIGURE']
  if (file) writeFileSync(file, figure)
}

interface Round {
  readonly stage: Stage
  readonly watch: MarkupWatch
  readonly filing: MarkedFiling
}

const rotated = (by: number) => [...markup.slice(by), ...markup.slice(0, by)]

/** The draft as its owner types it, on every step. */
async function enter({ stage, watch, filing }: Round): Promise<void> {
  const findings = await filing.mark()
  const page = await stage.open({ as: filing.owner.caller, script: watching })
  for (const step of ['subject', 'websites', 'summary']) {
    await arrive(page, `/filing/entry/${step}`)
    await watch.look(page, `entry ${step}`)
  }
  await page.context().close()
  await filing.finish(findings)
}

/** Everything that the parties write to one another on the way to a number, in the order of a filing that comes back once. */
async function write({ stage, filing }: Omit<Round, 'watch'>): Promise<void> {
  const [provider, reviewer, owner] = [await staff(stage.stand, { provider: '云杉' }), await staff(stage.stand, { province: '110000' }), filing.owner.caller]
  const params = { id: filing.id }
  const fields = ['subject.remark']
  const declined = (await filing.say(owner, 'openCorrectionRequest', (version, reason) => ({ params, body: { version, fields, reason } }))).body as { id: string }
  await filing.say(provider, 'declineCorrectionRequest', (version, answer) => ({ params: { ...params, requestId: declined.id }, body: { version, answer } }))
  const { id: requestId } = (await filing.say(provider, 'openCorrectionRequest', (version, reason) => ({ params, body: { version, fields, reason } }))).body as { id: string }
  const content = (await filing.see()).content
  await filing.say(provider, 'correctFiling', (version, text) => ({ params, body: { version, requestId, reason: text, content: { ...content, subject: { ...(content as typeof filing.content).subject, remark: `${text} ` + version } } } }))
  await filing.say(provider, 'revealField', (_, note) => ({ params, body: { path: 'subject.person.mobile', reason: 'verify', note } }), false)
  const whole = await wholeSheet(provider, filing.id)
  const sheet = whole.map((line) => (line.rule === 'V-15' ? { ...line, answer: 'does-not-apply' as const, reason: filing.next() } : line))
  await filing.say(provider, 'passFiling', (version, remark) => ({ params, body: { version, remark, sheet } }))
  await confirm(owner, filing.id)
  await filing.say(reviewer, 'returnFiling', (version, opinion) => ({ params, body: { version, opinion, findings: [{ path: 'subject.name', reason: filing.next(), suggestion: filing.next() }] } }))
  await pass(provider, filing.id)
  await confirm(owner, filing.id)
}

/** Every page of the three portals on which any of it stands. */
async function lookAround({ stage, watch, filing }: Round): Promise<void> {
  const approved = (await filing.see()).result
  const { id, owner } = filing
  const [record] = (await owner.caller.call('listOwnRecords')).rows
  const asked = encodeURIComponent(filing.next())
  const [provider, reviewer, operator] = [await staff(stage.stand, { provider: '云杉' }), await staff(stage.stand, { province: '110000' }), await staff(stage.stand, { role: 'operator' })]
  const views = [
    { as: owner.caller, paths: ['filing', `filing/browse/${id}`, `filing/browse/${id}?revision=1`, `filing/progress/${id}`, `filing/progress?q=${asked}`, 'filing/certificate', 'filing/cancel-website', 'notices', 'account'] },
    { as: provider, paths: [`filings/${id}`, `queue?q=${asked}`, 'closed', 'notices'] },
    { as: reviewer, paths: [`filings/${id}`, 'filings', `queue?q=${asked}`, 'certificates', 'notices'] },
    { as: operator, paths: ['messages'] },
    { paths: [`look-up?q=${approved ? encodeURIComponent(approved.subjectNumber) : asked}`, `look-up?q=${asked}`, ...(record ? [`verify/${record.certificates[0]!.code}`] : [])] },
  ]
  for (const { as, paths } of views) {
    const page = await stage.open({ ...(as ? { as } : {}), script: watching })
    for (const path of paths) {
      await arrive(page, `/${path}`)
      await watch.look(page, `${as?.portal ?? 'public'} ${path.replace(id, 'one').replace(asked, '…')}`)
    }
    await page.context().close()
  }
}

/** Mails have no markup of their own, so a program that reads them shows them as text; the paper carries what was filed, letter for letter. */
async function readPaper({ stage, filing }: Omit<Round, 'watch'>): Promise<void> {
  const [record] = (await filing.owner.caller.call('listOwnRecords')).rows
  const { text } = await filing.owner.caller.ask('downloadCertificate', { params: { id: record!.certificates[0]!.id } })
  expect(text.startsWith('%PDF')).toBe(true)
  const page = await stage.open({ as: filing.owner.caller })
  const bytes = await page.request.get(`${stage.stand.owner}/api/certificates/${record!.certificates[0]!.id}/pdf`)
  const paper = await textOf(await bytes.body())
  expect(paper).toContain(((await filing.see()).content as typeof filing.content).subject.name.replaceAll(/\s/g, ''))
  const operator = await staff(stage.stand, { role: 'operator' })
  for (const { id } of await messagesTo(stage.stand, filing.owner.email)) {
    const mail = JSON.stringify(await operator.call('revealMessage', { params: { id }, body: { reason: 'delivery', note: '逐字检查' } }))
    expect(mail).not.toMatch(/<(?:img|script|svg|html)/i)
  }
}

scene('what is typed into a filing, and written about it, is text on every page of the three portals: nothing of it runs', async (stage) => {
  const watch = new MarkupWatch()
  let [taken, refused] = [0, 0]
  for (let round = 0; round < rounds; round += 1) {
    const filing = await MarkedFiling.draft(stage, '云杉', rotated(round))
    await enter({ stage, watch, filing })
    await write({ stage, filing })
    await lookAround({ stage, watch, filing })
    await filing.say(await staff(stage.stand, { province: '110000' }), 'approveFiling', (version, opinion) => ({ params: { id: filing.id }, body: { version, opinion } }))
    await lookAround({ stage, watch, filing })
    await readPaper({ stage, filing })
    expect(watch.unseen(filing.taken)).toEqual([])
    taken += filing.taken.length
    refused += filing.refused
  }
  report(`${rounds} filings with ${markup.length} kinds of markup: ${taken} texts taken and read as typed, ${refused} refused by a rule; ${watch.pages} pages, ${watch.faults.length} executions or stops`)
  expect(watch.faults).toEqual([])
}, { within: rounds * 240_000 })

scene('text that a page drew as markup would be noticed', async (stage) => {
  const watch = new MarkupWatch()
  const filing = await MarkedFiling.draft(stage, '云杉', markup)
  await filing.mark()
  const page = await stage.open({ as: filing.owner.caller, withoutPolicy: true, script: `${watching}; ${drawingMarkup}` })
  await arrive(page, '/filing/entry/summary')
  await watch.look(page, 'summary')
  stage.scriptErrors.length = 0
  report(`${watch.faults.length} executions or dangerous attributes seen`)
  expect(watch.faults).toContain('summary: typed text has run')
})
