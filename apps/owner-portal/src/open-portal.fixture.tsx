import { createApp } from '@icp/app-shell'
import { type Answerer, answering, apiStand, refuse, sampleMe, samplePicture, sampleSite } from '@icp/app-shell/testing'
import { createMemoryHistory } from '@tanstack/react-router'
import { act, render } from '@testing-library/react'
import { StrictMode } from 'react'
import { settings } from './settings.js'

interface Opened {
  readonly language?: 'zh-CN' | 'en'
  /** Nobody is signed in. */
  readonly visitor?: boolean
}

/** The whole portal at an address, on an API that answers by the contract. */
export const openPortal = async (path: string, answers: Readonly<Record<string, Answerer>> = {}, { language = 'en', visitor = false }: Opened = {}) => {
  localStorage.clear()
  sessionStorage.clear()
  if (!visitor) localStorage.setItem('icp.signed-in', '1')
  const stand = apiStand({
    ...answering('getSite', sampleSite()), ...answering('drawVerificationPicture', samplePicture()), ...answering('listNotices', { rows: [], unread: 0 }),
    ...(visitor ? { 'GET /me': () => refuse(401), 'GET /log-on': () => refuse(401) } : answering('getMe', sampleMe())),
    ...answers,
  })
  const app = createApp(settings, { fetch: stand.fetch, history: createMemoryHistory({ initialEntries: [path] }), language })
  render(<StrictMode>{app.element}</StrictMode>)
  // The names of cities and counties come with a file of their own.
  await act(async () => { await import('@icp/domain/divisions') })
  return { ...stand, router: app.router, queries: app.queries }
}
