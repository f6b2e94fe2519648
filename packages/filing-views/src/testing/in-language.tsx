import { UiProvider } from '@icp/ui'
import type { ReactNode } from 'react'

/** Draws components of this package, and forms made with it, in one language without a portal around them. */
export const InLanguage = ({ language, children }: { readonly language: 'zh-CN' | 'en'; readonly children: ReactNode }) =>
  <UiProvider language={language}>{children}</UiProvider>
