import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { zhCN } from '../locales/zh-CN.js'
import type { TextKey } from './texts.js'

export type TextValues = Readonly<Record<string, string | number>>
export type Text<Tree> = (key: TextKey<Tree>, values?: TextValues) => string

function useTextOf<Tree>(namespace: string): Text<Tree> {
  const { t } = useTranslation(namespace)
  return useCallback((key, values) => (t as unknown as (key: string, values?: TextValues) => string)(key, values), [t])
}

/** The app's own texts in the current language: `t('home.title')`. With `useText<typeof zhCN>()` a wrong key does not compile. */
export const useText = <Tree = Record<string, unknown>>(): Text<Tree> => useTextOf<Tree>('app')

/** The shell's texts. */
export const useShellText = (): Text<typeof zhCN> => useTextOf<typeof zhCN>('shell')
