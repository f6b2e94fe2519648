import { Controller, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { EvenPace } from '../../http/even-pace.interceptor.js'
import { actorOf, portalOf } from '../../http/request.js'
import { type Answer, Input, type Parsed, Serve } from '../../http/serve.js'
import { actAs } from '../../platform/acting.js'
import { Cookies } from '../cookies.js'
import { SelfReader } from '../self/self.reader.js'
import { SelfService } from '../self/self.service.js'
import { arrivalOf } from '../sessions/arrival.js'
import { Visits } from '../verification/visits.js'
import { LogOnCodeService } from './log-on-code.service.js'
import { logOnAgain } from './log-on-refusals.js'
import { LogOnService } from './log-on.service.js'

@Controller()
export class LogOnController {
  constructor(
    private readonly service: LogOnService,
    private readonly codes: LogOnCodeService,
    private readonly self: SelfService,
    private readonly reader: SelfReader,
    private readonly cookies: Cookies,
    private readonly visits: Visits,
  ) {}

  @EvenPace()
  @Serve('logOn')
  async logOn(@Input() { body }: Parsed<'logOn'>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Answer<'logOn'>> {
    const portal = portalOf(request.headers)
    const { step, cookie } = await this.service.start(body, this.visits.of(request), arrivalOf(request, this.cookies))
    void reply.setCookie(this.cookies.attempt(portal), cookie, this.cookies.options(portal))
    return step
  }

  @Serve('getLogOnStep')
  getLogOnStep(@Req() request: FastifyRequest): Promise<Answer<'getLogOnStep'>> {
    return this.service.get(attemptOf(request, this.cookies))
  }

  @Serve('resendLogOnCode')
  resendLogOnCode(@Req() request: FastifyRequest): Promise<Answer<'resendLogOnCode'>> {
    return this.service.resend(attemptOf(request, this.cookies))
  }

  @Serve('enterLogOnCode')
  async enterLogOnCode(
    @Input() { body }: Parsed<'enterLogOnCode'>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer<'enterLogOnCode'>> {
    const portal = portalOf(request.headers)
    const { cookie, device } = await this.codes.enter(attemptOf(request, this.cookies), body.code, arrivalOf(request, this.cookies), request.icpSession?.id)
    void reply.clearCookie(this.cookies.attempt(portal), this.cookies.options(portal))
    void reply.setCookie(this.cookies.session(portal), cookie, this.cookies.options(portal))
    void reply.setCookie(this.cookies.device(portal), device, this.cookies.deviceOptions(portal))
    const session = await this.self.getSession(cookie)
    return actAs(actorOf(session), () => this.reader.getMe(session))
  }

  @Serve('logOff')
  async logOff(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const portal = portalOf(request.headers)
    if (request.icpSession) await this.self.logOff(request.icpSession)
    void reply.clearCookie(this.cookies.session(portal), this.cookies.options(portal))
  }
}

function attemptOf(request: FastifyRequest, cookies: Cookies): string {
  const cookie = request.cookies[cookies.attempt(portalOf(request.headers))]
  if (!cookie) throw logOnAgain()
  return cookie
}
