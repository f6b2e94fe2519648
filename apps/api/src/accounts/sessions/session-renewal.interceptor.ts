import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { mergeMap, Observable } from 'rxjs'
import { portalOf } from '../../http/request.js'
import { Cookies } from '../cookies.js'
import { Rises } from './rises.js'
import { SessionsService } from './sessions.service.js'

/** Gives a session that rose in this request a new cookie, once the act has succeeded. */
@Injectable()
export class SessionRenewalInterceptor implements NestInterceptor {
  constructor(
    private readonly rises: Rises,
    private readonly sessions: SessionsService,
    private readonly cookies: Cookies,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp()
    const state = { risen: false }
    const inRequest = new Observable((subscriber) => this.rises.run(state, () => next.handle().subscribe(subscriber)))
    return inRequest.pipe(mergeMap(async (answer) => {
      if (state.risen) await this.renew(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>())
      return answer
    }))
  }

  private async renew(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (!request.icpSession) return
    const cookie = await this.sessions.renew(request.icpSession)
    const portal = portalOf(request.headers)
    if (cookie) void reply.setCookie(this.cookies.session(portal), cookie, this.cookies.options(portal))
  }
}
