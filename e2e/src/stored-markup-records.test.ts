import { filingOf } from './cast/contents.js'
import { lookAt, markupScene, type Round } from './cast/markup-drill.js'
import { type FiledOwner, recordOf, subjectWith } from './cast/moving.js'
import { draftOf, finish, see } from './cast/over-http.js'
import { providerCalled, registerOwnerOverHttp, staff } from './cast/people.js'

const clerkOf = ({ stage }: Round) => staff(stage.stand, { provider: '云杉' })
const reviewerOf = ({ stage }: Round) => staff(stage.stand, { province: '110000' })

/** A cancellation with a note, which the provider does not let pass; answers its id. */
async function refusedCancellation(round: Round, { account: { caller } }: FiledOwner, subjectNumber: string, serviceNumber: string): Promise<string> {
  const { words } = round
  const { id, version, content } = await caller.call('createFiling', { body: { kind: 'cancel-service', subjectNumber, serviceNumbers: [serviceNumber] } })
  await words.say(caller, 'saveDraft', (typed) => ({ params: { id }, body: { version, content: { ...content, reason: '1', note: typed('note') } } }))
  const { onScreen } = await caller.call('sendStepUpCode', { body: { purpose: 'cancel' } })
  await caller.call('finishFiling', { params: { id }, body: { version: (await see(caller, id)).version, code: onScreen!.code } })
  await words.say(await clerkOf(round), 'refuseFiling', async (typed) => ({ params: { id }, body: { version: (await see(caller, id)).version, reason: typed('reason') } }))
  return id
}

/** A website proposed to another subject with a note, which that one declines; answers the filing's id. */
async function declinedMove(round: Round, { account: { caller } }: FiledOwner, receiver: FiledOwner, subjectNumber: string, serviceNumber: string): Promise<string> {
  const { words } = round
  const receivingNumber = (await recordOf(receiver)).number
  const { id, version, content } = await caller.call('createFiling', { body: { kind: 'migrate-service', subjectNumber, serviceNumbers: [serviceNumber] } })
  await words.say(caller, 'saveDraft', (typed) => ({ params: { id }, body: { version, content: { ...content, receivingNumber, domainHolder: 'receiver', note: typed('note') } } }))
  await finish(caller, id)
  const other = receiver.account.caller
  await words.say(other, 'declineMigration', async (typed) => ({ params: { id }, body: { version: (await see(other, id)).version, reason: typed('reason') } }))
  return id
}

/** The provider ends its access of a website; answers the filing's id. */
async function endedAccess(round: Round, { account }: FiledOwner, domain: string, serviceNumber: string): Promise<string> {
  const clerk = await clerkOf(round)
  const { rows } = await clerk.call('listServedAccesses', { query: { q: domain } })
  await round.words.say(clerk, 'endAccess', (typed) => ({ params: { id: rows.find((row) => row.serviceNumber === serviceNumber)!.id }, body: { reason: '1', note: typed('note') } }))
  return (await account.caller.call('listFilings', {})).rows.find(({ kind }) => kind === 'cancel-access')!.id
}

/** Somebody else wants a domain that is filed, asks the administration, and is answered; answers who asked. */
async function settledConflict(round: Round, domain: string) {
  const { stage, words } = round
  const applicant = await registerOwnerOverHttp(stage)
  const wanting = filingOf(stage.identities, [[await providerCalled(applicant.caller, '云杉')]])
  const services = wanting.services.map((service) => ({ ...service, domain, homePage: `www.${domain}` }))
  const id = await draftOf(applicant.caller, { ...wanting, services })
  const asked = await words.say(applicant.caller, 'askMediation', async (typed) => ({
    params: { id }, body: { version: (await see(applicant.caller, id)).version, path: `services.${services[0]!.id}.domain`, reason: typed('reason') },
  }))
  const { id: mediation } = asked.body as { id: string }
  await words.say(await reviewerOf(round), 'answerMediation', (typed) => ({ params: { id: mediation }, body: { outcome: 'holder-keeps', answer: typed('answer'), tellHolder: true } }))
  return applicant
}

/** Ends a website by force; its domain goes on the blacklist with the ground. */
async function forced(round: Round, subjectId: string, number: string): Promise<void> {
  const reviewer = await reviewerOf(round)
  const { seen } = await reviewer.call('previewForced', { params: { id: subjectId }, query: { number } })
  await round.words.say(reviewer, 'cancelByForce', (typed) => ({
    params: { id: subjectId }, body: { number, seen, typedNumber: number, reason: 'false-data', ground: typed('ground'), listSubject: false, listDomains: true },
  }))
}

markupScene('what is written when filings are refused, moved, ended, disputed and cancelled by force is text wherever it is read', 'records', async (round) => {
  const { stage, watch } = round
  const [giver, receiver] = [await subjectWith(stage, '云杉', 5), await subjectWith(stage, '云杉', 1)]
  const { id, number, services } = await recordOf(giver)
  const at = (n: number) => services[n]!
  const cancelled = await refusedCancellation(round, giver, number, at(0).number)
  const moved = await declinedMove(round, giver, receiver, number, at(1).number)
  const ended = await endedAccess(round, giver, at(2).domain, at(2).number)
  const applicant = await settledConflict(round, at(3).domain)
  await forced(round, id, at(4).number)
  const filings = [cancelled, moved, ended]
  const [owner, other] = [giver.account.caller, receiver.account.caller]
  await lookAt({ stage, watch }, [
    { as: owner, paths: ['filing', ...filings.flatMap((one) => [`filing/progress/${one}`, `filing/browse/${one}`]), 'filing/browse', 'filing/move-website', 'filing/cancel-access', 'account/data', 'notices'] },
    { as: other, paths: ['filing', `filing/progress/${moved}`, 'notices'] },
    { as: applicant.caller, paths: ['filing/entry/websites', 'notices'] },
    { as: await clerkOf(round), paths: [...filings.map((one) => `filings/${one}`), 'cuts', 'served', 'cancellations', 'closed', 'notices', ''] },
    { as: await reviewerOf(round), paths: [...filings.map((one) => `filings/${one}`), 'mediations?state=answered', 'forced', `forced/new?q=${encodeURIComponent(number)}`, 'hollow', 'notices', ''] },
    { as: await staff(stage.stand, { role: 'operator' }), paths: ['blacklist'] },
    { as: await staff(stage.stand, { role: 'audit-administrator' }), paths: ['audit/entries', 'audit/proof'] },
    { paths: [`look-up?q=${encodeURIComponent(number)}`] },
  ])
})
