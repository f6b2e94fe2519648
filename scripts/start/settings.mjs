import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const top = fileURLToPath(new URL('../..', import.meta.url))

const usualBase = 3000

/**
 * Where and how this copy runs, from the environment: PORT_BASE (API; portals on + 1, + 2, + 3), HOST (address to listen on; this machine only by default),
 * DATA_DIR (.data), DATABASE_URL (a PostgreSQL of yours instead of the one from npm).
 */
export function readSettings(env) {
  const base = Number(env.PORT_BASE || usualBase)
  if (!Number.isInteger(base) || base < 1 || base > 65532) throw new Error(`PORT_BASE must be a number from 1 to 65532, not "${env.PORT_BASE}".`)
  return {
    base,
    host: env.HOST || '127.0.0.1',
    dataDir: path.resolve(top, env.DATA_DIR || '.data'),
    databaseUrl: env.DATABASE_URL || undefined,
    ports: [
      { name: 'API', port: base },
      { name: 'owner portal', port: base + 1, portal: 'owner' },
      { name: 'provider console', port: base + 2, portal: 'provider' },
      { name: 'regulator console', port: base + 3, portal: 'administration' },
    ],
  }
}
