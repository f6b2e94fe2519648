import { fileURLToPath } from 'node:url'
import path from 'node:path'
import type { PortalName, PortalOptions } from './serve-portal.js'

const folders: Record<PortalName, string> = { owner: 'owner-portal', provider: 'provider-console', administration: 'regulator-console' }
const offsets: Record<PortalName, number> = { owner: 1, provider: 2, administration: 3 }

/**
 * Which portals to serve, from the environment:
 * PORT_BASE (3000; portals listen on + 1, + 2, + 3) · API_URL (http://127.0.0.1:PORT_BASE) · HOST (127.0.0.1) ·
 * PORTALS_ROOT (folder that holds owner-portal/dist and its two siblings; this workspace's apps/) · BEHIND_PROXY (1: a reverse proxy of ours names the client).
 */
export function portalsFrom(env: NodeJS.ProcessEnv): PortalOptions[] {
  const base = portBaseFrom(env)
  const root = env.PORTALS_ROOT ?? fileURLToPath(new URL('../../../apps', import.meta.url))
  return (Object.keys(folders) as PortalName[]).map((portal) => ({
    portal,
    root: path.join(root, folders[portal], 'dist'),
    port: base + offsets[portal],
    api: env.API_URL ?? `http://127.0.0.1:${base}`,
    host: env.HOST ?? '127.0.0.1',
    behindProxy: env.BEHIND_PROXY === '1',
  }))
}

function portBaseFrom(env: NodeJS.ProcessEnv): number {
  const base = Number(env.PORT_BASE ?? 3000)
  if (!Number.isInteger(base) || base < 1 || base > 65532) throw new Error(`PORT_BASE must be a number from 1 to 65532, not "${env.PORT_BASE}".`)
  return base
}

export const portalsToServe = () => portalsFrom(process.env)
