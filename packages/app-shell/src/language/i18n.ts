import type { UiLanguage } from '@icp/ui'
import i18next, { type i18n } from 'i18next'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import type { Resources } from './texts.js'

/** `app` holds the app's own texts, `shell` those of this package; further packages bring their own by name. */
export function createI18n(language: UiLanguage, app: Resources, more: Readonly<Record<string, Resources>> = {}): i18n {
  const all = { app, shell: { 'zh-CN': zhCN, en }, ...more }
  const of = (tag: UiLanguage) => Object.fromEntries(Object.entries(all).map(([name, texts]) => [name, texts[tag]]))
  const instance = i18next.createInstance()
  void instance.init({
    lng: language,
    fallbackLng: 'zh-CN',
    load: 'currentOnly',
    defaultNS: 'app',
    ns: Object.keys(all),
    resources: { 'zh-CN': of('zh-CN'), en: of('en') },
    // React escapes what it draws.
    interpolation: { escapeValue: false },
    initAsync: false,
    react: { useSuspense: false },
  })
  return instance
}
