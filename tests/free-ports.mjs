import { createServer } from 'node:net'

/** A number from which four ports are free; below those that systems give to outgoing connections, which begin and end all the time. */
export async function findFreeBase() {
  for (;;) {
    const base = 12_000 + Math.floor(Math.random() * 20_000)
    const free = await Promise.all([0, 1, 2, 3].map((offset) => isFree(base + offset)))
    if (free.every(Boolean)) return base
  }
}

export function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
