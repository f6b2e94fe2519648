import { Global, Module } from '@nestjs/common'
import { DeliveryController } from './delivery.controller.js'
import { DeliveryService } from './delivery.service.js'
import { MessageReadsRepository } from './message-reads.repository.js'
import { MessageRevealService } from './message-reveal.service.js'
import { NoticesController } from './notices.controller.js'
import { NoticesReader } from './notices.reader.js'
import { NoticesRepository } from './notices.repository.js'
import { NoticesService } from './notices.service.js'
import { NotificationsApi } from './notifications.api.js'
import { OutboxReader } from './outbox.reader.js'
import { OutboxRepository } from './outbox.repository.js'
import { ResendService } from './resend.service.js'
import { SmsBudget } from './sms-budget.js'
import { Ways } from './ways.js'

@Global()
@Module({
  controllers: [NoticesController, DeliveryController],
  providers: [
    NotificationsApi, NoticesRepository, NoticesReader, NoticesService, OutboxRepository, OutboxReader, DeliveryService, ResendService, SmsBudget, Ways,
    MessageReadsRepository, MessageRevealService,
  ],
  exports: [NotificationsApi],
})
export class NotificationsModule {}
