import { randomBytes, randomUUID } from 'node:crypto'
import type { CertificateRow } from '@icp/contract'
import { Refusal, type RegisterCertificate } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { CheckpointsApi } from '../audit/checkpoints/checkpoints.api.js'
import { Clock } from '../platform/clock.js'
import { RuleDataApi } from '../rule-data/rule-data.api.js'
import { AuthorityHolder } from './authority-holder.js'
import { CertificatePapers } from './certificate-papers.service.js'
import { CertificatesReader } from './certificates.reader.js'
import { CertificatesRepository } from './certificates.repository.js'
import { codeRandomBytes, makeCertificateCode } from './paper/certificate-code.js'
import { findUnprintableCharacter, loadCertificateFonts } from './paper/certificate-fonts.js'
import { type IssueOrder, payloadOf } from './payload.js'
import { digestOfPayload, signPayload } from './payload-signature.api.js'
import { VerifyLinks } from './verify-links.js'

export type { IssueOrder }

/** What the approval asks of certificates. Everything here happens in the approval's own transaction. */
@Injectable()
export class CertificatesApi {
  constructor(
    private readonly certificates: CertificatesRepository,
    private readonly reader: CertificatesReader,
    private readonly papers: CertificatePapers,
    private readonly authority: AuthorityHolder,
    private readonly links: VerifyLinks,
    private readonly checkpoints: CheckpointsApi,
    private readonly clock: Clock,
    private readonly ruleData: RuleDataApi,
  ) {}

  /**
   * Issues the next version of the subject's certificate and ends the one in force as replaced. The signed payload is in the row at commit; its paper
   * is drawn right after (docs/decisions/0005). Takes a few milliseconds. Refuses (invalid) a text with a character that the paper cannot show.
   */
  async issue(tx: EntityManager, order: IssueOrder): Promise<RegisterCertificate & { readonly payloadDigest: string }> {
    const latest = await this.certificates.lockLatest(tx, order.subject.id)
    await this.certificates.shareSigning(tx)
    const issuedAt = this.clock.now()
    const id = randomUUID()
    const code = makeCertificateCode(randomBytes(codeRandomBytes))
    const version = (latest?.version ?? 0) + 1
    const payload = payloadOf(order, {
      certificateId: id, code, version, issuedAt, verifyUrl: this.links.of(code), checkpoint: await this.checkpoints.latest(tx),
      natureName: (await this.ruleData.names(tx)).codeName?.('natures', order.subject.content.nature),
      replaces: latest ? { code: latest.code, version: latest.version } : undefined,
    })
    const unprintable = findUnprintableCharacter(payload, await loadCertificateFonts())
    if (unprintable) throw cannotShow(unprintable.character, unprintable.codePoint)
    const { subject } = order
    if (latest) await this.certificates.end(tx, latest.id, 'replaced', issuedAt, id)
    await this.certificates.insert(tx, {
      id, subjectId: subject.id, version, code, ownerAccountId: order.ownerAccountId, province: subject.province, subjectNumber: subject.number,
      subjectName: subject.content.name, services: payload.services.length, payload, ...(await signPayload(payload, await this.authority.current(tx))), issuedAt,
    })
    await this.papers.drawAfterCommit(tx, id)
    return { id, code, version, state: 'current', payloadDigest: digestOfPayload(payload) }
  }

  /** The subject was cancelled, or its last service has moved away: its certificate in force ends as cancelled, and no version of it can be downloaded any more. */
  async endAll(tx: EntityManager, subjectId: string): Promise<void> {
    const latest = await this.certificates.lockLatest(tx, subjectId)
    if (latest) await this.certificates.end(tx, latest.id, 'cancelled', this.clock.now(), null)
  }

  /** All versions of these subjects' certificates, newest first, by subject. Also works on a manager outside of a transaction. */
  of(tx: EntityManager, subjectIds: readonly string[]): Promise<ReadonlyMap<string, CertificateRow[]>> {
    return this.reader.ofSubjects(tx, subjectIds)
  }
}

const cannotShow = (character: string, codePoint: string) =>
  new Refusal('invalid', 'certificate-character', {
    zh: `电子证书无法显示字符“${character}”（${codePoint}），请退回并更正名称。`,
    en: `The certificate cannot show the character “${character}” (${codePoint}). Return the filing and have the name corrected.`,
  })
