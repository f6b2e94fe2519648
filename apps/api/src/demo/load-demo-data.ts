import fs from 'node:fs'
import path from 'node:path'
import { acceptanceDocuments, categoryOf } from '@icp/domain'
import { Logger } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { AccountsApi } from '../accounts/accounts.api.js'
import { Config } from '../platform/config.js'
import { Transactions } from '../platform/transaction.service.js'
import { ProvidersApi } from '../providers/providers.api.js'
import { DemoCaller, onScreen } from './demo-caller.js'
import { type DemoLogIn, type DemoOwner, demoOwners, demoStaff, newPassword } from './demo-people.js'
import { demoProviders } from './demo-providers.js'
import { type Cast, demoStories } from './demo-stories.js'

const log = new Logger('DemoData')

interface Files {
  readonly logIns: string
  /** There from the first row to the last story, so that a start which was interrupted is taken up by the next. */
  readonly unfinished: string
}

/**
 * Fills an empty database so that somebody can try everything: providers, staff, owners who have registered, filings in several places. Only when
 * there is no account at all; a second start finds them and keeps the data. Passwords are new for each database; they stand in
 * `{dataDir}/demo-log-ins.json`, which only its owner may read, and nowhere else. The application must be initialised.
 */
export async function loadDemoData(app: NestFastifyApplication): Promise<void> {
  const { dataDir } = app.get(Config)
  const files = { logIns: path.join(dataDir, 'demo-log-ins.json'), unfinished: path.join(dataDir, 'demo-data-unfinished') }
  const entered = await enterProvidersAndStaff(app, files)
  await giveAuthenticators(app, files)
  const logIns = entered ?? interrupted(files)
  if (!logIns) return
  const earlier = castOf(app, logIns)
  for (const owner of demoOwners) {
    const isRegistered = !entered && (await earlier(owner.userName).then(() => true, () => false))
    if (!isRegistered) await register(app, owner, passwordOf(logIns, owner.userName))
  }
  await playStories(castOf(app, logIns))
  fs.rmSync(files.unfinished, { force: true })
  log.log(`demo data is loaded; its log-ins are in ${files.logIns}`)
}

/** The log-ins of a load that was interrupted; undefined when there was none. */
const interrupted = ({ logIns, unfinished }: Files): DemoLogIn[] | undefined =>
  fs.existsSync(unfinished) && fs.existsSync(logIns) ? JSON.parse(fs.readFileSync(logIns, 'utf8')) as DemoLogIn[] : undefined

/** Staff log on with an authenticator; whoever tries the system has no phone with it, so the demo accounts show their codes. */
async function giveAuthenticators(app: NestFastifyApplication, { logIns }: Files): Promise<void> {
  if (!fs.existsSync(logIns)) return
  const staff = (JSON.parse(fs.readFileSync(logIns, 'utf8')) as DemoLogIn[]).filter(({ role }) => role !== 'owner').map(({ userName }) => userName)
  await app.get(Transactions, { strict: false }).write(null, (tx) => app.get(AccountsApi, { strict: false }).makeDemoStaff(tx, staff))
}

/** Undefined when the database has accounts already. */
export function enterProvidersAndStaff(app: NestFastifyApplication, files: Files): Promise<DemoLogIn[] | undefined> {
  const accounts = app.get(AccountsApi, { strict: false })
  return app.get(Transactions, { strict: false }).write(null, async (tx) => {
    // Instances that start together queue here; the later ones find accounts.
    await tx.query('SELECT pg_advisory_xact_lock(20261124)')
    if (!(await accounts.isEmpty(tx))) return undefined
    await app.get(ProvidersApi, { strict: false }).add(tx, demoProviders)
    const logIns = [...demoOwners.map(ownerLogIn), ...demoStaff.map(staffLogIn)]
    for (const { role, userName, name, mobile, email, providerId, province } of demoStaff) {
      await accounts.createStaffAccount(tx, {
        role, userName, name, mobile, email, password: passwordOf(logIns, userName), ...(providerId ? { providerId } : {}), ...(province ? { province } : {}),
      })
    }
    fs.writeFileSync(files.unfinished, '')
    fs.writeFileSync(files.logIns, `${JSON.stringify(logIns, null, 2)}\n`, { mode: 0o600 })
    return logIns
  })
}

function passwordOf(logIns: readonly DemoLogIn[], userName: string): string {
  const logIn = logIns.find((one) => one.userName === userName)
  if (!logIn) throw new Error(`nobody of the demo data is called ${userName}`)
  return logIn.password
}

const ownerLogIn = ({ userName, who }: DemoOwner): DemoLogIn =>
  ({ portal: 'owner', category: 'owner', userName, password: newPassword(), who, role: 'owner' })

const staffLogIn = ({ role, userName, who, province, providerId }: (typeof demoStaff)[number]): DemoLogIn => {
  const category = categoryOf(role)
  const provider = demoProviders.find(({ id }) => id === providerId)
  return {
    portal: category, category, userName, password: newPassword(), who, role, ...(province ? { province } : {}), ...(provider ? { providerName: provider.name } : {}),
  }
}

/** As anybody registers: both acceptances, both codes, the form. */
async function register(app: NestFastifyApplication, owner: DemoOwner, password: string): Promise<void> {
  const visitor = new DemoCaller(app, 'owner')
  const { userName, name, certificateNumber, mobile, email } = owner
  await visitor.call('startRegistration')
  for (const document of ['terms', 'pledge'] as const) {
    await visitor.call('acceptForRegistration', { body: { document, version: acceptanceDocuments[document].version } })
  }
  const codes = await visitor.call('sendRegistrationCodes', { body: { mobile, email, verification: await visitor.verification('registration') } })
  await visitor.call('completeRegistration', {
    body: { userName, password, name, certificateType: '2', certificateNumber, mobile, email, ...onScreen(codes.onScreen) },
  })
}

/** Logs everybody on once, when they are first asked for. */
function castOf(app: NestFastifyApplication, logIns: readonly DemoLogIn[]): Cast {
  const entered = new Map<string, Promise<DemoCaller>>()
  const enter = async (userName: string): Promise<DemoCaller> => {
    const caller = new DemoCaller(app, logIns.find((one) => one.userName === userName)?.category ?? 'owner')
    await caller.logOn(userName, passwordOf(logIns, userName))
    return caller
  }
  return (userName) => {
    const caller = entered.get(userName) ?? enter(userName)
    entered.set(userName, caller)
    return caller
  }
}

/** A story that does not come to its end is told in the log and does not stop the start: the system is whole without it. */
async function playStories(cast: Cast): Promise<void> {
  for (const story of demoStories) {
    try {
      const begun = (await (await cast(story.owner)).call('listFilings')).total > 0
      if (!begun) await story.play(cast)
    } catch (error) {
      log.error(`the demo filing of ${story.owner} stopped: ${error instanceof Error ? error.message : 'unknown'}`)
    }
  }
}
