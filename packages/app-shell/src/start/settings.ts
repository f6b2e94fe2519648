import type { Me } from '@icp/contract'
import type { Bilingual, Category } from '@icp/domain'
import type { AnyRoute } from '@tanstack/react-router'
import { createContext, type ReactNode, useContext } from 'react'
import type { MenuNode } from '../layout/menu-node.js'
import type { Resources } from '../language/texts.js'

/** What one portal says about itself. */
export interface AppSettings {
  readonly portal: Category
  /** The product's name; stands in the header and ends every page title. */
  readonly title: Bilingual
  /** The app's own texts. */
  readonly resources: Resources
  /** Texts of further packages by i18next namespace. */
  readonly moreResources?: Readonly<Record<string, Resources>>
  /** The children of the root. Pages that need a session go into `authRoute.addChildren([...])`, which is one of them. */
  readonly routes: (root: AnyRoute) => readonly AnyRoute[]
  /** The tree on the left of a signed-in user. */
  readonly menu: readonly MenuNode[]
  /** Where a log-on without a return path leads; '/' by default. */
  readonly home?: string
  /** Where the log-on form sends who has no account; no such line when left out. */
  readonly registerPath?: string
  /** Lines of the account menu above "Log off". */
  readonly accountLinks?: readonly { readonly label: Bilingual; readonly href: string }[]
  /** Links of the footer. */
  readonly footerLinks?: readonly { readonly label: Bilingual; readonly href: string }[]
  /** The app's own part of the help page, under the shell's. */
  readonly help?: () => ReactNode
  /** Shown instead of any signed-in page while it returns something, such as a new version of the terms to accept. */
  readonly gate?: (me: Me) => ReactNode
  /** Consoles use the whole width of the window. */
  readonly wide?: boolean
}

const Settings = createContext<AppSettings | null>(null)
export const SettingsProvider = Settings.Provider

export function useSettings(): AppSettings {
  const settings = useContext(Settings)
  if (!settings) throw new Error('The shell’s providers are missing above this component')
  return settings
}
