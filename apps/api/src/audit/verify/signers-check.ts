import type { CertificateContent } from '../../certificates/certificate-content.api.js'
import { judgePayload, type PayloadSignature, type Word } from '../../certificates/payload-signature.api.js'
import { findRevocation, keyPrintOf, readRevoked, revokedBy, type RevokedSigners } from '../../certificates/revoked-signers.api.js'
import type { CertificateLine } from './export-line.js'
import type { Facts, Noted } from './facts.js'
import type { Report } from './report.js'

/**
 * Who signed the certificates, and which of them were revoked: what a revoked signer has signed counts only where the log has its issue before the revocation,
 * by instant and by place, so that an entry which was put in afterwards with an earlier instant helps nobody (docs/decisions/0072).
 */
export class SignersCheck {
  private known: RevokedSigners | undefined
  private readonly seen = new Set<string>()

  constructor(
    private readonly report: Report,
    private readonly facts: Facts,
    /** PEM of the authority's root; undefined when it was not given. */
    private readonly root: string | undefined,
    /** The list that is published; undefined when there is none. */
    private readonly list: string | undefined,
  ) {
    if (root === undefined) report.skip('signers', 'none-given')
  }

  /** Whether the signature of a certificate is one of this root's. Certificates come after all entries. */
  hold({ id, code }: CertificateLine, payload: CertificateContent, signed: PayloadSignature): boolean {
    if (this.root === undefined) return true
    const word = this.judge(id, payload, signed, this.root)
    if (word === 'not-genuine') return false
    const key = keyPrintOf(signed.signer)
    if (!this.seen.has(key)) this.report.saw('signers')
    this.seen.add(key)
    if (word === 'revoked-signer') this.report.wrong('signers', code, 'revoked')
    return true
  }

  private judge(id: string, payload: CertificateContent, signed: PayloadSignature, root: string): Word {
    try {
      const key = keyPrintOf(signed.signer)
      return judgePayload(payload, signed, { root, revoked: this.revoked(root) }, this.notedAt(this.facts.issues.get(id), key))
    } catch {
      return 'not-genuine'
    }
  }

  /** When it was noted; null where the log has it behind the revocation of its signer. */
  private notedAt(issue: Noted | undefined, key: string): string | null {
    const revocation = this.facts.revocations.find((one) => one.key === key)
    const behind = revocation && issue && (issue.sequence ?? Infinity) > (revocation.sequence ?? Infinity)
    return issue && !behind ? issue.at : null
  }

  private revoked(root: string): RevokedSigners {
    return (this.known ??= revokedBy([
      ...this.facts.revocations.flatMap(({ revocation }) => findRevocation(revocation, root) ?? []), ...(this.listed(root)?.values() ?? []),
    ]))
  }

  private listed(root: string): RevokedSigners | undefined {
    return this.list === undefined ? new Map() : readRevoked(this.list, root)
  }

  /** The list and the audit name the same signers, by the word of the root. */
  end(): void {
    if (this.root === undefined) return
    const listed = this.listed(this.root)
    if (!listed) this.report.wrong('signers', 'revoked.json', 'signature')
    const noted = new Set<string>()
    for (const { key, revocation } of this.facts.revocations) {
      const holds = findRevocation(revocation, this.root)?.key === key
      if (!holds) this.report.wrong('signers', key, 'signature')
      else if (this.list !== undefined && listed && !listed.has(key)) this.report.wrong('signers', key, 'missing')
      noted.add(key)
    }
    for (const key of listed?.keys() ?? []) if (!noted.has(key)) this.report.wrong('signers', key, 'not-in-audit')
  }
}
