import { Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { ProvidersModule } from '../providers/providers.module.js'
import { AccessEndsController } from './access-ends.controller.js'
import { AccessEndsService } from './access-ends.service.js'
import { AgreementsController } from './agreements.controller.js'
import { AgreementsService } from './agreements.service.js'
import { ContestedPoints } from './contested-points.js'
import { PaperMoves } from './paper-moves.js'
import { CorrectionEntity, CorrectionRequestEntity } from './correction.entity.js'
import { CorrectionViews } from './correction-views.js'
import { CorrectionsService } from './corrections.service.js'
import { DraftKeeper } from './draft-keeper.js'
import { DraftsService } from './drafts.service.js'
import { FiguresReader } from './figures.reader.js'
import { FieldReader } from './field-reader.js'
import { FilingEntity, FilingEventEntity, FilingPassEntity, FilingRevisionEntity } from './filing.entity.js'
import { FilingChanges, FilingChangesEntity } from './filing-changes.js'
import { FilingCollisions } from './filing-collisions.js'
import { FilingFindings } from './filing-findings.js'
import { FilingHistory } from './filing-history.js'
import { FilingNotices } from './filing-notices.js'
import { FilingSteps } from './filing-steps.js'
import { FilingViews } from './filing-view.js'
import { FilingWitnesses } from './filing-witnesses.js'
import { FilingsApi } from './filings.api.js'
import { FilingsController } from './filings.controller.js'
import { ReceiptsController } from './receipts.controller.js'
import { ReceiptsService } from './receipts.service.js'
import { FilingsExport } from './filings-export.service.js'
import { FilingsReader } from './filings.reader.js'
import { FilingsRepository } from './filings.repository.js'
import { FinishContests } from './finish-contests.js'
import { FinishingService } from './finishing.service.js'
import { OwnFilings } from './own-filings.js'
import { OpenFilings } from './open-filings.js'
import { ReceivingViews } from './receiving-views.js'
import { RecordDrafts } from './record-drafts.js'
import { RunningContents } from './running-contents.js'
import { SilenceService } from './silence.service.js'
import { StaleDrafts } from './stale-drafts.js'
import { VerificationSheetEntity } from './verification-sheet.entity.js'
import { VerificationSheets } from './verification-sheets.js'
import { VerificationService } from './verification.service.js'

/** Global, as review, confirmations and register are: each asks the others at their doors. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([FilingEntity, FilingRevisionEntity, FilingPassEntity, FilingEventEntity, FilingChangesEntity, CorrectionRequestEntity, CorrectionEntity, VerificationSheetEntity]),
    ProvidersModule,
  ],
  controllers: [FilingsController, ReceiptsController, AgreementsController, AccessEndsController],
  providers: [
    ReceiptsService, FilingsApi, FilingsRepository, FilingsReader, FilingsExport, FiguresReader, FilingSteps, FilingWitnesses, FilingNotices, FilingHistory, FilingViews, FilingFindings, FilingChanges, FilingCollisions,
    AccessEndsService, AgreementsService, ReceivingViews, CorrectionViews, OpenFilings, OwnFilings, RunningContents, SilenceService, StaleDrafts, FieldReader, DraftKeeper, RecordDrafts, DraftsService, ContestedPoints, PaperMoves, FinishContests, FinishingService, CorrectionsService, VerificationSheets, VerificationService,
  ],
  exports: [FilingsApi],
})
export class FilingsModule {}
