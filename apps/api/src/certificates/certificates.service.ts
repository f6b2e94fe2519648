import { type Actor, Refusal, shanghaiDay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { AuditApi } from '../audit/audit.api.js'
import { Transactions } from '../platform/transaction.service.js'
import { CertificatePapers } from './certificate-papers.service.js'
import { CertificatesReader, type CertificateStanding } from './certificates.reader.js'

export interface Paper {
  readonly pdf: Buffer
  /** ASCII, `icp-certificate-7F3K-9Q2M-XX4P.pdf`. */
  readonly fileName: string
}

@Injectable()
export class CertificatesService {
  constructor(
    private readonly reader: CertificatesReader,
    private readonly papers: CertificatePapers,
    private readonly transactions: Transactions,
    private readonly audit: AuditApi,
  ) {}

  /**
   * The paper, for its owner and for the administration of its province; nobody else learns that it exists. A replaced version can still be had;
   * after the subject is cancelled none can (conflict).
   */
  async download(actor: Actor, id: string): Promise<Paper> {
    const certificate = await this.reader.findById(id)
    if (!certificate || !mayRead(actor, certificate)) throw notFound()
    if (certificate.state === 'cancelled') throw cancelled(certificate)
    if (actor.role !== 'owner') await this.transactions.write(null, (tx) => this.audit.noteRead(tx, { actor, action: 'certificate.open', objects: [`certificate:${id}`] }))
    return { pdf: await this.papers.paperOf(id), fileName: `icp-certificate-${certificate.code}.pdf` }
  }
}

const mayRead = (actor: Actor, certificate: CertificateStanding): boolean =>
  (actor.role === 'owner' && actor.accountId === certificate.ownerAccountId) || (actor.role === 'reviewer' && actor.province === certificate.province)

const notFound = () => new Refusal('not-found', 'certificate-unknown', { zh: '没有找到该电子证书。', en: 'There is no such certificate.' })

function cancelled({ subjectNumber, endedAt }: CertificateStanding): Refusal {
  const day = shanghaiDay(endedAt ?? '')
  return new Refusal('conflict', 'subject-cancelled', {
    zh: `${subjectNumber} 已于 ${day} 注销，电子证书不再提供下载。`,
    en: `${subjectNumber} was cancelled on ${day}; its certificate can no longer be downloaded.`,
  })
}
