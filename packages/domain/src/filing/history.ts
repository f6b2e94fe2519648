import { z } from 'zod'
import type { Bilingual } from '../bilingual.js'
import { FilingAction, filingActions } from './actions.js'

/** What the history of a filing tells of: the steps of its life, its start, and changes of the owner's papers, which move its version and no status. */
export const HistoryAction = z.enum([...FilingAction.options, 'create', 'put-paper', 'take-paper-away'])
export type HistoryAction = z.infer<typeof HistoryAction>

const beside: Readonly<Record<Exclude<HistoryAction, FilingAction>, Bilingual>> = {
  create: { zh: '开始填写', en: 'Draft started' },
  'put-paper': { zh: '上传或更换材料', en: 'Added or replaced a paper' },
  'take-paper-away': { zh: '撤下材料', en: 'Took a paper away' },
}

export const historyWord = (action: HistoryAction): Bilingual => (action in beside ? beside[action as keyof typeof beside] : filingActions[action as FilingAction].word)
