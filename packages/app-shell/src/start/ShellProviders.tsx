import { type Client, ClientProvider } from '@icp/client'
import { UiProvider } from '@icp/ui'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { type ReactNode, useEffect } from 'react'
import { I18nextProvider } from 'react-i18next'
import { useLanguage } from '../language/use-language.js'
import { type Activity, watchSigns } from '../session/activity.js'
import type { ProofGate } from '../session/proof-gate.js'
import { ActivityProvider } from './activity-context.js'
import { ProofProvider } from './proof-context.js'
import { type AppSettings, SettingsProvider } from './settings.js'

export interface ShellProvidersProps {
  readonly settings: AppSettings
  readonly i18n: i18n
  readonly client: Client
  readonly queries: QueryClient
  readonly activity: Activity
  readonly proofs: ProofGate
  readonly children: ReactNode
}

/** Everything that a page of a portal finds above it, but the router. */
export function ShellProviders({ settings, i18n, client, queries, activity, proofs, children }: ShellProvidersProps) {
  useEffect(() => watchSigns(activity, document), [activity])
  return (
    <SettingsProvider value={settings}>
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={queries}>
          <ClientProvider client={client}>
            <ActivityProvider value={activity}>
              <ProofProvider value={proofs}><InLanguage title={settings.title}>{children}</InLanguage></ProofProvider>
            </ActivityProvider>
          </ClientProvider>
        </QueryClientProvider>
      </I18nextProvider>
    </SettingsProvider>
  )
}

function InLanguage({ title, children }: { readonly title: AppSettings['title']; readonly children: ReactNode }) {
  const { language } = useLanguage()
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return <UiProvider language={language} productName={language === 'en' ? title.en : title.zh}>{children}</UiProvider>
}
