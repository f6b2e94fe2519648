import { createRootRoute, createRoute } from '@tanstack/react-router'
import { InvitationPage } from '../invitation/InvitationPage.js'
import { HelpPage } from '../layout/HelpPage.js'
import { Layout } from '../layout/Layout.js'
import { LogOnCodePage } from '../log-on/LogOnCodePage.js'
import { LogOnPage } from '../log-on/LogOnPage.js'
import { logOnSearch } from '../log-on/log-on-search.js'
import { NotFoundPage } from '../problems/NotFoundPage.js'
import { UnexpectedPage } from '../problems/UnexpectedPage.js'
import { NewPasswordPage } from '../recovery/NewPasswordPage.js'
import { RecoverPasswordPage } from '../recovery/RecoverPasswordPage.js'
import { RecoverUserNamePage } from '../recovery/RecoverUserNamePage.js'
import { SessionGate } from '../session/SessionGate.js'

/** The root of every portal: the layout around each page. */
export const rootRoute = createRootRoute({ component: Layout, notFoundComponent: NotFoundPage, errorComponent: UnexpectedPage })

/** Pages below it need a session of this portal. Give it as parent, and add them by `authRoute.addChildren([...])`. */
export const authRoute = createRoute({ getParentRoute: () => rootRoute, id: 'signed-in', component: SessionGate })

const logOnRoute = createRoute({ getParentRoute: () => rootRoute, path: '/log-on', validateSearch: logOnSearch, component: LogOnPage })
const logOnCodeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/log-on/code', validateSearch: logOnSearch, component: LogOnCodePage })
const invitationRoute = createRoute({ getParentRoute: () => rootRoute, path: '/invitation', component: InvitationPage })
const userNameRoute = createRoute({ getParentRoute: () => rootRoute, path: '/recover/user-name', component: RecoverUserNamePage })
const passwordRoute = createRoute({ getParentRoute: () => rootRoute, path: '/recover/password', component: RecoverPasswordPage })
const newPasswordRoute = createRoute({ getParentRoute: () => rootRoute, path: '/recover/new-password', component: NewPasswordPage })
const helpRoute = createRoute({ getParentRoute: () => rootRoute, path: '/help', component: HelpPage })

/** The pages that every portal has. */
export const ownRoutes = [logOnRoute, logOnCodeRoute, invitationRoute, userNameRoute, passwordRoute, newPasswordRoute, helpRoute] as const
