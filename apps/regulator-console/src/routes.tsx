import { authRoute } from '@icp/app-shell'
import { type AnyRoute, createRoute } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { CertificatesPage } from './certificates/CertificatesPage.js'
import { HomePage } from './dashboard/HomePage.js'
import { AllFilingsPage } from './filings/AllFilingsPage.js'
import { filingSearch } from './filings/filing-search.js'
import { QueuePage } from './filings/QueuePage.js'
import { AccountPage } from './keeping/AccountPage.js'
import { AccountsPage } from './keeping/AccountsPage.js'
import { InvitationsPage } from './keeping/InvitationsPage.js'
import { accountSearch, invitationSearch, requestSearch } from './keeping/keeping-search.js'
import { RequestsPage } from './keeping/RequestsPage.js'
import { NoticesPage } from './NoticesPage.js'
import { MessagesPage } from './operation/MessagesPage.js'
import { SwitchesPage } from './operation/SwitchesPage.js'
import { paths } from './paths.js'
import { ReviewPage } from './review/ReviewPage.js'
import { type GateRole, RoleGate } from './RoleGate.js'
import { textSearch } from './shared/text-search.js'

/** The whole console on one page; everything needs a session, and most pages are for one role. */
export const routes = (): readonly AnyRoute[] => {
  const inside = (path: string, component: () => ReactNode, validateSearch?: z.ZodType) =>
    createRoute({ getParentRoute: () => authRoute, path, component, ...(validateSearch ? { validateSearch } : {}) })
  const only = (role: GateRole, Page: () => ReactNode, alsoFor: readonly GateRole[] = []) => () => <RoleGate role={role} alsoFor={alsoFor}><Page /></RoleGate>
  return [
    authRoute.addChildren([
      inside(paths.home, HomePage),
      inside(paths.queue, only('reviewer', QueuePage), filingSearch),
      inside(paths.filings, only('reviewer', AllFilingsPage), filingSearch),
      inside(paths.filing, only('reviewer', ReviewPage)),
      inside(paths.certificates, only('reviewer', CertificatesPage), textSearch),
      inside(paths.notices, NoticesPage),
      inside(paths.switches, only('operator', SwitchesPage)),
      inside(paths.messages, only('operator', MessagesPage), textSearch),
      inside(paths.accounts, only('security-administrator', AccountsPage), accountSearch),
      inside(paths.account, only('security-administrator', AccountPage)),
      inside(paths.invitations, only('security-administrator', InvitationsPage), invitationSearch),
      inside(paths.requests, only('security-administrator', RequestsPage, ['operator', 'audit-administrator']), requestSearch),
    ]),
  ]
}
