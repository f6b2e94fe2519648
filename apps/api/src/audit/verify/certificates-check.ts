import { CertificateContent } from '../../certificates/certificate-content.api.js'
import { digestOfPayload } from '../../certificates/payload-signature.api.js'
import { same } from './compare.js'
import type { CertificateLine } from './export-line.js'
import type { Facts } from './facts.js'
import type { HeldSubject } from './register-check.js'
import type { Report, Wrong } from './report.js'
import type { SignersCheck } from './signers-check.js'

/** What was issued against its signature and the audit, and where each certificate stands against the register. */
export class CertificatesCheck {
  constructor(
    private readonly report: Report,
    private readonly facts: Facts,
    private readonly held: ReadonlyMap<string, HeldSubject>,
    private readonly signers: SignersCheck,
  ) {}

  certificate(line: CertificateLine): void {
    this.held.get(line.subjectId)?.certificates.push(line)
    this.report.saw('certificates')
    const wrong = this.faultOf(line)
    if (wrong) this.report.wrong('certificates', line.code, wrong)
  }

  private faultOf(line: CertificateLine): Wrong | undefined {
    const read = CertificateContent.safeParse(line.payload)
    if (!read.success) return 'payload'
    const payload = read.data
    if (digestOfPayload(payload) !== this.facts.payloads.get(line.id)) return this.facts.payloads.has(line.id) ? 'payload' : 'not-in-audit'
    const signed = { signature: Buffer.from(line.signature, 'base64'), signer: Buffer.from(line.signer, 'base64') }
    if (!this.signers.hold(line, payload, signed)) return 'signature'
    const row = [line.id, line.code, line.version, line.subjectNumber, line.subjectName, line.issuedAt]
    const said = [payload.certificateId, payload.code, payload.version, payload.subjectNumber, payload.subjectName, payload.issuedAt]
    if (row.join('\n') !== said.join('\n') || (line.services ?? payload.services.length) !== payload.services.length) return 'row'
    if (line.sha256 !== line.paperSha256 || line.sha256 !== (this.facts.papers.get(line.id) ?? null)) return 'paper'
    return undefined
  }

  /** Certificates came in order of subject and version. */
  end(): void {
    const counted = new Set<string>()
    for (const { subject, services, certificates } of this.held.values()) {
      const inForce = services.filter((service) => service.state === 'in-force').map((service) => service.number).sort()
      for (const [at, line] of certificates.entries()) {
        counted.add(line.id)
        const next = certificates[at + 1]
        if (!same(line.ownerAccountId, this.facts.ownerOf(subject.id)) || !same(line.province, subject.province)) this.report.wrong('certificates', line.code, 'row')
        if (line.version !== at + 1 || !standsRight(line, next, subject.state === 'in-force' ? inForce : [])) this.report.wrong('certificates', line.code, 'state')
      }
      const current = certificates.at(-1)
      // A hollow subject has no certificate.
      if (subject.state === 'in-force' && inForce.length > 0 && (current === undefined || current.state !== 'current' || numbersIn(current.payload).join() !== inForce.join())) {
        this.report.wrong('certificates', current?.code ?? subject.number, 'state')
      }
    }
    for (const id of this.facts.payloads.keys()) if (!counted.has(id)) this.report.expect(false, 'certificates', id, 'missing')
  }
}

/** `inForce`: numbers of the subject's services in force; none for a cancelled or hollow one, whose last certificate is cancelled. */
function standsRight(line: CertificateLine, next: CertificateLine | undefined, inForce: readonly string[]): boolean {
  if (next && line.state === 'replaced') return line.replacedBy === next.id && line.endedAt === next.issuedAt
  if (!next && inForce.length > 0) return line.state === 'current' && line.endedAt === null && line.replacedBy === null
  // Nothing that it names is left: the subject was cancelled, or hollow until another service came.
  return line.state === 'cancelled' && line.replacedBy === null && line.endedAt !== null && (!next || line.endedAt <= next.issuedAt)
    && !numbersIn(line.payload).some((number) => inForce.includes(number))
}

const numbersIn = (payload: unknown): string[] => {
  const read = CertificateContent.safeParse(payload)
  return read.success ? read.data.services.map((service) => service.number).sort() : []
}
