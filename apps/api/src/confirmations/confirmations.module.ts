import { Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { ConfirmationEntity } from './confirmation.entity.js'
import { ConfirmationsApi } from './confirmations.api.js'
import { ConfirmationsController } from './confirmations.controller.js'
import { ConfirmationsRepository } from './confirmations.repository.js'
import { ConfirmationsService } from './confirmations.service.js'

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ConfirmationEntity])],
  controllers: [ConfirmationsController],
  providers: [ConfirmationsApi, ConfirmationsRepository, ConfirmationsService],
  exports: [ConfirmationsApi],
})
export class ConfirmationsModule {}
