import { Global, Module } from '@nestjs/common'
import { CertificatesModule } from '../certificates/certificates.module.js'
import { CutOrdersLate } from './cut-orders-late.service.js'
import { CutOrders } from './cut-orders.service.js'
import { ForcedCancellationsReader } from './forced-cancellations.reader.js'
import { ForcedCancellations } from './forced-cancellations.service.js'
import { ForcedController } from './forced.controller.js'
import { ForcedEndsApi } from './forced-ends.api.js'
import { ForcibleRecords } from './forcible-records.js'

/** Global, since the register says of its records which were cancelled by force. */
@Global()
@Module({
  imports: [CertificatesModule],
  controllers: [ForcedController],
  providers: [ForcedEndsApi, ForcibleRecords, ForcedCancellationsReader, ForcedCancellations, CutOrders, CutOrdersLate],
  exports: [ForcedEndsApi],
})
export class ForcedModule {}
