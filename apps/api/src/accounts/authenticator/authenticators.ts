import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/clock.js'
import { codeAsTyped } from '../../platform/codes.js'
import { Config } from '../../platform/config.js'
import { AuthenticatorsRepository } from './authenticators.repository.js'
import { drawRecoveryCodes, recoveryCodeAsTyped, recoveryCodeForReading } from './recovery-codes.js'
import { codeOfStep, startOfStep, stepAt, stepOf } from './time-codes.js'

export type SecondFactor = 'authenticator' | 'recovery-code'

/** The second step of whoever has an authenticator. Counting wrong tries is the business of who asks. */
@Injectable()
export class Authenticators {
  constructor(
    private readonly store: AuthenticatorsRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async has(tx: EntityManager, accountId: string): Promise<boolean> {
    return (await this.store.find(tx, accountId)) !== undefined
  }

  /** Uses up what was typed: a code of the authenticator, each time step once, or a recovery code. Undefined when it is neither, or was used before. */
  async use(tx: EntityManager, accountId: string, typed: string): Promise<SecondFactor | undefined> {
    const now = this.clock.now()
    const authenticator = await this.store.find(tx, accountId)
    if (!authenticator) return undefined
    const step = stepOf(authenticator.secret, codeAsTyped(typed), now)
    if (step !== undefined) return (await this.store.useStep(tx, accountId, step)) ? 'authenticator' : undefined
    const recoveryCode = recoveryCodeAsTyped(typed)
    return recoveryCode && (await this.store.useRecoveryCode(tx, accountId, recoveryCode, now)) ? 'recovery-code' : undefined
  }

  /** Takes the authenticator whose secret is proven by the code of `step`; answers the recovery codes, which are nowhere afterwards. */
  async add(tx: EntityManager, accountId: string, secret: string, step: number): Promise<string[]> {
    const codes = drawRecoveryCodes()
    await this.store.replace(tx, accountId, { secret, lastStep: step, addedAt: this.clock.now() }, codes)
    return codes.map(recoveryCodeForReading)
  }

  /**
   * The code that works next for an account of the demo data, and only where demo data is asked for (which no production is): whoever tries the system has
   * no phone with it. Undefined while the last two codes were both used and the next is not there yet.
   */
  async demoCode(tx: EntityManager, { id, demo }: { readonly id: string; readonly demo: boolean }): Promise<string | undefined> {
    if (!demo || !this.config.demo) return undefined
    const authenticator = await this.store.find(tx, id)
    if (!authenticator) return undefined
    const current = stepAt(this.clock.now())
    const next = Math.max(current, authenticator.lastStep + 1)
    return next > current + 1 ? undefined : codeOfStep(authenticator.secret, next)
  }

  /** When a code that was not used yet works at the latest. */
  readonly nextCodeAt = (): string => startOfStep(stepAt(this.clock.now()) + 1)
}
