import type { Revocation } from '@icp/contract'
import { Injectable } from '@nestjs/common'
import { AuditApi } from '../audit/audit.api.js'
import { CheckpointsApi } from '../audit/checkpoints/checkpoints.api.js'
import { Clock, later } from '../platform/clock.js'
import { Transactions } from '../platform/transaction.service.js'
import { AuthorityHolder } from './authority-holder.js'
import { CertificatesRepository } from './certificates.repository.js'
import { findSigner, signRevocation } from './paper/certificate-authority.js'
import { revokeAction, revokedBy } from './revoked-signers.api.js'

/** How far two instances' measures of the database's time may be apart (platform/database-clock.ts); what was issued just before counts as before. */
const clockSlackSeconds = 2

/** Takes a signer's word away, and has the next one sign. */
@Injectable()
export class SignerRevocation {
  constructor(
    private readonly transactions: Transactions,
    private readonly certificates: CertificatesRepository,
    private readonly authority: AuthorityHolder,
    private readonly audit: AuditApi,
    private readonly checkpoints: CheckpointsApi,
    private readonly clock: Clock,
  ) {}

  /**
   * Waits for what is being signed, so that everything signed until now is noted before and nothing after. The list comes before the commit: if that fails, the
   * signer is revoked all the same, and the same command again writes its entry. Safe to repeat. Throws when no signer is `called` so.
   */
  async revoke(called: string, reason: Revocation['reason']): Promise<{ readonly revocation: Revocation; readonly signer: string }> {
    const { folder } = this.authority
    const found = await findSigner(folder, called)
    if (!found) throw new Error(`No signer in ${folder}/signers is called ${called}, by its folder, its key or its certificate.`)
    const revocation = await this.transactions.write(null, async (tx) => {
      await this.certificates.holdSigning(tx)
      const revoked = await this.authority.revoked(tx)
      const made = revoked.get(found.print)
        ?? await signRevocation(folder, { key: found.print, name: found.name, since: later(this.clock.now(), clockSlackSeconds), reason })
      if ((await this.audit.entriesOf(tx, revokeAction, found.print)).length === 0) {
        await this.audit.append(tx, { actor: { role: 'clock' }, action: 'signer.revoke', objectType: 'signer', objectId: found.print, detail: { revocation: made, by: 'revoke-signer' } })
        await this.checkpoints.takeAfterCommit(tx)
      }
      await this.authority.publish(revokedBy([...revoked.values(), made]))
      return made
    })
    return { revocation, signer: (await this.authority.current()).signerPrint }
  }
}
