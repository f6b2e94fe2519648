import { Controller } from '@nestjs/common'
import { type Answer, Input, OnceKey, type Parsed, Serve, Who } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { CutOrders } from './cut-orders.service.js'
import { ForcedCancellationsReader } from './forced-cancellations.reader.js'
import { ForcedCancellations } from './forced-cancellations.service.js'
import { ForcibleRecords } from './forcible-records.js'
import type { Provider, Reviewer } from './parties.js'

@Controller()
export class ForcedController {
  constructor(
    private readonly records: ForcibleRecords,
    private readonly cancellations: ForcedCancellations,
    private readonly reader: ForcedCancellationsReader,
    private readonly cuts: CutOrders,
  ) {}

  @Serve('findForcible')
  findForcible(@Who() actor: Reviewer, @Input() { query }: Parsed<'findForcible'>): Promise<Answer<'findForcible'>> {
    return this.records.find(actor, query.q)
  }

  @Serve('previewForced')
  previewForced(@Who() actor: Reviewer, @Input() { params, query }: Parsed<'previewForced'>): Promise<Answer<'previewForced'>> {
    return this.records.preview(actor, params.id, query.number)
  }

  @Serve('cancelByForce')
  cancelByForce(@Who() actor: Reviewer, @Input() { params, body }: Parsed<'cancelByForce'>, @OnceKey() once: Once | null): Promise<Answer<'cancelByForce'>> {
    return this.cancellations.cancel(actor, params.id, body, once)
  }

  @Serve('listForcedCancellations')
  listForcedCancellations(@Who() actor: Reviewer, @Input() { query }: Parsed<'listForcedCancellations'>): Promise<Answer<'listForcedCancellations'>> {
    return this.reader.list(actor, query)
  }

  @Serve('listCutOrders')
  listCutOrders(@Who() actor: Provider, @Input() { query }: Parsed<'listCutOrders'>): Promise<Answer<'listCutOrders'>> {
    return this.cuts.list(actor, query)
  }

  @Serve('acknowledgeCuts')
  acknowledgeCuts(@Who() actor: Provider, @Input() { body }: Parsed<'acknowledgeCuts'>, @OnceKey() once: Once | null): Promise<Answer<'acknowledgeCuts'>> {
    return this.cuts.acknowledge(actor, body.ids, once)
  }
}
