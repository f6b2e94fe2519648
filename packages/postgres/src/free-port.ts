import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * Where it looks. Systems give outgoing connections ports from 32768 (Linux) or 49152 (others) on, so that no connection that begins meanwhile takes one
 * of these; browsers refuse some of the lower ones.
 */
const [lowest, highest] = [12_000, 32_000] as const
const mostTries = 100

/** A TCP port of 127.0.0.1 that nobody listened on a moment ago. It is not reserved: take it soon. */
export async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < mostTries; tries++) {
    const port = randomInt(lowest, highest)
    if (await isFree(port)) return port
  }
  throw new Error(`No port between ${lowest} and ${highest} is free`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
