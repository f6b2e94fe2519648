import type { AnswerOf, KeptAdministration } from '@icp/contract'
import { type AdministrationContact, administrationFindings, clockDays, findProvince, lastOverdueStart, provinces, Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../../http/request.js'
import { changedMeanwhile } from '../../platform/changed-meanwhile.js'
import { Clock, endOfDay } from '../../platform/clock.js'
import type { Once } from '../../platform/once.js'
import { Transactions } from '../../platform/transaction.service.js'
import { WorkingDaysApi } from '../working-days/working-days.api.js'
import { AdministrationsRepository } from './administrations.repository.js'

const noSuchAdministration = () => new Refusal('not-found', 'administration-not-found', { zh: '没有找到该通信管理局。', en: 'There is no such administration.' })

/** The 31 administrations are given by law; how each is reached the operator keeps. */
@Injectable()
export class AdministrationsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly administrations: AdministrationsRepository,
    private readonly audit: AuditApi,
    private readonly workingDays: WorkingDaysApi,
    private readonly clock: Clock,
  ) {}

  async list(tx: EntityManager = this.database.manager): Promise<AnswerOf<'listAdministrations'>> {
    const kept = new Map((await this.administrations.all(tx)).map((row) => [row.province, row]))
    const late = endOfDay(lastOverdueStart(clockDays.review.days, this.clock.now(), await this.workingDays.calendar(tx)))
    const reviews = new Map((await this.administrations.reviews(tx, late)).map((row) => [row.province, row]))
    return {
      rows: provinces.map(({ code }) => {
        const { inReview = 0, overdue = 0 } = reviews.get(code) ?? {}
        return { ...(kept.get(code) ?? { province: code, phone: '', address: '', website: '', version: 0, changedAt: null }), inReview, overdue }
      }),
    }
  }

  change(session: SessionInfo, province: string, version: number, given: AdministrationContact, once: Once | null): Promise<KeptAdministration> {
    return this.transactions.write(once, async (tx) => {
      if (!findProvince(province)) throw noSuchAdministration()
      const contact = { phone: given.phone.trim(), address: given.address.trim(), website: given.website.trim() }
      const findings = administrationFindings(contact)
      if (findings.length > 0) throw new Refusal('invalid', 'administration-invalid', { zh: '填写的内容有误，请按提示修改。', en: 'Some fields need another look.' }, { findings })
      const at = this.clock.now()
      if (!(await this.administrations.save(tx, province, version, contact, at))) throw changedMeanwhile()
      await this.audit.append(tx, { actor: actorOf(session), action: 'administration.change', objectType: 'administration', objectId: province, detail: { version: version + 1 } })
      return { province, ...contact, version: version + 1, changedAt: at }
    })
  }
}
