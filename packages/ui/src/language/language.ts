import { createContext, useCallback, useContext } from 'react'
import type { UiLanguage } from '../theme/theme.js'

const Language = createContext<UiLanguage>('zh-CN')
export const LanguageProvider = Language.Provider

/** The language that everything below is drawn in. */
export const useUiLanguage = (): UiLanguage => useContext(Language)

/** A text that comes in both languages. */
export interface TextInBoth {
  readonly zh: string
  readonly en: string
}

/** Picks the current language's half of a text that comes in both. */
export function useSay(): (text: TextInBoth) => string {
  const language = useUiLanguage()
  return useCallback((text: TextInBoth) => (language === 'en' ? text.en : text.zh), [language])
}
