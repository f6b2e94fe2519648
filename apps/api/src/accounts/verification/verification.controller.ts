import { Controller, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Answer, Input, type Parsed, Serve } from '../../http/serve.js'
import { VerificationService } from './verification.service.js'
import { Visits } from './visits.js'

@Controller()
export class VerificationController {
  constructor(
    private readonly service: VerificationService,
    private readonly visits: Visits,
  ) {}

  @Serve('drawVerificationPicture')
  drawVerificationPicture(
    @Input() { body }: Parsed<'drawVerificationPicture'>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer<'drawVerificationPicture'>> {
    return this.service.drawPicture(body.purpose, this.visits.begin(request, reply))
  }

  @Serve('askProofChallenge')
  askProofChallenge(
    @Input() { body }: Parsed<'askProofChallenge'>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer<'askProofChallenge'>> {
    return this.service.askProof(body.purpose, this.visits.begin(request, reply))
  }
}
