import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import type { PortalName, PortalOptions } from './serve-portal.js'

const folders: Record<PortalName, string> = { owner: 'owner-portal', provider: 'provider-console', administration: 'regulator-console' }
const offsets: Record<PortalName, number> = { owner: 1, provider: 2, administration: 3 }

/**
 * Which portals to serve, from the environment:
 * PORT_BASE (3000; portals listen on + 1, + 2, + 3) · API_URL (http://127.0.0.1:PORT_BASE) · HOST (127.0.0.1) ·
 * API_CA_FILE (PEM of the authority that an https API_URL is held against, and no other) ·
 * PORTALS_ROOT (folder that holds owner-portal/dist and its two siblings; this workspace's apps/) · BEHIND_PROXY (1: a reverse proxy of ours names the client).
 */
export function portalsFrom(env: NodeJS.ProcessEnv): PortalOptions[] {
  const base = portBaseFrom(env)
  const apiAuthority = authorityFrom(env)
  const root = env.PORTALS_ROOT ?? fileURLToPath(new URL('../../../apps', import.meta.url))
  return (Object.keys(folders) as PortalName[]).map((portal) => ({
    portal,
    root: path.join(root, folders[portal], 'dist'),
    port: base + offsets[portal],
    api: env.API_URL ?? `http://127.0.0.1:${base}`,
    apiAuthority,
    host: env.HOST ?? '127.0.0.1',
    behindProxy: env.BEHIND_PROXY === '1',
  }))
}

function authorityFrom({ API_URL = '', API_CA_FILE = '' }: NodeJS.ProcessEnv): string | undefined {
  if (API_CA_FILE === '') return undefined
  if (!API_URL.startsWith('https:')) throw new Error('API_CA_FILE is given, so API_URL must be an https address.')
  try {
    return fs.readFileSync(API_CA_FILE, 'utf8')
  } catch (error) {
    throw new Error(`The file ${API_CA_FILE} is missing or cannot be read; API_CA_FILE names the authority of the API's certificate.`, { cause: error })
  }
}

function portBaseFrom(env: NodeJS.ProcessEnv): number {
  const base = Number(env.PORT_BASE ?? 3000)
  if (!Number.isInteger(base) || base < 1 || base > 65532) throw new Error(`PORT_BASE must be a number from 1 to 65532, not "${env.PORT_BASE}".`)
  return base
}

export const portalsToServe = () => portalsFrom(process.env)
