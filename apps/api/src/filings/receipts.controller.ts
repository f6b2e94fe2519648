import type { Actor } from '@icp/domain'
import { Controller, Ip } from '@nestjs/common'
import { type Answer, Input, type Parsed, Serve, Who } from '../http/serve.js'
import { holderOf, type Limit, Limits } from '../platform/limits.js'
import { ReceiptsService } from './receipts.service.js'

/** Each check opens a whole filing. */
const perAddress: Limit = { name: 'receipt-check', points: 30, seconds: 60 }

@Controller()
export class ReceiptsController {
  constructor(
    private readonly receipts: ReceiptsService,
    private readonly limits: Limits,
  ) {}

  @Serve('getReceipt')
  getReceipt(@Who() actor: Actor, @Input() { params }: Parsed<'getReceipt'>): Promise<Answer<'getReceipt'>> {
    return this.receipts.of(actor, params.id)
  }

  @Serve('checkReceipt')
  async checkReceipt(@Ip() address: string, @Input() { body }: Parsed<'checkReceipt'>): Promise<Answer<'checkReceipt'>> {
    await this.limits.take(perAddress, holderOf(address))
    return this.receipts.check(body)
  }
}
