import { same } from './compare.js'
import type { AcceptanceLine } from './export-line.js'
import type { Facts } from './facts.js'
import type { Report } from './report.js'

/** What owners consented to, in which version and when, against the entries of registration and of each later acceptance. */
export class AcceptancesCheck {
  /** Whether the lines hold this kind; an older export does not. */
  hasLines = false
  private readonly seen = new Set<string>()

  constructor(
    private readonly report: Report,
    private readonly facts: Facts,
  ) {}

  acceptance({ accountId, document, version, acceptedAt }: AcceptanceLine): void {
    const where = `account:${accountId} ${document} ${version}`
    const known = this.facts.acceptances.get(accountId)
    const said = known?.accepted.get(`${document} ${version}`)
    this.seen.add(where)
    if (said) this.report.expect(same(acceptedAt, said.at), 'acceptances', where, 'row')
    // Of an account whose registration no entry tells, not every acceptance need have one.
    else if (known?.isWhole) this.report.expect(false, 'acceptances', where, 'not-in-audit')
  }

  end(): void {
    if (!this.hasLines) return
    for (const [id, { accepted }] of this.facts.acceptances) {
      for (const one of accepted.keys()) if (!this.seen.has(`account:${id} ${one}`)) this.report.expect(false, 'acceptances', `account:${id} ${one}`, 'missing')
    }
  }
}
