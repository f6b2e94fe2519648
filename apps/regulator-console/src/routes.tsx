import { authRoute } from '@icp/app-shell'
import { type AnyRoute, createRoute } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { CertificatesPage } from './certificates/CertificatesPage.js'
import { HomePage } from './dashboard/HomePage.js'
import { AllFilingsPage } from './filings/AllFilingsPage.js'
import { filingSearch } from './filings/filing-search.js'
import { QueuePage } from './filings/QueuePage.js'
import { NoticesPage } from './NoticesPage.js'
import { AccountsPage } from './operation/AccountsPage.js'
import { MessagesPage } from './operation/MessagesPage.js'
import { SwitchesPage } from './operation/SwitchesPage.js'
import { paths } from './paths.js'
import { ReviewPage } from './review/ReviewPage.js'
import { textSearch } from './shared/text-search.js'

/** The whole console on one page; everything needs a session. What a role may not see, the API refuses, and the page says so. */
export const routes = (): readonly AnyRoute[] => {
  const inside = (path: string, component: () => ReactNode, validateSearch?: z.ZodType) =>
    createRoute({ getParentRoute: () => authRoute, path, component, ...(validateSearch ? { validateSearch } : {}) })
  return [
    authRoute.addChildren([
      inside(paths.home, HomePage),
      inside(paths.queue, QueuePage, filingSearch),
      inside(paths.filings, AllFilingsPage, filingSearch),
      inside(paths.filing, ReviewPage),
      inside(paths.certificates, CertificatesPage, textSearch),
      inside(paths.notices, NoticesPage),
      inside(paths.switches, SwitchesPage),
      inside(paths.messages, MessagesPage, textSearch),
      inside(paths.accounts, AccountsPage, textSearch),
    ]),
  ]
}
