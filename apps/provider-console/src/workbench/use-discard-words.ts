import type { DiscardWords } from '@icp/ui'
import { useConsoleText } from '../text.js'

/** What is asked before a window with something typed closes. */
export const useDiscardWords = (): DiscardWords => {
  const t = useConsoleText()
  return { title: t('workbench.discard.title'), text: t('workbench.discard.text'), discard: t('workbench.discard.discard'), keep: t('workbench.discard.keep') }
}
