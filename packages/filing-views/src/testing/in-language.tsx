import i18next from 'i18next'
import { type ReactNode, useState } from 'react'
import { I18nextProvider } from 'react-i18next'

/** Draws components of this package, and forms made with it, in one language without a portal around them. */
export function InLanguage({ language, children }: { readonly language: 'zh-CN' | 'en'; readonly children: ReactNode }) {
  const [i18n] = useState(() => {
    const instance = i18next.createInstance()
    void instance.init({ lng: language, resources: {}, initAsync: false })
    return instance
  })
  return <I18nextProvider i18n={i18n}>{children}</I18nextProvider>
}
