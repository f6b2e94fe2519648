import { expect } from '@jest/globals'
import { arrive } from './cast/every-screen.js'
import { MarkedFiling } from './cast/marked-filing.js'
import { MarkedTexts } from './cast/marked-texts.js'
import { markup } from './cast/markup.js'
import { lookAt, markupScene, report, type Round } from './cast/markup-drill.js'
import { drawingMarkup, MarkupWatch, watching } from './cast/markup-watch.js'
import { confirm, pass, wholeSheet } from './cast/over-http.js'
import { picture } from './cast/paper-files.js'
import { textOf } from './cast/paper.js'
import { messagesTo, staff } from './cast/people.js'
import { scene } from './cast/play.js'

interface FilingRound extends Round {
  readonly filing: MarkedFiling
}

/** The draft as its owner types it, on every step, with a picture of a certificate. */
async function enter({ stage, watch, filing }: FilingRound): Promise<void> {
  const findings = await filing.mark()
  const page = await stage.open({ as: filing.owner.caller, script: watching })
  for (const step of ['subject', 'websites', 'summary']) {
    await arrive(page, `/filing/entry/${step}`)
    await watch.look(page, `entry ${step}`)
  }
  const body = (await picture(page, { says: 'ID', width: 640, height: 480, grain: 5 })).buffer
  await filing.owner.caller.call('putPaper', { params: { id: filing.id }, query: { purpose: '2', about: 'subject' }, body })
  await page.context().close()
  await filing.finish(findings)
}

/** Everything that the parties write to one another on the way to a number, in the order of a filing that comes back once. */
async function write({ stage, filing }: FilingRound): Promise<void> {
  const [provider, reviewer, owner] = [await staff(stage.stand, { provider: '云杉' }), await staff(stage.stand, { province: '110000' }), filing.owner.caller]
  const params = { id: filing.id }
  const fields = ['subject.remark']
  const declined = (await filing.say(owner, 'openCorrectionRequest', (version, typed) => ({ params, body: { version, fields, reason: typed('reason') } }))).body as { id: string }
  await filing.say(provider, 'declineCorrectionRequest', (version, typed) => ({ params: { ...params, requestId: declined.id }, body: { version, answer: typed('answer') } }))
  const { id: requestId } = (await filing.say(provider, 'openCorrectionRequest', (version, typed) => ({ params, body: { version, fields, reason: typed('reason') } }))).body as { id: string }
  const content = (await filing.see()).content as typeof filing.content
  await filing.say(provider, 'correctFiling', (version, typed) => {
    const text = typed('reason')
    return { params, body: { version, requestId, reason: text, content: { ...content, subject: { ...content.subject, remark: `${text} ${version}` } } } }
  })
  await filing.say(provider, 'revealField', (_, typed) => ({ params, body: { path: 'subject.person.mobile', reason: 'verify', note: typed('note') } }), false)
  const [paper] = (await owner.call('listPapers', { params })).slots.flatMap(({ papers }) => papers)
  await filing.say(provider, 'getPaper', (_, typed) => ({ params: { ...params, paperId: paper!.id }, body: { reason: 'verify', note: typed('note') } }), false)
  const whole = await wholeSheet(provider, filing.id)
  await filing.say(provider, 'passFiling', (version, typed) => {
    const sheet = whole.map((line) => (line.rule === 'V-15' ? { ...line, answer: 'does-not-apply' as const, reason: typed('sheet') } : line))
    return { params, body: { version, remark: typed('remark'), sheet } }
  })
  await confirm(owner, filing.id)
  await filing.say(reviewer, 'returnFiling', (version, typed) => ({ params, body: { version, opinion: typed('opinion'), findings: [{ path: 'subject.name', reason: typed('findings'), suggestion: typed('findings.0.suggestion') }] } }))
  await pass(provider, filing.id)
  await confirm(owner, filing.id)
}

/** Every page of the three portals on which any of it stands. */
async function lookAround({ stage, watch, words, filing }: FilingRound): Promise<void> {
  const approved = (await filing.see()).result
  const { id, owner } = filing
  const [record] = (await owner.caller.call('listOwnRecords')).rows
  const asked = encodeURIComponent(words.textFor('search'))
  await lookAt({ stage, watch }, [
    { as: owner.caller, paths: ['filing', `filing/browse/${id}`, `filing/browse/${id}?revision=1`, `filing/progress/${id}`, `filing/progress?q=${asked}`, 'filing/certificate', 'filing/cancel-website', 'notices', 'account', 'account/data'] },
    { as: await staff(stage.stand, { provider: '云杉' }), paths: [`filings/${id}`, `queue?q=${asked}`, 'closed', 'notices'] },
    { as: await staff(stage.stand, { province: '110000' }), paths: [`filings/${id}`, 'filings', `queue?q=${asked}`, 'certificates', 'notices'] },
    { as: await staff(stage.stand, { role: 'operator' }), paths: ['messages'] },
    { paths: [`look-up?q=${approved ? encodeURIComponent(approved.subjectNumber) : asked}`, `look-up?q=${asked}`, ...(record ? [`verify/${record.certificates[0]!.code}`] : [])] },
  ])
}

/** Mails have no markup of their own, so a program that reads them shows them as text; the paper carries what was filed, letter for letter. */
async function readPaper({ stage, filing }: FilingRound): Promise<void> {
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

markupScene('what is typed into a filing, and written about it, is text on every page of the three portals: nothing of it runs', 'filing', async (given) => {
  const filing = await MarkedFiling.draft(given.stage, '云杉', given.words)
  const round = { ...given, filing }
  await enter(round)
  await write(round)
  await lookAround(round)
  await filing.say(await staff(given.stage.stand, { province: '110000' }), 'approveFiling', (version, typed) => ({ params: { id: filing.id }, body: { version, opinion: typed('opinion') } }))
  await lookAround(round)
  await readPaper(round)
})

scene('text that a page drew as markup would be noticed', async (stage) => {
  const watch = new MarkupWatch()
  const filing = await MarkedFiling.draft(stage, '云杉', new MarkedTexts(markup))
  await filing.mark()
  const page = await stage.open({ as: filing.owner.caller, withoutPolicy: true, script: `${watching}; ${drawingMarkup}` })
  await arrive(page, '/filing/entry/summary')
  await watch.look(page, 'summary')
  stage.scriptErrors.length = 0
  report(`${watch.faults.length} executions or dangerous attributes seen`)
  expect(watch.faults).toContain('summary: typed text has run')
})
