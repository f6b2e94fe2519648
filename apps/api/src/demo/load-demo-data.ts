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
import { demoStories } from './demo-stories.js'

const log = new Logger('DemoData')

/**
 * Fills an empty database so that somebody can try everything: providers, staff, owners who have registered, filings in several places. Only when
 * there is no account at all; a second start finds them and keeps the data. Passwords are new for each database; they stand in
 * `{dataDir}/demo-log-ins.json`, which is written before the accounts are, and nowhere else. The application must be initialised.
 */
export async function loadDemoData(app: NestFastifyApplication): Promise<void> {
  const file = path.join(app.get(Config).dataDir, 'demo-log-ins.json')
  const logIns = await enterProvidersAndStaff(app, file)
  if (!logIns) return
  const passwords = new Map(logIns.map(({ userName, password }) => [userName, password]))
  const passwordOf = (userName: string): string => passwords.get(userName) ?? ''
  for (const owner of demoOwners) await register(app, owner, passwordOf(owner.userName))
  await playStories(app, logIns)
  log.log(`demo data is loaded; its log-ins are in ${file}`)
}

/** Undefined when the database has accounts already. */
function enterProvidersAndStaff(app: NestFastifyApplication, file: string): Promise<DemoLogIn[] | undefined> {
  const accounts = app.get(AccountsApi, { strict: false })
  return app.get(Transactions, { strict: false }).write(null, async (tx) => {
    // Instances that start together queue here; the later ones find accounts.
    await tx.query('SELECT pg_advisory_xact_lock(20261124)')
    if (!(await accounts.isEmpty(tx))) return undefined
    await app.get(ProvidersApi, { strict: false }).add(tx, demoProviders)
    const logIns = [...demoOwners.map(ownerLogIn), ...demoStaff.map(staffLogIn)]
    for (const [index, { role, userName, name, mobile, email, providerId, province }] of demoStaff.entries()) {
      const { password } = logIns[demoOwners.length + index] as DemoLogIn
      await accounts.createStaffAccount(tx, {
        role, userName, name, mobile, email, password, ...(providerId ? { providerId } : {}), ...(province ? { province } : {}),
      })
    }
    fs.writeFileSync(file, `${JSON.stringify(logIns, null, 2)}\n`, { mode: 0o600 })
    return logIns
  })
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
  const codes = await visitor.call('sendRegistrationCodes', { body: { mobile, email, verification: await visitor.verification() } })
  await visitor.call('completeRegistration', {
    body: { userName, password, name, certificateType: '2', certificateNumber, mobile, email, ...onScreen(codes.onScreen) },
  })
}

/** A story that does not come to its end is told in the log and does not stop the start: the system is whole without it. */
async function playStories(app: NestFastifyApplication, logIns: readonly DemoLogIn[]): Promise<void> {
  const cast = new Map<string, Promise<DemoCaller>>()
  const enter = async (userName: string): Promise<DemoCaller> => {
    const logIn = logIns.find((one) => one.userName === userName)
    if (!logIn) throw new Error(`nobody of the demo data is called ${userName}`)
    const caller = new DemoCaller(app, logIn.category)
    await caller.logOn(userName, logIn.password)
    return caller
  }
  const asked = (userName: string): Promise<DemoCaller> => {
    const caller = cast.get(userName) ?? enter(userName)
    cast.set(userName, caller)
    return caller
  }
  for (const story of demoStories) {
    await story.play(asked).catch((error: unknown) => log.error(`the demo filing of ${story.owner} stopped: ${error instanceof Error ? error.message : 'unknown'}`))
  }
}
