import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { randomUUID } from 'node:crypto'
import { Logger } from 'nestjs-pino'
import { AppModule } from './app.module.js'
import { putUpBodyGate } from './http/body-gate.js'
import { Clock } from './platform/clock.js'
import type { Config } from './platform/config.js'

/** The whole API, ready to answer but not listening. The database must have today's shape. */
export async function createApp(config: Config, clock: Clock = new Clock()): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ trustProxy: [...config.trustedProxies], genReqId: () => randomUUID(), routerOptions: { maxParamLength: 200 } })
  const server = adapter.getInstance()
  putUpBodyGate(server)
  server.addHook('onSend', async (request, reply) => {
    void reply.headers({ 'cache-control': 'no-store', 'x-request-id': request.id })
  })
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, clock), adapter, {
    bodyParser: false, bufferLogs: true, abortOnError: false,
  })
  app.useLogger(app.get(Logger))
  app.setGlobalPrefix('api')
  await app.register(cookie)
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } } })
  await app.init()
  await server.ready()
  return app
}
