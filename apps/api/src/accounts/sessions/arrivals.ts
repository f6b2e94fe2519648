import { accountNotice, deviceWords } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { NotificationsApi } from '../../notifications/notifications.api.js'
import { Clock } from '../../platform/clock.js'
import { randomToken } from '../../platform/digest.js'
import type { Account } from '../account.js'
import { SessionsRepository } from '../sessions.repository.js'
import type { Arrival } from './arrival.js'
import { DevicesRepository } from './devices.repository.js'

/** The last step of every log-on, however it was proven: a session, and a word to the account when the device is one it was never used on. */
@Injectable()
export class Arrivals {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly devices: DevicesRepository,
    private readonly notifications: NotificationsApi,
    private readonly clock: Clock,
  ) {}

  /** Answers the cookies of the session and of the device. The first device of an account is told to nobody. */
  async open(tx: EntityManager, account: Account, arrival: Arrival): Promise<{ readonly session: string; readonly device: string }> {
    const now = this.clock.now()
    const session = await this.sessions.open(tx, account.id, now, arrival)
    const device = arrival.deviceCookie ?? randomToken()
    const { known, any } = await this.devices.look(tx, account.id, device)
    await this.devices.note(tx, account.id, device, now)
    if (any && !known) {
      const { title, text } = accountNotice('new-device', { device: deviceWords(arrival), address: arrival.address, at: now })
      await this.notifications.notice(tx, { accountIds: [account.id], title, text })
      await this.notifications.message(tx, { channel: 'mail', to: account.email, subject: title, text })
    }
    return { session, device }
  }
}
