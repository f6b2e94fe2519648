import { Controller } from '@nestjs/common'
import { type Answer, Serve } from '../../http/serve.js'
import { VerificationService } from './verification.service.js'

@Controller()
export class VerificationController {
  constructor(private readonly service: VerificationService) {}

  @Serve('drawVerificationPicture')
  drawVerificationPicture(): Promise<Answer<'drawVerificationPicture'>> {
    return this.service.drawPicture()
  }

  @Serve('askProofChallenge')
  askProofChallenge(): Promise<Answer<'askProofChallenge'>> {
    return this.service.askProof()
  }
}
