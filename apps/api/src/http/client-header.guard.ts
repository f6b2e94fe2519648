import { Refusal } from '@icp/domain'
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'

/**
 * A changing request must carry `x-icp-client: 1`. A page of another origin cannot send such a header without asking first, and is never allowed; together
 * with SameSite=Strict cookies and JSON bodies this is the wall against forged requests.
 */
@Injectable()
export class ClientHeaderGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    if (request.method === 'GET' || request.method === 'HEAD' || request.headers['x-icp-client'] === '1') return true
    throw new Refusal('forbidden', 'client-header-missing', { zh: '请求来源不被允许。', en: 'The request does not come from one of the portals.' })
  }
}
