import cookie from '@fastify/cookie'
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { randomUUID } from 'node:crypto'
import { Logger } from 'nestjs-pino'
import { AppModule } from './app.module.js'
import { putUpBodyGate } from './http/body-gate.js'
import { paramLimit, requestSeconds } from './http/gate-limits.js'
import { answerUnreadable, answerUnroutable } from './http/unreadable-requests.js'
import { actAs, house, visitor } from './platform/acting.js'
import type { Clock } from './platform/clock.js'
import type { Config } from './platform/config.js'
import { readTls } from './platform/tls.js'

/** An answer of the API is data: nothing in it may run, be framed or be sent on. Strict transport is promised only where the portals are reached by https. */
const securityHeaders = (config: Config): FastifyHelmetOptions => ({
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] } },
  hsts: Object.values(config.portals).every((address) => address.startsWith('https:')) ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  frameguard: { action: 'deny' },
  referrerPolicy: { policy: 'no-referrer' },
})

/** The whole API, ready to answer but not listening. The database must have today's shape, and its time holds unless another clock is given. */
export function createApp(config: Config, clock?: Clock): Promise<NestFastifyApplication> {
  // What starts looks whether certificates were issued, and for nothing else of anybody's.
  return actAs(house('certificates'), () => build(config, clock))
}

async function build(config: Config, clock: Clock | undefined): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: [...config.trustedProxies], genReqId: () => randomUUID(), routerOptions: { maxParamLength: paramLimit },
    requestTimeout: 1000 * requestSeconds, clientErrorHandler: answerUnreadable, frameworkErrors: answerUnroutable,
    ...(config.tls ? { https: readTls(config.tls) } : {}),
  })
  const server = adapter.getInstance()
  putUpBodyGate(server)
  // Whoever sends a request is a visitor until the guard has found a session; after the body is read, since reading it may lose the scope.
  server.addHook('preValidation', (_request, _reply, done) => actAs(visitor, done))
  server.addHook('onSend', async (request, reply) => {
    void reply.headers({ 'cache-control': 'no-store', 'x-request-id': request.id })
  })
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, clock), adapter, {
    bodyParser: false, bufferLogs: true, abortOnError: false,
  })
  app.useLogger(app.get(Logger))
  app.setGlobalPrefix('api')
  await app.register(cookie)
  await app.register(helmet, securityHeaders(config))
  await app.init()
  await server.ready()
  return app
}
