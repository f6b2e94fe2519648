import { z } from 'zod'
import type { Bilingual } from '../bilingual.js'

/** Why a provider puts another paper in the place of an owner's, or takes one away (icp-filing.md §4.5, common reasons of returns). */
export const PaperReason = z.enum(['unclear', 'incomplete', 'copy', 'expiring', 'mismatch', 'wrong-paper', 'missing'])
export type PaperReason = z.infer<typeof PaperReason>

const words: Readonly<Record<PaperReason, Bilingual>> = {
  unclear: { zh: '模糊不清', en: 'it cannot be read' },
  incomplete: { zh: '不完整', en: 'it is not whole' },
  copy: { zh: '不是彩色原件', en: 'it is not the colour original' },
  expiring: { zh: '证件即将或已经到期', en: 'the certificate ends soon or has ended' },
  mismatch: { zh: '与所填信息不一致', en: 'it does not say what was filed' },
  'wrong-paper': { zh: '不是所需的材料', en: 'it is another paper than asked for' },
  missing: { zh: '主办者未提供，由接入商代为补充', en: 'the owner had not handed it in' },
}

export const paperReasonWords = (reason: PaperReason): Bilingual => words[reason]
