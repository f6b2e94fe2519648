import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { LanguageProvider } from '../language/language.js'
import { themeFor, type UiLanguage } from './theme.js'

const ProductName = createContext('')

/** The product's name in the current language; page titles end with it. */
export const useProductName = (): string => useContext(ProductName)

/** The portals' content policy allows only style elements that carry the nonce of this very page. */
const readNonce = () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content

export interface UiProviderProps {
  readonly language: UiLanguage
  /** Ends every page title. */
  readonly productName?: string
  readonly children: ReactNode
}

/** Language, theme, base styles and style nonce for everything below. */
export function UiProvider({ language, productName = '', children }: UiProviderProps) {
  const cache = useMemo(() => {
    const nonce = readNonce()
    return createCache({ key: 'icp', ...(nonce ? { nonce } : {}) })
  }, [])
  const theme = useMemo(() => themeFor(language), [language])
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme}>
        <CssBaseline />
        <LanguageProvider value={language}><ProductName.Provider value={productName}>{children}</ProductName.Provider></LanguageProvider>
      </ThemeProvider>
    </CacheProvider>
  )
}
