import { createApp } from '@icp/app-shell'
import { type Answerer, answering, apiStand, sampleMe, sampleSite } from '@icp/app-shell/testing'
import type { Figures, FilingRow, FilingView } from '@icp/contract'
import { FilingStatus } from '@icp/domain'
import { ids, sampleFiling, samplePapers } from '@icp/filing-views/testing'
import { createMemoryHistory } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { settings } from './settings.js'

const reviewer = sampleMe({ category: 'administration', role: 'reviewer', name: '审核员', province: '110000' })
export const operator = sampleMe({ category: 'administration', role: 'operator', name: '运维员' })
export const security = sampleMe({ category: 'administration', role: 'security-administrator', name: '安全员' })

export const figures = (statuses: Partial<Figures['statuses']> = {}, attention: Partial<Figures['attention']> = {}, ages: Figures['ages'] = []): Figures => ({
  statuses: { ...(Object.fromEntries(FilingStatus.options.map((status) => [status, 0])) as Figures['statuses']), ...statuses },
  attention: { waiting: 0, 'open-requests': 0, 'due-soon': 0, overdue: 0, ...attention }, ages,
})

/** A filing as its reviewer sees it while it is in review. */
export const inReview = (parts: Partial<FilingView> = {}): FilingView => sampleFiling({ status: 'in-review', actions: ['approve', 'return', 'refuse'], correctable: [], ...parts })

export const row = (parts: Partial<FilingRow> = {}): FilingRow => ({ ...inReview(), ...parts })

/** The whole console at an address, on an API that answers by the contract. */
export const openConsole = (path: string, answers: Readonly<Record<string, Answerer>> = {}, language: 'en' | 'zh-CN' = 'en') => {
  const stand = apiStand({
    ...answering('getSite', sampleSite()), ...answering('getMe', reviewer), ...answering('getFigures', figures()), ...answering('listNotices', { rows: [], unread: 0 }),
    ...answering('listFilings', { rows: [], total: 0, next: null }), ...answering('listConflicts', { rows: [] }, { id: ids.filing }), ...answering('getVerificationSheet', { asked: [], given: [] }, { id: ids.filing }),
    ...answering('listPapers', samplePapers(), { id: ids.filing }), ...answers,
  })
  const app = createApp(settings, { fetch: stand.fetch, history: createMemoryHistory({ initialEntries: [path] }), language })
  render(app.element)
  return { ...stand, router: app.router }
}
