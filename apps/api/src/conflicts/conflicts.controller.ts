import type { Actor } from '@icp/domain'
import { Controller } from '@nestjs/common'
import { type Answer, Input, type Parsed, Serve, Who } from '../http/serve.js'
import { ConflictPartiesReader } from './conflict-parties.reader.js'

@Controller()
export class ConflictsController {
  constructor(private readonly parties: ConflictPartiesReader) {}

  @Serve('listConflicts')
  listConflicts(@Who() actor: Actor, @Input() { params }: Parsed<'listConflicts'>): Promise<Answer<'listConflicts'>> {
    return this.parties.list(actor, params.id)
  }

  @Serve('getConflictParty')
  getConflictParty(@Who() actor: Actor, @Input() { params }: Parsed<'getConflictParty'>): Promise<Answer<'getConflictParty'>> {
    return this.parties.party(actor, params.id, params.partyId)
  }
}
