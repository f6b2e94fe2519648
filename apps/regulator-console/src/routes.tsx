import { authRoute, NoticesPage, OnlyFor, StaffAccountPage } from '@icp/app-shell'
import type { Permitted } from '@icp/domain'
import { type AnyRoute, createRoute } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { auditSearch, scopeSearch } from './audit/audit-search.js'
import { BreachScopePage } from './audit/BreachScopePage.js'
import { EntriesPage } from './audit/EntriesPage.js'
import { ProofPage } from './audit/ProofPage.js'
import { BlacklistPage } from './blacklist/BlacklistPage.js'
import { blacklistSearch } from './blacklist/blacklist-search.js'
import { CertificatesPage } from './certificates/CertificatesPage.js'
import { OtherSidePage } from './review/OtherSidePage.js'
import { HomePage } from './dashboard/HomePage.js'
import { AllFilingsPage } from './filings/AllFilingsPage.js'
import { filingSearch } from './filings/filing-search.js'
import { QueuePage } from './filings/QueuePage.js'
import { ForcedPage } from './forced/ForcedPage.js'
import { ForcePage } from './forced/ForcePage.js'
import { forcedSearch, forceSearch } from './forced/forced-search.js'
import { HollowPage } from './hollow/HollowPage.js'
import { hollowSearch } from './hollow/hollow-search.js'
import { AccountPage } from './keeping/AccountPage.js'
import { AccountsPage } from './keeping/AccountsPage.js'
import { InvitationsPage } from './keeping/InvitationsPage.js'
import { accountSearch, invitationSearch, requestSearch } from './keeping/keeping-search.js'
import { RequestsPage } from './keeping/RequestsPage.js'
import { mediationSearch } from './mediations/mediation-search.js'
import { MediationsPage } from './mediations/MediationsPage.js'
import { messageSearch } from './operation/message-search.js'
import { MessagesPage } from './operation/MessagesPage.js'
import { SwitchesPage } from './operation/SwitchesPage.js'
import { AdministrationsPage } from './organisations/AdministrationsPage.js'
import { providerSearch } from './organisations/organisation-search.js'
import { ProviderPage } from './organisations/ProviderPage.js'
import { ProvidersPage } from './organisations/ProvidersPage.js'
import { filingPath, paths } from './paths.js'
import { ReviewPage } from './review/ReviewPage.js'
import { ChangePage } from './rule-data/ChangePage.js'
import { CodeTablesPage } from './rule-data/CodeTablesPage.js'
import { parameterSearch } from './rule-data/parameter-search.js'
import { ParameterPage } from './rule-data/ParameterPage.js'
import { ParametersPage } from './rule-data/ParametersPage.js'
import { WorkingDaysPage } from './rule-data/WorkingDaysPage.js'
import { textSearch } from './shared/text-search.js'
import { FilingRulesPage } from './rules/FilingRulesPage.js'

const tabled = z.object({
  table: z.string().max(40).optional().catch(undefined), province: z.coerce.string().max(6).optional().catch(undefined), city: z.coerce.string().max(6).optional().catch(undefined),
})
const ofYear = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined) })
const queried = z.object({ q: z.string().max(100).optional().catch(undefined) })

/** The whole console on one page; everything but the rules needs a session, and a page is drawn for those who may call what it lives by. */
export const routes = (root: AnyRoute): readonly AnyRoute[] => {
  const inside = (path: string, component: () => ReactNode, validateSearch?: z.ZodType) =>
    createRoute({ getParentRoute: () => authRoute, path, component, ...(validateSearch ? { validateSearch } : {}) })
  const only = (operation: Permitted, Page: () => ReactNode) => () => <OnlyFor operation={operation}><Page /></OnlyFor>
  return [
    createRoute({ getParentRoute: () => root, path: paths.rules, component: FilingRulesPage, validateSearch: queried }),
    authRoute.addChildren([
      inside(paths.home, HomePage),
      inside(paths.queue, only('approveFiling', QueuePage), filingSearch),
      inside(paths.filings, only('listFilings', AllFilingsPage), filingSearch),
      inside(paths.filing, only('approveFiling', ReviewPage)),
      inside(paths.otherSide, only('getConflictParty', OtherSidePage)),
      inside(paths.certificates, only('listCertificates', CertificatesPage), textSearch),
      inside(paths.hollow, only('clearHollow', HollowPage), hollowSearch),
      inside(paths.forced, only('listForcedCancellations', ForcedPage), forcedSearch),
      inside(paths.force, only('cancelByForce', ForcePage), forceSearch),
      inside(paths.mediations, only('listMediations', MediationsPage), mediationSearch),
      inside(paths.notices, () => <NoticesPage filingPath={filingPath} />),
      inside(paths.own, StaffAccountPage),
      inside(paths.switches, only('getSwitches', SwitchesPage)),
      inside(paths.messages, only('listMessages', MessagesPage), messageSearch),
      inside(paths.providers, only('listKeptProviders', ProvidersPage), providerSearch),
      inside(paths.provider, only('getKeptProvider', ProviderPage)),
      inside(paths.administrations, only('listAdministrations', AdministrationsPage)),
      inside(paths.ruleData, only('listRuleChanges', ParametersPage), parameterSearch),
      inside(paths.parameter, only('draftRuleChange', ParameterPage)),
      inside(paths.codeTables, only('listRuleChanges', CodeTablesPage), tabled),
      inside(paths.workingDays, only('listRuleChanges', WorkingDaysPage), ofYear),
      inside(paths.ruleChange, only('getRuleChange', ChangePage)),
      inside(paths.blacklist, only('listBlacklist', BlacklistPage), blacklistSearch),
      inside(paths.accounts, only('listAccounts', AccountsPage), accountSearch),
      inside(paths.account, only('getAccount', AccountPage)),
      inside(paths.invitations, only('listInvitations', InvitationsPage), invitationSearch),
      inside(paths.requests, only('listAccountRequests', RequestsPage), requestSearch),
      inside(paths.proof, only('getVerification', ProofPage)),
      inside(paths.auditEntries, only('searchAuditEntries', EntriesPage), auditSearch),
      inside(paths.breachScope, only('getBreachScope', BreachScopePage), scopeSearch),
    ]),
  ]
}
