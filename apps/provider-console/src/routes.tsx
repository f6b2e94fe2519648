import { authRoute, NoticesPage, StaffAccountPage } from '@icp/app-shell'
import { type AnyRoute, createRoute } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { BoardPage } from './board/BoardPage.js'
import { filingSearch } from './filings/filing-search.js'
import { CancellationsPage, ClosedPage, QueuePage } from './filings/lists.js'
import { LostPhonesPage } from './lost-phones/LostPhonesPage.js'
import { filingPath, paths } from './paths.js'
import { TeamPage } from './team/TeamPage.js'
import { WorkbenchPage } from './workbench/WorkbenchPage.js'
import { CutsPage } from './cuts/CutsPage.js'
import { cutsSearch } from './cuts/cuts-search.js'
import { servedSearch } from './served/served-search.js'
import { ServedPage } from './served/ServedPage.js'
import { FilingRulesPage } from './rules/FilingRulesPage.js'

const queried = z.object({ q: z.string().max(100).optional().catch(undefined) })

/** The whole console on one page; everything but the rules needs a session. */
export const routes = (root: AnyRoute): readonly AnyRoute[] => {
  const inside = (path: string, component: () => ReactNode, validateSearch?: z.ZodType) =>
    createRoute({ getParentRoute: () => authRoute, path, component, ...(validateSearch ? { validateSearch } : {}) })
  return [
    createRoute({ getParentRoute: () => root, path: paths.rules, component: FilingRulesPage, validateSearch: queried }),
    authRoute.addChildren([
      inside(paths.board, BoardPage),
      inside(paths.queue, QueuePage, filingSearch),
      inside(paths.cancellations, CancellationsPage, filingSearch),
      inside(paths.closed, ClosedPage, filingSearch),
      inside(paths.served, ServedPage, servedSearch),
      inside(paths.cuts, CutsPage, cutsSearch),
      inside(paths.filing, WorkbenchPage),
      inside(paths.notices, () => <NoticesPage filingPath={filingPath} />),
      inside(paths.team, TeamPage),
      inside(paths.lostPhones, LostPhonesPage),
      inside(paths.account, StaffAccountPage),
    ]),
  ]
}
