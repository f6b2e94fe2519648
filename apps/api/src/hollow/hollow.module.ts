import { Global, Module } from '@nestjs/common'
import { HollowClearances } from './hollow-clearances.service.js'
import { HollowController } from './hollow.controller.js'
import { HollowNotices } from './hollow-notices.service.js'
import { HollowReader } from './hollow.reader.js'
import { HollowRecordsApi } from './hollow-records.api.js'

/** Global, since the register keeps here which of its records are hollow. */
@Global()
@Module({
  controllers: [HollowController],
  providers: [HollowRecordsApi, HollowReader, HollowNotices, HollowClearances],
  exports: [HollowRecordsApi],
})
export class HollowModule {}
