import type { Actor } from '@icp/domain'
import { Controller } from '@nestjs/common'
import { type Answer, Input, OnceKey, type Parsed, Serve, Who } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { ReviewService } from './review.service.js'

@Controller()
export class ReviewController {
  constructor(private readonly review: ReviewService) {}

  @Serve('approveFiling')
  approveFiling(@Who() actor: Actor, @Input() { params, body }: Parsed<'approveFiling'>, @OnceKey() once: Once | null): Promise<Answer<'approveFiling'>> {
    return this.review.approve(actor, params.id, body, once)
  }

  @Serve('returnFiling')
  returnFiling(@Who() actor: Actor, @Input() { params, body }: Parsed<'returnFiling'>, @OnceKey() once: Once | null): Promise<Answer<'returnFiling'>> {
    return this.review.return(actor, params.id, body, once)
  }
}
