import type { DiscardWords } from '@icp/ui'
import { useConsoleText } from '../text.js'

/** What is asked before a window with something typed closes. */
export const useDiscardWords = (): DiscardWords => {
  const t = useConsoleText()
  return { title: t('review.discard.title'), text: t('review.discard.text'), discard: t('review.discard.discard'), keep: t('review.discard.keep') }
}
