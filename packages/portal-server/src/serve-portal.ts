import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import path from 'node:path'
import { passApi } from './api-proxy.js'
import { writeCompressedCopies } from './compressed-copies.js'
import { readPageShell } from './page-shell.js'
import { permissionsPolicy, securityHeaders, strictTransport } from './security-headers.js'

export type PortalName = 'owner' | 'provider' | 'administration'

export type PortalOptions = {
  /** Folder of the built portal (with index.html). */
  root: string
  /** 0 takes a free one. */
  port: number
  /** Origin of the API, such as http://127.0.0.1:3000. */
  api: string
  /** PEM of the authority whose certificates the API must show, where it is reached by https; left out: those that the system trusts. */
  apiAuthority?: string | undefined
  portal: PortalName
  /** Address to listen on; this machine only when left out. */
  host?: string
  /** True behind a reverse proxy of ours: the client's address is then the one that the proxy names. */
  behindProxy?: boolean
}

export type ServedPortal = { url: string; close: () => Promise<void> }

/** Serves one built portal and passes its /api to the API. Throws one sentence when it is not built or the port is taken. */
export async function servePortal(options: PortalOptions): Promise<ServedPortal> {
  const { root, port, host = '127.0.0.1', behindProxy = false } = options
  const pageShell = readPageShell(root)
  await writeCompressedCopies(root)
  const app = fastify({ trustProxy: behindProxy, forceCloseConnections: true })
  await app.register(helmet, securityHeaders)
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('permissions-policy', permissionsPolicy)
    if (request.protocol === 'https') void reply.header('strict-transport-security', strictTransport)
  })
  await passApi(app, options)
  await serveFiles(app, root)
  app.setNotFoundHandler((request, reply) => (isPage(request) ? sendPage(reply, pageShell) : reply.code(404).type('text/plain').send('Not found')))
  await listen(app, port, host)
  return { url: urlOf(app), close: () => app.close() }
}

/** Files of the build. Those in assets/ have their content's hash in the name and never change. */
async function serveFiles(app: FastifyInstance, root: string) {
  await app.register(fastifyStatic, {
    root,
    index: false,
    preCompressed: true,
    cacheControl: false,
    // The page itself is never sent as a file: it needs its nonce. What begins with a dot is no part of a portal, whoever left it there.
    allowedPath: (file) => file !== '/index.html' && !/\/$|\/\.|\.(?:br|gz)$/.test(file),
    setHeaders: (reply, file) => {
      const lasting = path.relative(root, file).startsWith(`assets${path.sep}`)
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

/** A person's address bar asks for a page, whatever the path (a domain in it looks like a file name); a script or picture that is gone is a 404. */
function isPage(request: FastifyRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const { pathname } = new URL(request.url, 'http://portal')
  if (pathname.startsWith('/assets/') || pathname.startsWith('/api/')) return false
  return request.headers.accept?.includes('text/html') === true || path.posix.extname(pathname) === ''
}

const sendPage = (reply: FastifyReply, pageShell: (nonce: string) => string) =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(pageShell(reply.cspNonce.style))

async function listen(app: FastifyInstance, port: number, host: string) {
  try {
    await app.listen({ port, host })
  } catch (error) {
    await app.close()
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new Error(`Port ${port} is in use.`, { cause: error })
    throw error
  }
}

function urlOf(app: FastifyInstance): string {
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return `http://localhost:${address.port}`
}
