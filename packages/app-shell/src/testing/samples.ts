import type { LogOnStep, Me, Site } from '@icp/contract'

const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()

/** A signed-in owner. */
export const sampleMe = (more: Partial<Me> = {}): Me => ({
  id: '00000000-0000-4000-8000-000000000001', userName: 'wang', name: '王小明', category: 'owner', role: 'owner', provider: null, province: null,
  toAccept: [], unreadNotices: 0, sessionEndsAt: soon(1800), ...more,
})

export const sampleStep = (more: Partial<LogOnStep> = {}): LogOnStep => ({
  way: 'message', mobile: '138****0001', email: 'w***@example.com', expiresAt: soon(300), resendAt: soon(-1), triesLeft: 5, onScreen: null, ...more,
})

export const sampleSite = (more: Partial<Site> = {}): Site => ({
  smsPlatform: 'on', passwordProfile: 'nist', now: new Date().toISOString(),
  portals: { owner: 'http://127.0.0.1:3001', provider: 'http://127.0.0.1:3002', administration: 'http://127.0.0.1:3003' }, ...more,
})

export const samplePicture = (id = '00000000-0000-4000-8000-00000000000a') => ({ id, svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', expiresAt: soon(300) })
