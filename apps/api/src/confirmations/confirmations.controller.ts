import { Controller } from '@nestjs/common'
import { type Answer, Input, type Parsed, Serve } from '../http/serve.js'
import { ConfirmationsService } from './confirmations.service.js'

@Controller()
export class ConfirmationsController {
  constructor(private readonly confirmations: ConfirmationsService) {}

  @Serve('getConfirmation')
  getConfirmation(@Input() { params }: Parsed<'getConfirmation'>): Promise<Answer<'getConfirmation'>> {
    return this.confirmations.page(params.token)
  }

  @Serve('confirm')
  confirm(@Input() { params, body }: Parsed<'confirm'>): Promise<Answer<'confirm'>> {
    return this.confirmations.confirm(params.token, body)
  }

  @Serve('resendConfirmationCode')
  resendConfirmationCode(@Input() { params }: Parsed<'resendConfirmationCode'>): Promise<Answer<'resendConfirmationCode'>> {
    return this.confirmations.resend(params.token)
  }
}
