import { portalsToServe } from './serve-portals-config.js'
import { servePortal, type ServedPortal } from './serve-portal.js'

// Started as a program: serves all three portals until it is told to end.
const served: ServedPortal[] = []

async function end(code: number) {
  await Promise.all(served.map((portal) => portal.close()))
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(0))

try {
  for (const portal of portalsToServe()) served.push(await servePortal(portal))
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  await end(1)
}
