import { Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CertificatesModule } from '../certificates/certificates.module.js'
import { ReviewApi } from './review.api.js'
import { ReviewController } from './review.controller.js'
import { ReviewDecisionEntity } from './review-decision.entity.js'
import { ReviewService } from './review.service.js'

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ReviewDecisionEntity]), CertificatesModule],
  controllers: [ReviewController],
  providers: [ReviewApi, ReviewService],
  exports: [ReviewApi],
})
export class ReviewModule {}
