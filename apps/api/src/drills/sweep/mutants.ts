import { findOperation, type OperationId } from '@icp/contract'
import type { Actor, AccountRole, FilingAction } from '@icp/domain'
import { Refusal } from '@icp/domain'
import type { Type } from '@nestjs/common'
import type { ExecutionContext } from '@nestjs/common'
import { SelfReader } from '../../accounts/self/self.reader.js'
import { SessionGuard } from '../../accounts/session.guard.js'
import { CertificatesReader } from '../../certificates/certificates.reader.js'
import { CertificatesService } from '../../certificates/certificates.service.js'
import { ConfirmationEntity } from '../../confirmations/confirmation.entity.js'
import { ConfirmationsRepository } from '../../confirmations/confirmations.repository.js'
import { DraftKeeper } from '../../filings/draft-keeper.js'
import { DraftsService } from '../../filings/drafts.service.js'
import { FiguresReader } from '../../filings/figures.reader.js'
import { FilingSteps } from '../../filings/filing-steps.js'
import { FilingViews } from '../../filings/filing-view.js'
import { FilingsReader } from '../../filings/filings.reader.js'
import { FilingsRepository } from '../../filings/filings.repository.js'
import { RecordDrafts } from '../../filings/record-drafts.js'
import { CutOrders } from '../../forced/cut-orders.service.js'
import { ForcibleRecords } from '../../forced/forcible-records.js'
import { NoticesReader } from '../../notifications/notices.reader.js'
import { NoticesRepository } from '../../notifications/notices.repository.js'
import { PapersReader } from '../../papers/papers.reader.js'
import { PapersService } from '../../papers/papers.service.js'
import { ReadsReader } from '../../personal-data/reads.reader.js'
import { type AccountActor, actAs } from '../../platform/acting.js'
import { RegisterApi } from '../../register/register.api.js'
import { RegisterReader } from '../../register/register.reader.js'
import { RegisterRepository } from '../../register/register.repository.js'
import { ServedAccessesReader } from '../../register/served-accesses.reader.js'
import type { World } from './world.js'

/** A check taken out of the running API. The sweep of `only` must find that it is gone. */
export interface Mutant {
  readonly name: string
  readonly only: readonly OperationId[]
  /** Answers how to put the check back. */
  readonly plant: (world: World) => () => void
}

// oxlint-disable-next-line typescript/no-explicit-any -- a fault is planted from outside, past what the types allow
type Loose = any

/** Puts `make(real)` in the place of a method. */
const swap = (world: World, kind: Type, method: string, make: (real: Loose) => Loose): (() => void) => {
  const instance = world.api.app.get(kind, { strict: false }) as Record<string, Loose>
  const real = instance[method].bind(instance)
  instance[method] = make(real)
  return () => {
    delete instance[method]
  }
}

/** The caller as the filing's own party: what a missing check of the relation amounts to. */
const asParty = async (world: World, actor: Actor, id: string, tx: Loose = world.api.db.manager, receives = false): Promise<Actor> => {
  const record = await world.api.app.get(FilingsRepository, { strict: false }).find(tx, id)
  if (!record) return actor
  const { ownerAccountId, receivingAccountId, province, passes } = record.filing
  switch (actor.role) {
    case 'owner': return { ...actor, accountId: (receives && receivingAccountId) || ownerAccountId }
    case 'provider': return { ...actor, providerId: passes[0]?.providerId ?? actor.providerId }
    case 'reviewer': return { ...actor, province }
    default: return actor
  }
}

const stepOf: Readonly<Partial<Record<FilingAction, OperationId>>> = {
  discard: 'discardDraft', finish: 'finishFiling', withdraw: 'withdrawFiling', agree: 'agreeToMigration', decline: 'declineMigration', 'open-correction-request': 'openCorrectionRequest',
  'decline-correction-request': 'declineCorrectionRequest', correct: 'correctFiling', pass: 'passFiling', refuse: 'refuseFiling', approve: 'approveFiling', return: 'returnFiling',
}

const steps = Object.entries(stepOf).map(([action, id]): Mutant => ({
  name: `${id} does not ask whose filing it is`, only: [id],
  plant: (world) => swap(world, FilingSteps, 'open', (real) => async (tx: Loose, actor: Actor, filing: string, asked: string, seen?: number) =>
    real(tx, asked === action ? await asParty(world, actor, filing, tx, action === 'agree' || action === 'decline') : actor, filing, asked, seen)),
}))

const openTo = (id: OperationId, role: AccountRole): Mutant => ({
  name: `${id} lets every ${role} in`, only: [id],
  plant: () => {
    const operation = findOperation(id) as { roles: readonly string[] }
    const { roles } = operation
    operation.roles = [...roles, role]
    return () => {
      operation.roles = roles
    }
  },
})

const reading = (name: 'get' | 'revision' | 'sheet', id: OperationId): Mutant => ({
  name: `${id} does not ask whose filing it is`, only: [id],
  plant: (world) => swap(world, FilingsReader, name, (real) => async (actor: Actor, filing: string, ...more: unknown[]) => real(await asParty(world, actor, filing), filing, ...more)),
})

const paperReading = (name: 'list' | 'read', id: OperationId): Mutant => ({
  name: `${id} does not ask whose filing it is`, only: [id],
  plant: (world) => swap(world, PapersReader, name, (real) => async (actor: Actor, filing: string, ...more: unknown[]) => real(await asParty(world, actor, filing), filing, ...more)),
})

const paperChanging = (name: 'put' | 'takeAway', id: OperationId): Mutant => ({
  name: `${id} does not ask whose filing it is`, only: [id],
  plant: (world) => swap(world, PapersService, name, (real) => async (actor: Actor, filing: string, ...more: unknown[]) => real(await asParty(world, actor, filing), filing, ...more)),
})

const listing = (role: 'owner' | 'provider' | 'reviewer'): Mutant => ({
  name: `the list of a ${role} is a province's`, only: ['listFilings'],
  plant: (world) => swap(world, FilingsReader, 'list', (real) => (actor: Actor, query: unknown) => real(actor.role === role ? { ...actor, role: 'reviewer', province: '110000' } : actor, query)),
})

const counting = (role: 'provider' | 'reviewer'): Mutant => ({
  name: `the figures of a ${role} are another's`, only: ['getFigures'],
  plant: (world) => swap(world, FiguresReader, 'of', (real) => (actor: Actor) => real(actor.role === role ? { ...actor, providerId: world.a.provider.id, province: '110000' } : actor)),
})

const told = (name: string, refuse: () => Refusal): Mutant => ({
  name, only: ['getFiling'],
  plant: (world) => swap(world, FilingsReader, 'get', (real) => async (actor: Actor, id: string) => {
    const exists = await world.api.app.get(FilingsRepository, { strict: false }).find(world.api.db.manager, id)
    return real(actor, id).catch((error: unknown) => {
      throw exists ? refuse() : error
    })
  }),
})

const whatHangsOnAccounts: readonly Mutant[] = [
  { name: 'the inbox is another’s', only: ['listNotices'], plant: (world) => swap(world, NoticesReader, 'inboxOf', (real) => (actor: Actor) => real(actor, world.a.owner.id)) },
  { name: 'unread notices are another’s', only: ['getMe'], plant: (world) => swap(world, NoticesReader, 'countUnread', (real) => () => real(world.a.owner.id)) },
  { name: 'the account page is another’s', only: ['getOwnAccount'], plant: (world) => swap(world, SelfReader, 'getAccount', (real) => () => real(world.a.owner.id)) },
  { name: 'who read is told of another’s filings', only: ['listOwnReads'], plant: (world) => swap(world, ReadsReader, 'listOf', (real) => (_owner: string, cursor?: string) => real(world.a.owner.id, cursor)) },
  {
    name: 'marking as read does not ask whose notices', only: ['markNoticesRead'],
    plant: (world) => swap(world, NoticesRepository, 'markRead', () => (tx: Loose, _account: string, at: string) => tx.query('UPDATE notices SET read_at = $1', [at])),
  },
]

const whatIsInForce: readonly Mutant[] = [
  { name: 'own records are another’s', only: ['listOwnRecords'], plant: (world) => swap(world, RegisterReader, 'listOwn', (real) => (actor: Actor) => real({ ...actor, accountId: world.a.owner.id })) },
  {
    // The list's view asks who acts, and no switch of the policies takes that away.
    name: 'what is served is another’s', only: ['listServedAccesses'],
    plant: (world) => swap(world, ServedAccessesReader, 'list', (real) => (actor: AccountActor, query: unknown) => {
      const other = { ...actor, providerId: world.a.provider.id } as AccountActor
      return actAs(other, () => real(other, query))
    }),
  },
  {
    name: 'any access can be ended', only: ['endAccess'],
    plant: (world) => swap(world, RegisterRepository, 'servedBy', (real) => (tx: unknown, id: string) => real(tx, id, world.a.provider.id)),
  },
  { name: 'what another has to cut is shown', only: ['listCutOrders'], plant: (world) => swap(world, CutOrders, 'list', (real) => (actor: Actor, query: unknown) => real({ ...actor, providerId: world.a.provider.id }, query)) },
  {
    name: 'any record can be cancelled by force', only: ['previewForced'],
    plant: (world) => swap(world, ForcibleRecords, 'held', (real) => (tx: unknown, actor: Actor, id: string) => real(tx, { ...actor, province: '110000' }, id)),
  },
  { name: 'a province lists all certificates', only: ['listCertificates'], plant: (world) => swap(world, CertificatesReader, 'listOfProvince', (real) => (actor: Actor, q: string, cursor: string) => real({ ...actor, province: '110000' }, q, cursor)) },
  {
    name: 'a certificate is handed to anybody', only: ['downloadCertificate'],
    plant: (world) => swap(world, CertificatesService, 'download', (real) => (actor: Actor, id: string) => real({ ...actor, accountId: world.a.owner.id, province: '110000' }, id)),
  },
  {
    name: 'any link leads somewhere', only: ['getConfirmation'],
    plant: (world) => swap(world, ConfirmationsRepository, 'findByToken', (real) => async (tx: Loose, token: string) => (await real(tx, token)) ?? tx.findOneBy(ConfirmationEntity, { state: 'confirmed' })),
  },
  {
    name: 'a provider sees the networks of others', only: ['getFiling'],
    plant: (world) => swap(world, FilingViews, 'of', (real) => async (tx: unknown, record: Loose, actor: Actor) => ({ ...(await real(tx, record, actor)), content: record.filing.content })),
  },
]

/** These leave a draft behind when they succeed, so they come last. */
const drafting: readonly Mutant[] = [
  paperChanging('put', 'putPaper'), paperChanging('takeAway', 'takePaperAway'),
  {
    name: 'saveDraft does not ask whose filing it is', only: ['saveDraft'],
    plant: (world) => swap(world, DraftsService, 'save', (real) => async (actor: Actor, id: string, body: unknown) => real(await asParty(world, actor, id), id, body)),
  },
  {
    name: 'any filing can be drafted anew', only: ['createFiling'],
    plant: (world) => swap(world, DraftKeeper, 'redrafted', (real) => async (tx: Loose, owner: Actor, kind: string, from: string) => real(tx, await asParty(world, owner, from, tx), kind, from)),
  },
  {
    name: 'any subject can be cancelled', only: ['createFiling'],
    plant: (world) => swap(world, RecordDrafts, 'ownRecord', (real) => async (tx: Loose, owner: Actor, number: string) =>
      (await world.api.app.get(RegisterApi, { strict: false }).find(tx, number)) ?? real(tx, owner, number)),
  },
]

const guardLetsIn: Mutant = {
  name: 'the guard asks for a session and not for the role', only: ['listAccounts', 'getSwitches', 'listFilings'],
  plant: (world) => {
    const { prototype } = SessionGuard as { prototype: Loose }
    const real = prototype.canActivate
    prototype.canActivate = async function (this: Loose, context: ExecutionContext) {
      return (await real.call(this, context).catch((error: Refusal) => error.code === 'role' || Promise.reject(error))) as boolean
    }
    void world
    return () => {
      prototype.canActivate = real
    }
  },
}

export const mutants: readonly Mutant[] = [
  ...steps, reading('get', 'getFiling'), reading('revision', 'getRevision'), reading('sheet', 'getVerificationSheet'), paperReading('list', 'listPapers'), paperReading('read', 'getPaper'), listing('owner'), listing('provider'), listing('reviewer'), counting('provider'), counting('reviewer'),
  openTo('listAccounts', 'owner'), openTo('listMessages', 'provider'), openTo('getSwitches', 'reviewer'), openTo('approveFiling', 'provider'), openTo('acceptAgain', 'operator'),
  openTo('listCertificates', 'owner'), guardLetsIn,
  told('who may not see a filing is told that it exists', () => new Refusal('forbidden', 'role', { zh: '无权。', en: 'Not yours.' })),
  told('what is another’s is refused in other words than what is absent', () => new Refusal('not-found', 'filing-not-found', { zh: '没有找到该备案', en: 'There is no such filing' })),
  ...whatHangsOnAccounts, ...whatIsInForce, ...drafting,
]
