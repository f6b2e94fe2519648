import type { Actor } from '@icp/domain'
import { Controller, Ip, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { type Answer, Input, type Parsed, Serve, Who } from '../http/serve.js'
import { holderOf, type Limit, Limits } from '../platform/limits.js'
import { AuthorityHolder } from './authority-holder.js'
import { CertificatesReader } from './certificates.reader.js'
import { CertificatesService } from './certificates.service.js'
import { revokedList } from './revoked-signers.api.js'
import { VerificationService } from './verification.service.js'

/** A file takes some milliseconds to judge, and codes are not for trying through. */
const perAddress: Limit = { name: 'verify', points: 60, seconds: 60 }

@Controller()
export class CertificatesController {
  constructor(
    private readonly service: CertificatesService,
    private readonly verification: VerificationService,
    private readonly reader: CertificatesReader,
    private readonly authority: AuthorityHolder,
    private readonly limits: Limits,
  ) {}

  @Serve('listCertificates')
  listCertificates(@Who() actor: Actor, @Input() { query }: Parsed<'listCertificates'>): Promise<Answer<'listCertificates'>> {
    return this.reader.listOfProvince(actor, query.q, query.cursor)
  }

  @Serve('downloadCertificate')
  async downloadCertificate(
    @Who() actor: Actor, @Input() { params }: Parsed<'downloadCertificate'>, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer<'downloadCertificate'>> {
    const { pdf, fileName } = await this.service.download(actor, params.id)
    void reply.header('content-disposition', `inline; filename="${fileName}"`)
    return pdf
  }

  @Serve('verifyByCode')
  async verifyByCode(@Ip() address: string, @Input() { params }: Parsed<'verifyByCode'>): Promise<Answer<'verifyByCode'>> {
    await this.limits.take(perAddress, holderOf(address))
    return this.verification.byCode(params.code)
  }

  @Serve('getCertificateStatement')
  async getCertificateStatement(@Ip() address: string, @Input() { params }: Parsed<'getCertificateStatement'>): Promise<Answer<'getCertificateStatement'>> {
    await this.limits.take(perAddress, holderOf(address))
    return Buffer.from(await this.verification.statement(params.code))
  }

  @Serve('getRevokedSigners')
  async getRevokedSigners(@Ip() address: string): Promise<Answer<'getRevokedSigners'>> {
    await this.limits.take(perAddress, holderOf(address))
    return revokedList((await this.authority.trust()).revoked)
  }

  @Serve('verifyPdf')
  async verifyPdf(@Ip() address: string, @Input() { body }: Parsed<'verifyPdf'>): Promise<Answer<'verifyPdf'>> {
    await this.limits.take(perAddress, holderOf(address))
    return this.verification.byPdf(body)
  }
}
