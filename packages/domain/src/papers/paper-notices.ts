import type { Bilingual } from '../bilingual.js'
import type { Said } from '../notification/said.js'
import { type PaperReason, paperReasonWords } from './paper-reasons.js'

export interface PaperChange {
  readonly reference: string
  readonly provider: string
  readonly paper: Bilingual
  readonly how: 'put' | 'replaced' | 'taken-away'
  readonly reason: PaperReason
}

const hows: Readonly<Record<PaperChange['how'], Bilingual>> = {
  put: { zh: '代为上传了', en: 'added' }, replaced: { zh: '更换了', en: 'replaced' }, 'taken-away': { zh: '删除了', en: 'took away' },
}

/** To the owner, when a provider has changed what the owner brings. */
export const paperChanged = ({ reference, provider, paper, how, reason }: PaperChange): Said => ({
  title: { zh: `备案 ${reference} 的材料有变动`, en: `A paper of filing ${reference} has changed` },
  text: {
    zh: `${provider} ${hows[how].zh}${paper.zh}。原因：${paperReasonWords(reason).zh}。请在备案的“材料”中核对。`,
    en: `${provider} ${hows[how].en} this paper: ${paper.en}. Reason: ${paperReasonWords(reason).en}. Check it under “Papers” of the filing.`,
  },
})

/** To a provider whose pass rested on it. */
export const paperReopened = (reference: string, paper: Bilingual): Said => ({
  title: { zh: `备案 ${reference} 的材料有变动，需重新核实`, en: `A paper of filing ${reference} has changed; verify it again` },
  text: { zh: `贵司核实后，这项材料有变动：${paper.zh}。请重新核实。`, en: `Since you passed it this paper has changed: ${paper.en}. Please verify the filing again.` },
})
