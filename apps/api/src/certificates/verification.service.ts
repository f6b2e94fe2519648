import type { CertificateCheck } from '@icp/contract'
import { Refusal, shanghaiDay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { actAs } from '../platform/acting.js'
import { AuthorityHolder } from './authority-holder.js'
import { CertificatesReader, type CertificateStanding } from './certificates.reader.js'
import { parseCertificateCode } from './paper/certificate-code.js'
import { verifyPdf } from './paper/certificate-verification.js'
import { SignerStanding } from './signer-standing.js'
import { statementOf } from './statement.js'

type Described = NonNullable<CertificateCheck['certificate']>

/** What anyone may learn of a certificate: what it said when it was issued, and what the register says of it today. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly reader: CertificatesReader,
    private readonly authority: AuthorityHolder,
    private readonly standing: SignerStanding,
  ) {}

  /** Refuses (not found) a code that no certificate carries. What a revoked signer has put into the register is told so and not described. */
  async byCode(typed: string): Promise<CertificateCheck> {
    const found = await this.get(typed)
    const { word } = await this.issued(found)
    const revoked = word === 'revoked-signer'
    return { verdict: revoked ? word : null, signedAt: null, signer: null, certificate: revoked ? null : await this.describe(found) }
  }

  /**
   * What was issued, with its signature, as one line for programs. Whether it still holds today, only `byCode` says. Refuses as `byCode` does, and (conflict)
   * what a revoked signer has put into the register.
   */
  async statement(typed: string): Promise<string> {
    const { issued, word } = await this.issued(await this.get(typed))
    if (word === 'revoked-signer') throw byRevokedSigner()
    return statementOf(issued.payload, issued)
  }

  private async issued({ id, code }: CertificateStanding) {
    const issued = await actAs({ role: 'verifier', code }, () => this.reader.getIssued(id))
    return { issued, word: await this.standing.ofIssued(issued) }
  }

  private async get(typed: string): Promise<CertificateStanding> {
    const code = parseCertificateCode(typed)
    const found = code && (await this.find(code))
    if (!found) throw code ? unknown() : malformed()
    return found
  }

  /** Judges a file. The certificate is described only when the signature covers its code. */
  async byPdf(pdf: Buffer): Promise<CertificateCheck> {
    const { root } = await this.authority.trust()
    const { verdict, signedAt, signerName, signerPrint, code } = await verifyPdf(pdf, [root])
    const found = code === undefined ? undefined : await this.find(code)
    const claimed = { signedAt: signedAt?.toISOString() ?? null, signer: signerName ?? null }
    if (signerPrint !== undefined && !(await this.standing.paperCounts(pdf, signerPrint, found?.id))) return { verdict: 'revoked-signer', ...claimed, certificate: null }
    return { verdict, ...claimed, certificate: found ? await this.describe(found) : null }
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

const byRevokedSigner = () =>
  new Refusal('conflict', 'revoked-signer', {
    zh: '该证书由已吊销的密钥签署，且没有吊销之前签发的记录，不予认可。',
    en: 'This certificate was signed with a key that was revoked, and nothing shows that it was issued before. It does not count.',
  })

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
