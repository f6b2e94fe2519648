import type { UiLanguage } from '@icp/ui'

const storageKey = 'icp.language'

/** The language chosen here before, else the first of the browser's that we have, else Chinese, the language of the law. */
export function firstLanguage(remembered: string | null, wanted: readonly string[]): UiLanguage {
  if (remembered === 'zh-CN' || remembered === 'en') return remembered
  const known = wanted.map((tag) => tag.toLowerCase().split('-')[0]).find((tag) => tag === 'zh' || tag === 'en')
  return known === 'en' ? 'en' : 'zh-CN'
}

// A browser may forbid storage altogether; the choice then lasts as long as the page.
export const rememberedLanguage = (): string | null => {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

export const rememberLanguage = (language: UiLanguage): void => {
  try {
    localStorage.setItem(storageKey, language)
  } catch { /* see above */ }
}
