import { createServer } from 'node:net'

/** Throws one sentence when a port that this start needs is taken. */
export async function ensurePortsAreFree({ ports, host, base }) {
  for (const { name, port } of ports) {
    const fault = await tryPort(port, host)
    if (fault === undefined) continue
    if (fault === 'EADDRINUSE') {
      throw new Error(`Port ${port} (${name}) is in use. Free it, or choose four others: PORT_BASE=${base < 60000 ? base + 100 : 3000} npm start`)
    }
    throw new Error(`Port ${port} (${name}) cannot be used on ${host}: ${fault}.`)
  }
}

function tryPort(port, host) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(error.code))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)))
  })
}
