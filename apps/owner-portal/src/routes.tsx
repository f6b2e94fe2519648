import { authRoute, NoticesPage } from '@icp/app-shell'
import { type AnyRoute, createRoute } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { AccountPage } from './account/AccountPage.js'
import { PhoneStopPage } from './account/PhoneStopPage.js'
import { BrowseListPage } from './browsing/BrowseListPage.js'
import { BrowsePage } from './browsing/BrowsePage.js'
import { CancelAccessPage } from './cancellation/CancelAccessPage.js'
import { CancelSubjectPage } from './cancellation/CancelSubjectPage.js'
import { CancelWebsitePage } from './cancellation/CancelWebsitePage.js'
import { CertificatePage } from './certificate/CertificatePage.js'
import { ConfirmPage } from './confirm/ConfirmPage.js'
import { DraftLayout } from './entry/DraftLayout.js'
import { EntryPage } from './entry/EntryPage.js'
import { FinishedPage } from './entry/FinishedPage.js'
import { SubjectStep } from './entry/SubjectStep.js'
import { SummaryStep } from './entry/SummaryStep.js'
import { WebsitesStep } from './entry/WebsitesStep.js'
import { HomePage } from './home/HomePage.js'
import { LookUpPage } from './look-up/LookUpPage.js'
import { ClosedPage } from './own-data/ClosedPage.js'
import { OwnDataPage } from './own-data/OwnDataPage.js'
import { MovePage } from './migration/MovePage.js'
import { paths } from './paths.js'
import { ProgressListPage } from './progress/ProgressListPage.js'
import { ProgressPage } from './progress/ProgressPage.js'
import { CheckReceiptPage } from './receipt/CheckReceiptPage.js'
import { AcceptancePage } from './registration/AcceptancePage.js'
import { RegistrationDonePage } from './registration/RegistrationDonePage.js'
import { RegistrationFormPage } from './registration/RegistrationFormPage.js'
import { FilingRulesPage } from './rules/FilingRulesPage.js'
import { paged } from './shared/ListPager.js'
import { MyFilingsPage } from './start/MyFilingsPage.js'
import { StartPage } from './start/StartPage.js'
import { VerifyPage } from './verify/VerifyPage.js'

const queriedByPage = paged.extend({ q: z.string().max(255).optional().catch(undefined) })
const queried = z.object({ q: z.string().max(255).optional().catch(undefined) })
const browsed = z.object({ locked: z.boolean().optional().catch(undefined), revision: z.number().int().min(1).optional().catch(undefined) })
const chosenDraft = z.object({ draft: z.string().max(40).optional().catch(undefined) })
const chosenRecord = z.object({ record: z.string().max(40).optional().catch(undefined) })
const registered = z.object({ userName: z.string().max(64).optional().catch(undefined) })

/** The whole portal on one page: what everybody may open, and what needs a session. */
export const routes = (root: AnyRoute): readonly AnyRoute[] => {
  const at = (path: string, component: () => ReactNode, validateSearch?: z.ZodType) =>
    createRoute({ getParentRoute: () => root, path, component, ...(validateSearch ? { validateSearch } : {}) })
  const inside = (path: string, component: () => ReactNode, validateSearch?: z.ZodType) =>
    createRoute({ getParentRoute: () => authRoute, path, component, ...(validateSearch ? { validateSearch } : {}) })
  const draft = createRoute({ getParentRoute: () => authRoute, id: 'draft', component: DraftLayout, validateSearch: chosenDraft })
  const step = (path: string, component: () => ReactNode) => createRoute({ getParentRoute: () => draft, path, component })
  return [
    at(paths.home, HomePage),
    at(paths.terms, () => <AcceptancePage document="terms" />),
    at(paths.pledge, () => <AcceptancePage document="pledge" />),
    at(paths.registrationForm, RegistrationFormPage),
    at(paths.registrationDone, RegistrationDonePage, registered),
    at(paths.lookUp, LookUpPage, queried),
    at(paths.verify, VerifyPage),
    at(paths.rules, FilingRulesPage, queried),
    at(`${paths.verify}/$code`, VerifyPage),
    at(paths.receipt, CheckReceiptPage),
    at('/confirm/$token', ConfirmPage),
    at(paths.stopPhone, PhoneStopPage),
    at(paths.closed, ClosedPage),
    authRoute.addChildren([
      inside(paths.filings, MyFilingsPage, paged),
      inside(paths.start, StartPage, chosenRecord),
      inside(paths.entry, EntryPage),
      draft.addChildren([step(paths.entrySubject, SubjectStep), step(paths.entryWebsites, WebsitesStep), step(paths.entrySummary, SummaryStep)]),
      inside(paths.entryDone, FinishedPage),
      inside(paths.browse, BrowseListPage, paged),
      inside(paths.browseOne, BrowsePage, browsed),
      inside(paths.progress, ProgressListPage, queriedByPage),
      inside(paths.progressOne, ProgressPage),
      inside(paths.certificate, CertificatePage),
      inside(paths.cancelSubject, CancelSubjectPage),
      inside(paths.cancelWebsite, CancelWebsitePage),
      inside(paths.cancelAccess, CancelAccessPage, chosenRecord),
      inside(paths.moveWebsite, MovePage, chosenRecord),
      inside(paths.account, AccountPage),
      inside(paths.ownData, OwnDataPage, paged),
      inside(paths.notices, () => <NoticesPage filingPath={(id) => paths.progressOne.replace('$id', id)} />),
    ]),
  ]
}
