import { Global, Module } from '@nestjs/common'
import { BlacklistApi } from './blacklist.api.js'
import { BlacklistController } from './blacklist.controller.js'
import { BlacklistEntries } from './blacklist-entries.js'
import { BlacklistReader } from './blacklist.reader.js'
import { BlacklistService } from './blacklist.service.js'
import { ConflictKeysApi } from './conflict-keys.api.js'
import { ConflictPartiesReader } from './conflict-parties.reader.js'
import { ConflictsController } from './conflicts.controller.js'

/** Global, since filings and register keep what they claim here, and ask what others do. */
@Global()
@Module({
  controllers: [ConflictsController, BlacklistController],
  providers: [ConflictKeysApi, BlacklistApi, BlacklistEntries, BlacklistReader, BlacklistService, ConflictPartiesReader],
  exports: [ConflictKeysApi, BlacklistApi],
})
export class ConflictsModule {}
