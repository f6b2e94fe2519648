import { Refusal } from '@icp/domain'
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { Config } from '../platform/config.js'

/**
 * The wall against requests that another site forges in somebody's browser; SameSite=Strict cookies and JSON bodies stand beside it. A changing request must carry
 * `x-icp-client: 1`, which a page of another origin cannot send without asking first, and is never allowed to. Where the browser says which page sent it
 * (Origin, Sec-Fetch-Site), that page must be one of the portals, or of the address that was asked.
 */
@Injectable()
export class ClientHeaderGuard implements CanActivate {
  private readonly portals: ReadonlySet<string>

  constructor(config: Config) {
    this.portals = new Set(Object.values(config.portals).map((address) => new URL(address).origin))
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    if (request.method === 'GET' || request.method === 'HEAD') return true
    if (request.headers['x-icp-client'] !== '1') throw foreign('client-header-missing')
    const { origin, 'sec-fetch-site': site } = request.headers
    if (site === 'cross-site') throw foreign('foreign-origin')
    if (origin !== undefined && !this.portals.has(origin) && origin !== `${request.protocol}://${request.host}`) throw foreign('foreign-origin')
    return true
  }
}

const foreign = (code: string) => new Refusal('forbidden', code, { zh: '请求来源不被允许。', en: 'The request does not come from one of the portals.' })
