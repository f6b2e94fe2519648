import { deviceWords } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/clock.js'
import { randomToken } from '../../platform/digest.js'
import type { Account } from '../account.js'
import { AccountNotices } from '../account-notices.js'
import { SessionsRepository } from '../sessions.repository.js'
import type { Arrival } from './arrival.js'
import { DevicesRepository } from './devices.repository.js'

/** The last step of every log-on, however it was proven: a session, and a word to the account when the device is one it was never used on. */
@Injectable()
export class Arrivals {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly devices: DevicesRepository,
    private readonly notices: AccountNotices,
    private readonly clock: Clock,
  ) {}

  /** Answers the cookies of the session and of the device. The very first log-on of an account is told to nobody. */
  async open(tx: EntityManager, account: Account, arrival: Arrival): Promise<{ readonly session: string; readonly device: string }> {
    const now = this.clock.now()
    const device = arrival.deviceCookie ?? randomToken()
    const { id, known } = await this.devices.note(tx, account.id, device, arrival, now)
    const session = await this.sessions.open(tx, account.id, now, arrival, id)
    if (!known && account.lastLogOnAt !== null) {
      await this.notices.tell(tx, { inbox: account.id, email: account.email }, 'new-device', { device: deviceWords(arrival), address: arrival.address, at: now })
    }
    return { session, device }
  }
}
