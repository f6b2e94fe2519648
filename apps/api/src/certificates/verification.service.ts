import type { CertificateCheck } from '@icp/contract'
import { Refusal, shanghaiDay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { actAs } from '../platform/acting.js'
import { AuthorityHolder } from './authority-holder.js'
import { CertificatesReader, type CertificateStanding } from './certificates.reader.js'
import { parseCertificateCode } from './paper/certificate-code.js'
import { verifyPdf } from './paper/certificate-verification.js'
import { statementOf } from './statement.js'

type Described = NonNullable<CertificateCheck['certificate']>

/** What anyone may learn of a certificate: what it said when it was issued, and what the register says of it today. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly reader: CertificatesReader,
    private readonly authority: AuthorityHolder,
  ) {}

  /** Refuses (not found) a code that no certificate carries. */
  async byCode(typed: string): Promise<CertificateCheck> {
    const found = await this.get(typed)
    return { verdict: null, signedAt: null, signer: null, certificate: await this.describe(found) }
  }

  /** What was issued, with its signature, as one line for programs. Whether it still holds today, only `byCode` says. Refuses as `byCode` does. */
  async statement(typed: string): Promise<string> {
    const { id, code } = await this.get(typed)
    const issued = await actAs({ role: 'verifier', code }, () => this.reader.getIssued(id))
    return statementOf(issued.payload, issued)
  }

  private async get(typed: string): Promise<CertificateStanding> {
    const code = parseCertificateCode(typed)
    const found = code && (await this.find(code))
    if (!found) throw code ? unknown() : malformed()
    return found
  }

  /** Judges a file. The certificate is described only when the signature covers its code. */
  async byPdf(pdf: Buffer): Promise<CertificateCheck> {
    const { verdict, signedAt, signerName, code } = await verifyPdf(pdf, [await this.authority.root()])
    const found = code === undefined ? undefined : await this.find(code)
    return {
      verdict, signedAt: signedAt?.toISOString() ?? null, signer: signerName ?? null, certificate: found ? await this.describe(found) : null,
    }
  }

  /** Anybody may ask about the certificate whose code they have, and sees no other. */
  private find(code: string): Promise<CertificateStanding | undefined> {
    return actAs({ role: 'verifier', code }, () => this.reader.findByCode(code))
  }

  private async describe({ payload, ...certificate }: CertificateStanding): Promise<Described> {
    const today = new Map((await this.reader.servicesToday(payload.services.map(({ number }) => number))).map((service) => [service.number, service]))
    return {
      code: certificate.code,
      version: certificate.version,
      state: certificate.state,
      issuedAt: certificate.issuedAt,
      endedAt: certificate.endedAt,
      replacedBy: certificate.replacedBy,
      subjectNumber: payload.subjectNumber,
      subjectName: payload.subjectName,
      administration: payload.administration,
      services: payload.services.map(({ number, type, name, domains }) => {
        const cancelledAt = today.get(number)?.cancelledAt ?? null
        return {
          number, type, name, domain: domains.map((domain) => domain.unicode).join(' '), state: today.get(number)?.state ?? 'cancelled',
          cancelledOn: cancelledAt === null ? null : shanghaiDay(cancelledAt),
        }
      }),
    }
  }
}

const malformed = () =>
  new Refusal('not-found', 'code-malformed', {
    zh: '这不是有效的核验码：请核对证书上的 12 位核验码（如 7F3K-9Q2M-XX4P）。',
    en: 'This is not a certificate code. Compare it with the twelve characters on the certificate, such as 7F3K-9Q2M-XX4P.',
  })

const unknown = () =>
  new Refusal('not-found', 'code-unknown', {
    zh: '没有电子证书使用该核验码。请核对；若证书上确为此码，该证书不是本系统签发的。',
    en: 'No certificate carries this code. Compare it; if the paper really shows it, the paper was not issued by this system.',
  })
