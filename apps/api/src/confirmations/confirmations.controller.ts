import { Controller } from '@nestjs/common'
import { type Answer, Input, OnceKey, type Parsed, Serve } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { ConfirmationsService } from './confirmations.service.js'

@Controller()
export class ConfirmationsController {
  constructor(private readonly confirmations: ConfirmationsService) {}

  @Serve('getConfirmation')
  getConfirmation(@Input() { params }: Parsed<'getConfirmation'>): Promise<Answer<'getConfirmation'>> {
    return this.confirmations.page(params.token)
  }

  @Serve('confirm')
  confirm(@Input() { params, body }: Parsed<'confirm'>, @OnceKey() once: Once | null): Promise<Answer<'confirm'>> {
    return this.confirmations.confirm(params.token, body, once)
  }

  @Serve('resendConfirmationCode')
  resendConfirmationCode(
    @Input() { params }: Parsed<'resendConfirmationCode'>, @OnceKey() once: Once | null,
  ): Promise<Answer<'resendConfirmationCode'>> {
    return this.confirmations.resend(params.token, once)
  }
}
