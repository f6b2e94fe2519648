import { useMemo } from 'react'
import { type Format, formatIn } from './format.js'
import { useLanguage } from './use-language.js'

/** Dates, times and numbers in the current language and in China's time. */
export function useFormat(): Format {
  const { language } = useLanguage()
  return useMemo(() => formatIn(language), [language])
}
