import { createApp } from '@icp/app-shell'
import { type Answerer, answering, apiStand, sampleMe, sampleSite } from '@icp/app-shell/testing'
import type { Figures, FilingRow } from '@icp/contract'
import { FilingStatus } from '@icp/domain'
import { ids, sampleFiling, samplePapers } from '@icp/filing-views/testing'
import { createMemoryHistory } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { settings } from './settings.js'

export const me = sampleMe({ category: 'provider', role: 'provider', name: '云端审核员', provider: { id: ids.provider, name: '云端网络' } })

export const figures = (parts: Partial<Figures['attention']> = {}): Figures => ({
  statuses: Object.fromEntries(FilingStatus.options.map((status) => [status, 0])) as Figures['statuses'],
  attention: { waiting: 0, 'open-requests': 0, 'due-soon': 0, overdue: 0, ...parts }, ages: [],
})

/** The row of a list, as a filing gives it. */
export const row = (parts: Partial<FilingRow> = {}): FilingRow => ({ ...sampleFiling(), ...parts })

/** The whole console at an address, on an API that answers by the contract. */
export const openConsole = (path: string, answers: Readonly<Record<string, Answerer>> = {}, language: 'en' | 'zh-CN' = 'en') => {
  const stand = apiStand({ ...answering('getSite', sampleSite()), ...answering('getMe', me), ...answering('getFigures', figures()), ...answering('listNotices', { rows: [], unread: 0 }), ...answering('getVerificationSheet', { asked: [], given: [] }, { id: ids.filing }),
    ...answering('listPapers', samplePapers(), { id: ids.filing }), ...answers })
  const app = createApp(settings, { fetch: stand.fetch, history: createMemoryHistory({ initialEntries: [path] }), language })
  render(app.element)
  return { ...stand, router: app.router }
}
