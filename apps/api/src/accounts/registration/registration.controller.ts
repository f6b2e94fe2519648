import { Controller, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { EvenPace } from '../../http/even-pace.interceptor.js'
import { type Answer, Input, OnceKey, type Parsed, Serve } from '../../http/serve.js'
import { sha256 } from '../../platform/digest.js'
import type { Once } from '../../platform/once.js'
import { Cookies } from '../cookies.js'
import { Visits } from '../verification/visits.js'
import { CompleteRegistrationService } from './complete-registration.service.js'
import { RegistrationCodesService } from './registration-codes.service.js'
import { noRegistration } from './registration-refusals.js'
import { RegistrationService } from './registration.service.js'

@Controller()
export class RegistrationController {
  constructor(
    private readonly service: RegistrationService,
    private readonly codes: RegistrationCodesService,
    private readonly completion: CompleteRegistrationService,
    private readonly cookies: Cookies,
    private readonly visits: Visits,
  ) {}

  @Serve('startRegistration')
  async startRegistration(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Answer<'startRegistration'>> {
    const cookie = await this.service.start(this.visits.of(request).address)
    void reply.setCookie(this.cookies.registration(), cookie, this.cookies.options('owner'))
    return this.service.get(cookie)
  }

  @Serve('getRegistration')
  getRegistration(@Req() request: FastifyRequest): Promise<Answer<'getRegistration'>> {
    return this.service.get(request.cookies[this.cookies.registration()])
  }

  @Serve('acceptForRegistration')
  acceptForRegistration(
    @Input() { body }: Parsed<'acceptForRegistration'>, @Req() request: FastifyRequest, @OnceKey() once: Once | null,
  ): Promise<Answer<'acceptForRegistration'>> {
    const cookie = cookieOf(request, this.cookies)
    return this.service.accept(cookie, body.document, body.version, ofRegistration(once, cookie))
  }

  @EvenPace()
  @Serve('sendRegistrationCodes')
  sendRegistrationCodes(@Input() { body }: Parsed<'sendRegistrationCodes'>, @Req() request: FastifyRequest): Promise<Answer<'sendRegistrationCodes'>> {
    return this.codes.send(cookieOf(request, this.cookies), body, this.visits.of(request))
  }

  @Serve('completeRegistration')
  completeRegistration(
    @Input() { body }: Parsed<'completeRegistration'>, @Req() request: FastifyRequest, @OnceKey() once: Once | null,
  ): Promise<Answer<'completeRegistration'>> {
    const cookie = cookieOf(request, this.cookies)
    return this.completion.complete(cookie, body, ofRegistration(once, cookie))
  }
}

/** Before there is an account, the registration itself is who asks. */
const ofRegistration = (once: Once | null, cookie: string): Once | null => once?.heldBy(`registration:${sha256(cookie)}`) ?? null

function cookieOf(request: FastifyRequest, cookies: Cookies): string {
  const cookie = request.cookies[cookies.registration()]
  if (!cookie) throw noRegistration()
  return cookie
}
