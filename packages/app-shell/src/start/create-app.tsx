import { type Client, createClient } from '@icp/client'
import type { UiLanguage } from '@icp/ui'
import type { QueryClient } from '@tanstack/react-query'
import { type AnyRoute, type AnyRouter, createRouter, type RouterHistory, RouterProvider } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { firstLanguage, rememberedLanguage } from '../language/first-language.js'
import { createI18n } from '../language/i18n.js'
import { NotFoundPage } from '../problems/NotFoundPage.js'
import { UnexpectedPage } from '../problems/UnexpectedPage.js'
import { newActivity, watchedFetch } from '../session/activity.js'
import { newProofGate, withProof } from '../session/proof-gate.js'
import { setSessionHint } from '../session/session-hint.js'
import { createQueryClient } from './query-client.js'
import { ownRoutes, rootRoute } from './root-routes.js'
import type { AppSettings } from './settings.js'
import { ShellProviders } from './ShellProviders.js'

/** What a test may put in place of the browser's own. */
export interface Surroundings {
  readonly fetch?: typeof fetch
  readonly history?: RouterHistory
  readonly language?: UiLanguage
}

export interface App {
  readonly element: ReactElement
  readonly router: AnyRouter
  readonly queries: QueryClient
  readonly client: Client
}

/** Who is signed in here once is asked for on public pages too, from then on. */
const remembering = (client: Client): Client => ({
  ...client,
  async call(id, input, options) {
    const answer = await client.call(id, input, options)
    if (id === 'getMe') setSessionHint(true)
    return answer
  },
})

/** A whole portal, not yet drawn. */
export function createApp(settings: AppSettings, { fetch, history, language }: Surroundings = {}): App {
  const queries = createQueryClient()
  const activity = newActivity()
  const proofs = newProofGate()
  const client = withProof(remembering(createClient({
    fetch: watchedFetch(activity, fetch),
    // Whatever was refused: ask who is signed in. The answer makes the page offer to log on again.
    onSignedOut: (id) => id !== 'getMe' && void queries.invalidateQueries({ queryKey: ['getMe'] }),
  })), proofs)
  const i18n = createI18n(language ?? firstLanguage(rememberedLanguage(), navigator.languages), settings.resources, settings.moreResources)
  const router = createRouter({
    routeTree: rootRoute.addChildren([...ownRoutes, ...settings.routes(rootRoute as unknown as AnyRoute)] as never) as unknown as AnyRoute,
    ...(history ? { history } : {}),
    scrollRestoration: true,
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: UnexpectedPage,
  }) as unknown as AnyRouter
  const element = (
    <ShellProviders settings={settings} i18n={i18n} client={client} queries={queries} activity={activity} proofs={proofs}>
      <RouterProvider router={router} />
    </ShellProviders>
  )
  return { element, router, queries, client }
}
