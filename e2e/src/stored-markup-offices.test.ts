import type { InputOf } from '@icp/contract'
import { acceptanceDocuments, type RuleEntry, shanghaiDay } from '@icp/domain'
import { codeShown } from './cast/authenticator.js'
import { Caller } from './cast/caller.js'
import { lookAt, markupScene, type Round } from './cast/markup-drill.js'
import type { Typed } from './cast/marked-texts.js'
import { staff } from './cast/people.js'

const operatorOf = ({ stage }: Round) => staff(stage.stand, { role: 'operator' })
const securityOf = ({ stage }: Round) => staff(stage.stand, { role: 'security-administrator' })

/** An access provider with markup in all that is kept of it; answers its id. */
async function provider(round: Round): Promise<string> {
  const n = round.stage.identities.next()
  const answer = await round.words.say(await operatorOf(round), 'addProvider', (typed) => ({
    body: {
      name: typed('name', `示例第${n}云计算有限公司`) + n, nameEn: `${typed('nameEn', 'Sample Cloud')} ${n}`, licence: typed('licence', `A2.B1-2009${String(n).slice(-4)}`), province: '330000', city: '330100',
      keywords: [typed('keywords', '示例')], ipBlocks: [typed('ipBlocks', `2001:db8:${(n % 60_000).toString(16)}:8000::/64`)],
    },
  }))
  return (answer.body as { id: string }).id
}

/** How the administration of Tibet is reached, for as long as `look` takes. */
async function administration(round: Round, look: () => Promise<void>): Promise<void> {
  const operator = await operatorOf(round)
  const province = '540000'
  const kept = async () => (await operator.call('listAdministrations')).rows.find((row) => row.province === province)!
  const { phone, address, website } = await kept()
  await round.words.say(operator, 'changeAdministration', async (typed) => ({
    params: { province }, body: { version: (await kept()).version, phone: typed('phone', phone), address: typed('address', address), website: typed('website', website) },
  }))
  try {
    await look()
  } finally {
    await operator.call('changeAdministration', { params: { province }, body: { version: (await kept()).version, phone, address, website } })
  }
}

async function blacklist(round: Round): Promise<void> {
  const { stage: { identities }, words } = round
  const operator = await operatorOf(round)
  const days = { validFrom: '2026-01-01', validUntil: '' }
  const person = identities.person()
  await words.say(operator, 'addToBlacklist', (typed) => ({
    body: { kind: 'domain', certificateType: '', certificateNumber: '', domain: typed('domain', identities.domain()), reason: typed('reason'), source: typed('source'), ...days },
  }))
  await words.say(operator, 'addToBlacklist', (typed) => ({
    body: { kind: 'subject', certificateType: '2', certificateNumber: typed('certificateNumber', person.certificateNumber), domain: '', reason: typed('reason'), source: typed('source'), ...days },
  }))
}

/** A draft of each kind of rule data, with markup wherever a draft takes it; answers their ids. They are never published: rules decide by what is. */
async function ruleChanges(round: Round): Promise<string[]> {
  const operator = await operatorOf(round)
  const base = { from: shanghaiDay(new Date().toISOString()), to: '', confirmed: false } as const
  const place = { province: '540000' }
  const entries: ((typed: Typed) => RuleEntry)[] = [
    (typed) => ({ ...base, ...place, of: 'parameter', id: 'person-in-charge', value: typed('value', 'letter'), source: typed('source'), others: [{ value: typed('others', 'anyone'), source: typed('others'), confirmed: false }] }),
    (typed) => ({ ...base, ...place, of: 'parameter', id: 'duty-words', value: [typed('value', '示例')], source: typed('source'), others: [{ value: [typed('others', '样例')], source: typed('others'), confirmed: false }] }),
    (typed) => ({ ...base, of: 'code', id: 'languages', code: '12', zh: typed('zh'), en: typed('en'), offered: true, source: typed('source') }),
    (typed) => ({
      ...base, of: 'division', id: 'divisions', code: '540121', zh: typed('zh', '林周县'), en: typed('en', 'Linzhou'), exists: false,
      successors: [{ code: '540103', zh: typed('successors', '堆龙德庆区'), en: typed('successors', 'Duilongdeqing (堆龙德庆区)') }], source: typed('source'),
    }),
  ]
  const ids: string[] = []
  for (const entry of entries) {
    const answer = await round.words.say(operator, 'draftRuleChange', (typed) => ({ body: { entry: entry(typed) } }))
    ids.push((answer.body as { id: string }).id)
  }
  await round.words.sayInVain(operator, 'draftRuleChange', (typed) => ({
    body: { entry: { ...base, of: 'year', id: 'working-days', year: 2027, periods: [{ holiday: typed('periods'), from: '2027-01-01', to: '2027-01-03' }], makeUpDays: [], source: typed('source') } },
  }))
  return ids
}

type Post = Pick<InputOf<'inviteStaff'>['body'], 'role' | 'providerId' | 'province'>

/** Invites somebody; answers the link where one is shown. */
async function invite(round: Round, post: Post, reason: (typed: Typed) => string): Promise<string> {
  const person = round.stage.identities.person()
  const invited = await round.words.say(await securityOf(round), 'inviteStaff', (typed) => ({
    body: { ...post, name: typed('name', person.name), mobile: typed('mobile', person.mobile), email: typed('email', person.email), reason: reason(typed) },
  }))
  return (invited.body as { onScreen: { link: string } | null }).onScreen?.link ?? ''
}

/** An administrator is invited, which waits for a second person; a reviewer joins, is to change role, and is shut out and let in again, with a reason each time. Answers that account. */
async function colleague(round: Round): Promise<string> {
  const { stage: { identities, stand }, words } = round
  const security = await securityOf(round)
  await invite(round, { role: 'audit-administrator', providerId: null, province: null }, (typed) => typed('reason'))
  const post = { role: 'reviewer', providerId: null, province: '540000' } as const
  const token = new URL(await invite(round, post, () => '')).hash.slice(1)
  const guest = new Caller(stand, 'administration')
  const { authenticator } = await guest.call('openInvitation', { body: { token } })
  const joined = await words.say(guest, 'acceptInvitation', (typed) => ({
    body: { token, userName: typed('userName', identities.userName()), password: 'Quarry pelican umbrella', code: codeShown(authenticator.secret) },
  }))
  const { userName } = joined.body as { userName: string }
  const { id } = (await security.call('listAccounts', { query: { q: userName } })).rows[0]!
  for (const act of ['disableAccount', 'enableAccount', 'resetAuthenticator'] as const) await words.say(security, act, (typed) => ({ params: { id }, body: { reason: typed('reason') } }))
  await words.say(security, 'requestRoleChange', (typed) => ({ params: { id }, body: { ...post, province: '330000', reason: typed('reason') } }))
  return id
}

/** An owner who gives markup as a name and a user name. */
async function owner({ stage: { identities, stand }, words }: Round): Promise<Caller> {
  const caller = new Caller(stand, 'owner')
  const { name, certificateNumber, mobile, email } = identities.person()
  const [userName, password] = [identities.userName(), 'Juniper otter lantern']
  await caller.call('startRegistration')
  for (const document of ['terms', 'pledge'] as const) await caller.call('acceptForRegistration', { body: { document, version: acceptanceDocuments[document].version } })
  const { onScreen } = await caller.call('sendRegistrationCodes', { body: { mobile, email, verification: await caller.verification('registration') } })
  const made = await words.say(caller, 'completeRegistration', (typed) => ({
    body: {
      userName: typed('userName', userName), password, name: typed('name', name), certificateType: '2', certificateNumber: typed('certificateNumber', certificateNumber), mobile, email, ...onScreen!,
    },
  }))
  return caller.logOn((made.body as { userName: string }).userName, password)
}

/** A message is read in clear, and why is written down. */
async function readMessage(round: Round): Promise<void> {
  const operator = await operatorOf(round)
  const { id } = (await operator.call('listMessages', { body: {} })).rows[0]!
  await round.words.say(operator, 'revealMessage', (typed) => ({ params: { id }, body: { reason: 'delivery', note: typed('note') } }), { shown: false })
}

markupScene('what offices keep of providers, administrations, rules, accounts and one another is text wherever it is read', 'offices', async (round) => {
  const { stage } = round
  const [added, account, person] = [await provider(round), await colleague(round), await owner(round)]
  await blacklist(round)
  const changes = await ruleChanges(round)
  await readMessage(round)
  const [operator, security] = [await operatorOf(round), await securityOf(round)]
  const auditor = await staff(stage.stand, { role: 'audit-administrator' })
  const { name } = await operator.call('getKeptProvider', { params: { id: added } })
  await administration(round, () => lookAt(round, [
    {
      as: operator,
      paths: [
        'providers', `providers/${added}`, `providers?q=${encodeURIComponent(name.slice(0, 20))}`, 'administrations', 'blacklist', 'rule-data', ...changes.map((id) => `rule-data/changes/${id}`), 'code-tables',
        'working-days', 'messages', 'account-requests', 'switches',
      ],
    },
    { as: security, paths: ['accounts', `accounts/${account}`, 'invitations', 'account-requests'] },
    { as: auditor, paths: ['audit/entries', 'audit/breach-scope', 'audit/proof'] },
    { as: person, paths: ['filing', 'account', 'account/data'] },
    { paths: ['', 'rules', 'look-up?q=xinghe'] },
  ]))
  for (const id of changes) await operator.call('discardRuleChange', { params: { id }, body: { version: (await operator.call('getRuleChange', { params: { id } })).version } })
})
