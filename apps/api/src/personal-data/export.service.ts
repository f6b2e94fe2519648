import type { AnswerOf, OwnData } from '@icp/contract'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AccountsApi, wrongStepUpCode } from '../accounts/accounts.api.js'
import { AuditApi } from '../audit/audit.api.js'
import { CertificatesApi } from '../certificates/certificates.api.js'
import { drawPlainPaper } from '../certificates/paper/plain-paper.api.js'
import { FilingsApi } from '../filings/filings.api.js'
import { actorOf, type SessionInfo } from '../http/request.js'
import { MediationsApi } from '../mediations/mediations.api.js'
import { NotificationsApi } from '../notifications/notifications.api.js'
import { Clock } from '../platform/clock.js'
import { sha256 } from '../platform/digest.js'
import { type Limit, Limits } from '../platform/limits.js'
import { Transactions } from '../platform/transaction.service.js'
import { Turns } from '../platform/turns.js'
import { RegisterApi } from '../register/register.api.js'
import { RuleDataApi } from '../rule-data/rule-data.api.js'
import { ownDataPaper } from './own-data-paper.js'
import { ReadsReader } from './reads.reader.js'

type Owner = Extract<ReturnType<typeof actorOf>, { role: 'owner' }>

/** The law knows no limit; a stolen session has one. */
export const exportLimit: Limit = { name: 'own-data-export', points: 5, seconds: 86_400 }

const withoutHere = <Row extends { readonly current: boolean }>({ current: _here, ...rest }: Row): Omit<Row, 'current'> => rest

/** Everything that is held about an owner, in clear, for the owner (PIPL 45): a code first, and the account is told. */
@Injectable()
export class ExportService {
  private readonly turns = new Turns()

  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountsApi,
    private readonly filings: FilingsApi,
    private readonly register: RegisterApi,
    private readonly certificates: CertificatesApi,
    private readonly notifications: NotificationsApi,
    private readonly reads: ReadsReader,
    private readonly audit: AuditApi,
    private readonly limits: Limits,
    private readonly clock: Clock,
    private readonly ruleData: RuleDataApi,
    private readonly mediations: MediationsApi,
  ) {}

  /** Wrong tries are kept although the request is refused. */
  async export(session: SessionInfo, code: string): Promise<AnswerOf<'exportOwnData'>> {
    await this.limits.take(exportLimit, session.accountId)
    const actor = actorOf(session)
    if (actor.role !== 'owner') throw new Error(`a ${actor.role} has no data to export`)
    const outcome = await this.transactions.write(null, async (tx) => {
      const compared = await this.accounts.checkStepUpCode(tx, session, 'export', code)
      const object = { actor, objectType: 'account', objectId: actor.accountId }
      if (!compared.right) {
        await this.audit.append(tx, { ...object, action: 'account.export-wrong-code', detail: { triesLeft: compared.triesLeft } })
        return { triesLeft: compared.triesLeft }
      }
      const data = await this.collect(tx, actor)
      await this.audit.append(tx, { ...object, action: 'account.export', detail: { sha256: sha256(JSON.stringify(data)), filings: data.filings.length } })
      const { id, mobile, email } = data.account
      await this.accounts.tell(tx, { inbox: id, mobile, email }, 'data-exported', { at: data.madeAt })
      return { data }
    })
    if (!outcome.data) throw wrongStepUpCode('code', outcome.triesLeft)
    const { data } = outcome
    const names = await this.ruleData.names()
    const pdf = await this.turns.take(() => drawPlainPaper(ownDataPaper(data, names)))
    return { fileName: `my-data-${data.madeAt.slice(0, 10)}`, data, pdf: Buffer.from(pdf).toString('base64') }
  }

  private async collect(tx: EntityManager, actor: Owner): Promise<OwnData> {
    const { account, acceptances, sessions, devices, logOns, lostPhones } = await this.accounts.dataOf(tx, actor.accountId)
    const { id, userName, name, certificateType, certificateNumber, mobile, email, registeredAt, lastLogOnAt } = account
    const { notices, messages } = await this.notifications.toldTo(tx, id, [mobile, email])
    return {
      madeAt: this.clock.now(),
      account: { id, userName, name, certificateType, certificateNumber, mobile, email, registeredAt, lastLogOnAt },
      acceptances: [...acceptances], sessions: sessions.map(withoutHere), devices: devices.map(withoutHere), logOns: [...logOns], lostPhones: [...lostPhones],
      filings: await this.filings.dataOfOwner(tx, actor), received: await this.filings.receivedByOwner(tx, actor),
      mediations: await this.mediations.askedBy(tx, id), records: await this.recordsOf(tx, id),
      notices, messages, reads: await this.reads.allOf(id),
      acts: (await this.audit.actsOn(tx, 'account', id)).map(({ at, action, actor: by }) => ({ at, action, by: by.role })),
    }
  }

  private async recordsOf(tx: EntityManager, ownerAccountId: string): Promise<OwnData['records']> {
    const held = await this.register.listOfOwner(tx, ownerAccountId)
    const certificates = await this.certificates.of(tx, held.map(({ record }) => record.subject.id))
    return held.map(({ record: { subject, services } }) => ({
      number: subject.number, state: subject.state, approvedOn: subject.approvedOn, cancelledOn: subject.cancelledOn,
      content: { form: 'registration', subject: subject.content, services: services.map(({ content }) => content) },
      services: services.map(({ number, state, approvedOn, cancelledOn }) => ({ number, state, approvedOn, cancelledOn })),
      certificates: [...(certificates.get(subject.id) ?? [])],
    }))
  }
}
