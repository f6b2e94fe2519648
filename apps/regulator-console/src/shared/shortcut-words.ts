import type { ShortcutWords } from '@icp/ui'
import { useConsoleText } from '../text.js'

/** How the list of shortcuts speaks of itself. */
export const useShortcutWords = (): ShortcutWords => {
  const t = useConsoleText()
  return {
    open: t('filings.shortcuts.open'), title: t('filings.shortcuts.title'), close: t('filings.shortcuts.close'),
    enabled: t('filings.shortcuts.enabled'), help: t('filings.shortcuts.help'),
  }
}
