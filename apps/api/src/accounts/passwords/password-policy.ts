import { type ChosenPassword, type Finding, knownPassword, passwordDays, passwordFindings, passwordLength, type PasswordProfile } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { later } from '../../platform/clock.js'
import { Config } from '../../platform/config.js'
import { KnownPasswords } from './known-passwords.js'

/** What a password must be here: the rules that every page knows too, in the profile that the operator has chosen, and the list that only the server has. */
@Injectable()
export class PasswordPolicy {
  constructor(
    private readonly config: Config,
    private readonly known: KnownPasswords,
  ) {}

  get profile(): PasswordProfile {
    return this.config.passwordProfile
  }

  /** Everything that is wrong with a chosen password; all at `password`. */
  async findings(chosen: ChosenPassword): Promise<Finding[]> {
    return [...passwordFindings(chosen, this.profile), ...(await this.beyondRules(chosen))]
  }

  /** What the rules of the domain cannot tell: whether it stands on the list. Nothing where they have found it too common already. */
  async beyondRules({ userName, password }: ChosenPassword): Promise<Finding[]> {
    const length = [...password].length
    if (length < passwordLength.least || length > passwordLength.most) return []
    const found = passwordFindings({ userName, password }, this.profile).some(({ rule }) => rule === knownPassword().rule)
    return !found && (await this.known.has(password)) ? [knownPassword()] : []
  }

  /** Whether a password of this age must be changed at a log-on at `now`. Never under `nist`, which has no such end. */
  hasExpired(changedAt: string, now: string): boolean {
    return this.profile === 'mlps' && later(changedAt, passwordDays * 24 * 3600) <= now
  }
}
