import type { ConfirmationView } from '@icp/contract'
import { codeMessage, type Confirmation, maskField, type PlannedConfirmation, resendsLeft, triesLeft } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { SwitchesApi } from '../administration/switches.api.js'
import { NotificationsApi } from '../notifications/notifications.api.js'
import { drawCode } from '../platform/codes.js'
import { Config } from '../platform/config.js'
import { randomToken } from '../platform/digest.js'
import { JobsApi } from '../platform/jobs.api.js'
import { ConfirmationsRepository, type Secret } from './confirmations.repository.js'

/** What the message of a confirmation says beside its code. */
export interface Occasion {
  readonly reference: string
  readonly subjectName: string
}

export interface Round extends Occasion {
  readonly filingId: string
  readonly round: number
  readonly confirmations: readonly PlannedConfirmation[]
  /** Mail address by confirmation id; '' = none is known. */
  readonly mails: ReadonlyMap<string, string>
  readonly now: string
  readonly expiresAt: string
}

export const expiryQueue = 'confirmations-expire'

/** A round of confirmations of a filing: opened when the last provider has passed, closed when all have answered or time is over. */
@Injectable()
export class ConfirmationsApi {
  constructor(
    private readonly confirmations: ConfirmationsRepository,
    private readonly notifications: NotificationsApi,
    private readonly jobs: JobsApi,
    private readonly switches: SwitchesApi,
    private readonly config: Config,
  ) {}

  async ofRound(tx: EntityManager, filingId: string, round: number): Promise<Confirmation[]> {
    const rows = await this.confirmations.ofRound(tx, filingId, round)
    return rows.map(({ id, covers, state, wrongTries, resends, expiresAt }) => ({ id, covers, state, wrongTries, resends, expiresAt }))
  }

  /** Writes to every person by SMS and mail, and sets the clock that ends the round. */
  async open(tx: EntityManager, round: Round): Promise<void> {
    const { filingId, now, expiresAt } = round
    for (const [position, planned] of round.confirmations.entries()) {
      const secret = { token: randomToken(), code: drawCode() }
      const mail = round.mails.get(planned.id) ?? ''
      await this.confirmations.insert(tx, { ...secret, planned, filingId, round: round.round, position, mail, now, expiresAt })
      await this.send(tx, { id: planned.id, mobile: planned.mobile, mail }, secret, round, now, expiresAt)
    }
    await this.jobs.send(tx, expiryQueue, { filingId }, { startAfter: expiresAt })
  }

  async save(tx: EntityManager, before: readonly Confirmation[], after: readonly Confirmation[], now: string): Promise<void> {
    for (const one of after) {
      const was = before.find(({ id }) => id === one.id)
      if (was && (was.state !== one.state || was.wrongTries !== one.wrongTries || was.resends !== one.resends)) await this.confirmations.save(tx, one, now)
    }
  }

  /** A new code under the same link; the former code stops working. */
  async resend(tx: EntityManager, id: string, occasion: Occasion, now: string): Promise<void> {
    const { row, mobile, mail, secret } = await this.confirmations.get(tx, id)
    if (!secret) throw new Error(`confirmation ${id} has ended and cannot be sent again`)
    const renewed = { token: secret.token, code: drawCode() }
    await this.confirmations.renewCode(tx, id, renewed)
    await this.notifications.supersede(tx, aboutOf(id))
    await this.send(tx, { id, mobile, mail }, renewed, occasion, now, row.expiresAt)
  }

  /** No link or code of the filing works any longer, nothing of them can be read, and what still waits in the outbox with them is not sent. */
  async close(tx: EntityManager, filingId: string, now: string): Promise<void> {
    for (const id of await this.confirmations.close(tx, filingId, now)) await this.notifications.supersede(tx, aboutOf(id))
  }

  /** As shown with the filing. `forOwner`: link and code as well, while the SMS platform is off. */
  async viewsOf(tx: EntityManager, filingId: string, round: number, forOwner: boolean): Promise<ConfirmationView[]> {
    const rows = await this.confirmations.ofRound(tx, filingId, round)
    const onScreen = forOwner && rows.some((row) => row.secret !== null) && (await this.switches.smsPlatform(tx)) === 'off'
    return rows.map((row) => {
      const { name, mobile, secret } = this.confirmations.opened(row)
      const { id, covers, state, expiresAt } = row
      return {
        id, covers, name, state, expiresAt, mobile: maskField('phone', mobile), triesLeft: triesLeft(row), resendsLeft: resendsLeft(row),
        onScreen: onScreen && secret ? { link: this.linkOf(secret.token), code: secret.code } : null,
      }
    })
  }

  private async send(tx: EntityManager, to: { id: string; mobile: string; mail: string }, secret: Secret, occasion: Occasion, now: string, expiresAt: string): Promise<void> {
    const minutes = Math.round((Date.parse(expiresAt) - Date.parse(now)) / 60_000)
    const { sms, mail, personal } = codeMessage('confirmation', { ...occasion, code: secret.code, link: this.linkOf(secret.token), minutes })
    const about = aboutOf(to.id)
    await this.notifications.message(tx, { channel: 'sms', to: to.mobile, text: sms, personal, expiresAt, about })
    if (to.mail) await this.notifications.message(tx, { channel: 'mail', to: to.mail, subject: mail.title, text: mail.body, personal, expiresAt, about })
  }

  private linkOf(token: string): string {
    return `${this.config.portals.owner}/confirm/${token}`
  }
}

const aboutOf = (id: string): string => `confirmation|${id}`
