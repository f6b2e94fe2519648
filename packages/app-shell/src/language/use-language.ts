import type { UiLanguage } from '@icp/ui'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { rememberLanguage } from './first-language.js'

export interface LanguageChoice {
  readonly language: UiLanguage
  /** Changes every text in place and remembers the choice on this device. */
  readonly setLanguage: (language: UiLanguage) => void
}

export function useLanguage(): LanguageChoice {
  const { i18n } = useTranslation('shell')
  const setLanguage = useCallback((language: UiLanguage) => {
    rememberLanguage(language)
    void i18n.changeLanguage(language)
  }, [i18n])
  return { language: i18n.language === 'en' ? 'en' : 'zh-CN', setLanguage }
}
