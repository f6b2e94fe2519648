import { type Bilingual, Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { SlidingLimits } from '../../platform/sliding-limits.js'
import { codeFinding, tooManyWrong } from '../codes/code-refusals.js'
import { wrongCodes } from '../codes/code-limits.js'
import { Authenticators } from './authenticators.js'

/** Whether whoever acts holds the authenticator of the account, outside of a log-on. Wrong codes count together with all others of the account, 20 a day. */
@Injectable()
export class AuthenticatorProof {
  constructor(
    private readonly authenticators: Authenticators,
    private readonly limits: SlidingLimits,
  ) {}

  isAsked(tx: EntityManager, accountId: string): Promise<boolean> {
    return this.authenticators.has(tx, accountId)
  }

  /** A wrong one is answered, not thrown: commit `tx`, which has counted the try, and then throw `wrongProof`. */
  async check(tx: EntityManager, accountId: string, typed: string): Promise<boolean> {
    const wait = await this.limits.take(tx, wrongCodes, accountId)
    if (wait > 0) throw tooManyWrong(wrongCodes, wait)
    if (!(await this.authenticators.use(tx, accountId, typed))) return false
    await this.limits.giveBack(tx, wrongCodes, accountId)
    return true
  }
}

export const wrongProof = (path: string): Refusal => {
  const text: Bilingual = { zh: '动态口令不正确或已经用过。', en: 'The code of the authenticator is not right, or was used before.' }
  const how: Bilingual = { zh: '请等待身份验证器显示下一个口令后输入。', en: 'Wait for the next code of your authenticator.' }
  return new Refusal('invalid', 'code-wrong', text, { findings: [codeFinding(path, text, how)] })
}
