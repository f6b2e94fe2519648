import { Global, Module } from '@nestjs/common'
import { DeliveryService } from './delivery.service.js'
import { MessageGateway, OutboxGateway } from './gateway.js'
import { NoticesController } from './notices.controller.js'
import { NoticesReader } from './notices.reader.js'
import { NoticesRepository } from './notices.repository.js'
import { NoticesService } from './notices.service.js'
import { NotificationsApi } from './notifications.api.js'
import { OutboxReader } from './outbox.reader.js'
import { OutboxRepository } from './outbox.repository.js'

@Global()
@Module({
  controllers: [NoticesController],
  providers: [
    NotificationsApi, NoticesRepository, NoticesReader, NoticesService, OutboxRepository, OutboxReader, DeliveryService,
    { provide: MessageGateway, useClass: OutboxGateway },
  ],
  exports: [NotificationsApi],
})
export class NotificationsModule {}
