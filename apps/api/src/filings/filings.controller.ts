import type { Actor } from '@icp/domain'
import { Controller } from '@nestjs/common'
import type { SessionInfo } from '../http/request.js'
import { type Answer, Input, OnceKey, type Parsed, Serve, Session, Who } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { CorrectionsService } from './corrections.service.js'
import { DraftsService } from './drafts.service.js'
import { FiguresReader } from './figures.reader.js'
import { FilingsExport } from './filings-export.service.js'
import { FilingsReader } from './filings.reader.js'
import { FinishingService } from './finishing.service.js'
import { VerificationService } from './verification.service.js'

@Controller()
export class FilingsController {
  constructor(
    private readonly reader: FilingsReader,
    private readonly exports: FilingsExport,
    private readonly figures: FiguresReader,
    private readonly drafts: DraftsService,
    private readonly finishing: FinishingService,
    private readonly corrections: CorrectionsService,
    private readonly verification: VerificationService,
  ) {}

  @Serve('listFilings')
  listFilings(@Who() actor: Actor, @Input() { query }: Parsed<'listFilings'>): Promise<Answer<'listFilings'>> {
    return this.reader.list(actor, query)
  }

  @Serve('exportFilings')
  exportFilings(@Who() actor: Actor, @Input() { query }: Parsed<'exportFilings'>): Promise<Answer<'exportFilings'>> {
    return this.exports.export(actor, query)
  }

  @Serve('getFigures')
  getFigures(@Who() actor: Actor): Promise<Answer<'getFigures'>> {
    return this.figures.of(actor)
  }

  @Serve('createFiling')
  createFiling(@Who() actor: Actor, @Input() { body }: Parsed<'createFiling'>, @OnceKey() once: Once | null): Promise<Answer<'createFiling'>> {
    return this.drafts.create(actor, body, once)
  }

  @Serve('getFiling')
  getFiling(@Who() actor: Actor, @Input() { params }: Parsed<'getFiling'>): Promise<Answer<'getFiling'>> {
    return this.reader.get(actor, params.id)
  }

  @Serve('getRevision')
  getRevision(@Who() actor: Actor, @Input() { params }: Parsed<'getRevision'>): Promise<Answer<'getRevision'>> {
    return this.reader.revision(actor, params.id, params.number)
  }

  @Serve('saveDraft')
  saveDraft(@Who() actor: Actor, @Input() { params, body }: Parsed<'saveDraft'>): Promise<Answer<'saveDraft'>> {
    return this.drafts.save(actor, params.id, body)
  }

  @Serve('discardDraft')
  discardDraft(@Who() actor: Actor, @Input() { params, body }: Parsed<'discardDraft'>, @OnceKey() once: Once | null): Promise<Answer<'discardDraft'>> {
    return this.drafts.discard(actor, params.id, body.version, once)
  }

  @Serve('finishFiling')
  finishFiling(
    @Session() session: SessionInfo, @Input() { params, body }: Parsed<'finishFiling'>, @OnceKey() once: Once | null,
  ): Promise<Answer<'finishFiling'>> {
    return this.finishing.finish(session, params.id, body, once)
  }

  @Serve('withdrawFiling')
  withdrawFiling(@Who() actor: Actor, @Input() { params, body }: Parsed<'withdrawFiling'>, @OnceKey() once: Once | null): Promise<Answer<'withdrawFiling'>> {
    return this.finishing.withdraw(actor, params.id, body.version, once)
  }

  @Serve('openCorrectionRequest')
  openCorrectionRequest(
    @Who() actor: Actor, @Input() { params, body }: Parsed<'openCorrectionRequest'>, @OnceKey() once: Once | null,
  ): Promise<Answer<'openCorrectionRequest'>> {
    return this.corrections.request(actor, params.id, body, once)
  }

  @Serve('declineCorrectionRequest')
  declineCorrectionRequest(
    @Who() actor: Actor, @Input() { params, body }: Parsed<'declineCorrectionRequest'>, @OnceKey() once: Once | null,
  ): Promise<Answer<'declineCorrectionRequest'>> {
    return this.corrections.decline(actor, params.id, params.requestId, body, once)
  }

  @Serve('correctFiling')
  correctFiling(@Who() actor: Actor, @Input() { params, body }: Parsed<'correctFiling'>, @OnceKey() once: Once | null): Promise<Answer<'correctFiling'>> {
    return this.corrections.correct(actor, params.id, body, once)
  }

  @Serve('getVerificationSheet')
  getVerificationSheet(@Who() actor: Actor, @Input() { params }: Parsed<'getVerificationSheet'>): Promise<Answer<'getVerificationSheet'>> {
    return this.reader.sheet(actor, params.id)
  }

  @Serve('passFiling')
  passFiling(@Who() actor: Actor, @Input() { params, body }: Parsed<'passFiling'>, @OnceKey() once: Once | null): Promise<Answer<'passFiling'>> {
    return this.verification.pass(actor, params.id, body, once)
  }

  @Serve('refuseFiling')
  refuseFiling(@Who() actor: Actor, @Input() { params, body }: Parsed<'refuseFiling'>, @OnceKey() once: Once | null): Promise<Answer<'refuseFiling'>> {
    return this.verification.refuse(actor, params.id, body, once)
  }
}
