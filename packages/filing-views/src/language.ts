import { type Bilingual, type Language, say } from '@icp/domain'
import { useTranslation } from 'react-i18next'

/** The page's language as the domain names it. */
export const useLanguage = (): Language => (useTranslation().i18n.language?.startsWith('en') ? 'en' : 'zh')

export const useSay = (): ((text: Bilingual) => string) => {
  const language = useLanguage()
  return (text) => say(text, language)
}
