import httpProxy from '@fastify/http-proxy'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Passes /api to the API. The API learns here, and nowhere else, through which portal a request came; what a client writes in these headers is replaced. */
export async function passApi(app: FastifyInstance, { api, apiAuthority, portal }: { api: string; apiAuthority?: string | undefined; portal: string }) {
  await app.register(httpProxy, {
    upstream: api,
    prefix: '/api',
    rewritePrefix: '/api',
    // Of an https address the certificate is always checked: against this authority and no other, or against those of the system. The proxy itself checks none unless it is told.
    undici: { connect: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(apiAuthority === undefined ? {} : { ca: apiAuthority }) } },
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => {
        const { forwarded: _clientsWord, ...others } = headers
        return { ...others, ...sentBy(request as FastifyRequest), 'x-icp-portal': portal }
      },
      onError: (reply) => {
        void reply
          .code(503)
          .headers({ 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '5', 'cache-control': 'no-store' })
          .send(JSON.stringify(unavailable))
      },
    },
  })
}

/** The form of every refusal of the API, which cannot say it itself. */
const unavailable = {
  type: 'about:blank', title: 'Service unavailable', status: 503, code: 'api-unavailable', findings: [], retryAfter: 5, requestId: '',
  text: { zh: '系统暂时不可用，请 5 秒后重试。', en: 'Not available for the moment. Try again in 5 seconds.' },
}

const sentBy = (request: FastifyRequest) => ({
  'x-forwarded-for': request.ip,
  'x-forwarded-proto': request.protocol,
  'x-forwarded-host': request.host,
})
