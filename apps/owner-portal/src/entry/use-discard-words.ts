import { useText } from '@icp/app-shell'
import type { DiscardWords } from '@icp/ui'

/** What is asked before a window with unsaved entries closes. */
export const useDiscardWords = (): DiscardWords => {
  const t = useText()
  return { title: t('entry.discard.title'), text: t('entry.discard.text'), discard: t('entry.discard.discard'), keep: t('entry.discard.keep') }
}
