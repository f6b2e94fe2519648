import { Injectable, type OnModuleDestroy } from '@nestjs/common'
import { SwitchesApi } from '../administration/switches.api.js'
import { Clock } from '../platform/clock.js'
import { Config } from '../platform/config.js'
import { CircuitBreaker } from './circuit-breaker.js'
import type { MessageGateway, Outgoing } from './gateway.js'
import { MailGateway } from './mail-gateway.js'
import { SmsGateway } from './sms-gateway.js'

export type Channel = 'sms' | 'mail'

/** A gateway behind its circuit breaker. */
interface Way {
  readonly gateway: MessageGateway
  readonly breaker: CircuitBreaker
}

/** The ways that messages leave by, as configured. Without one, messages stay in the outbox, where the operator reads them: development and demonstrations. */
@Injectable()
export class Ways implements OnModuleDestroy {
  private readonly ways: Readonly<Record<Channel, Way | undefined>>

  constructor(
    config: Config,
    private readonly clock: Clock,
    private readonly switches: SwitchesApi,
  ) {
    const { mail, sms } = config.delivery
    this.ways = { mail: mail && this.behindBreaker(new MailGateway(mail)), sms: sms && this.behindBreaker(new SmsGateway(sms, clock)) }
  }

  /** Is there one, whether it may be used now or not? */
  has(channel: Channel): boolean {
    return this.ways[channel] !== undefined
  }

  isResting(channel: Channel): boolean {
    return this.ways[channel]?.breaker.isOpen ?? false
  }

  /** The way to use now; none for SMS while the SMS platform is off. */
  async of(channel: Channel): Promise<Pick<MessageGateway, 'deliver'> | undefined> {
    const way = this.ways[channel]
    if (!way || (channel === 'sms' && (await this.switches.smsPlatform()) === 'off')) return undefined
    return { deliver: (message: Outgoing) => way.breaker.run(() => way.gateway.deliver(message)) }
  }

  onModuleDestroy(): void {
    for (const way of Object.values(this.ways)) way?.gateway.close?.()
  }

  private behindBreaker(gateway: MessageGateway): Way {
    return { gateway, breaker: new CircuitBreaker(this.clock) }
  }
}
