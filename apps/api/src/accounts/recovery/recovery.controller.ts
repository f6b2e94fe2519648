import { Controller, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { EvenPace } from '../../http/even-pace.interceptor.js'
import { portalOf } from '../../http/request.js'
import { type Answer, Input, OnceKey, type Parsed, Serve } from '../../http/serve.js'
import { holderOf } from '../../platform/limits.js'
import type { Once } from '../../platform/once.js'
import { Cookies } from '../cookies.js'
import { Visits } from '../verification/visits.js'
import { NewPasswordService } from './new-password.service.js'
import { recoverAgain } from './recovery-refusals.js'
import { RecoveryService } from './recovery.service.js'
import { ResetCodeService } from './reset-code.service.js'

@Controller()
export class RecoveryController {
  constructor(
    private readonly recovery: RecoveryService,
    private readonly codes: ResetCodeService,
    private readonly passwords: NewPasswordService,
    private readonly cookies: Cookies,
    private readonly visits: Visits,
  ) {}

  @EvenPace()
  @Serve('askUserName')
  askUserName(@Input() { body }: Parsed<'askUserName'>, @Req() request: FastifyRequest): Promise<void> {
    return this.recovery.askUserName(body, this.visits.of(request))
  }

  @EvenPace()
  @Serve('askPasswordReset')
  async askPasswordReset(
    @Input() { body }: Parsed<'askPasswordReset'>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer<'askPasswordReset'>> {
    const portal = portalOf(request.headers)
    const { cookie, until } = await this.recovery.askPasswordReset(body, this.visits.of(request))
    void reply.setCookie(this.cookies.recovery(portal), cookie, this.cookies.options(portal))
    return { until }
  }

  @EvenPace()
  @Serve('enterResetCode')
  enterResetCode(@Input() { body }: Parsed<'enterResetCode'>, @Req() request: FastifyRequest, @OnceKey() once: Once | null): Promise<Answer<'enterResetCode'>> {
    const cookie = request.cookies[this.cookies.recovery(portalOf(request.headers))]
    if (!cookie) throw recoverAgain()
    return this.codes.enter(cookie, body.code, once)
  }

  @Serve('lookAtResetLink')
  lookAtResetLink(@Input() { body }: Parsed<'lookAtResetLink'>, @Req() request: FastifyRequest): Promise<Answer<'lookAtResetLink'>> {
    return this.passwords.look(body.token, holderOf(request.ip))
  }

  @Serve('setNewPassword')
  setNewPassword(@Input() { body }: Parsed<'setNewPassword'>, @Req() request: FastifyRequest, @OnceKey() once: Once | null): Promise<Answer<'setNewPassword'>> {
    return this.passwords.set(body, holderOf(request.ip), once)
  }
}
