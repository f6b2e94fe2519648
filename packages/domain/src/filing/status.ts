import { z } from 'zod'
import type { Bilingual } from '../bilingual.js'

export const FilingStatus = z.enum([
  'draft', 'awaiting-agreement', 'with-providers', 'awaiting-confirmation', 'in-review', 'returned', 'approved', 'refused', 'withdrawn',
])
export type FilingStatus = z.infer<typeof FilingStatus>

export const finalStatuses: readonly FilingStatus[] = ['approved', 'refused', 'withdrawn']
export const isFinal = (status: FilingStatus): boolean => finalStatuses.includes(status)

/** Everything but a draft is locked for the owner. */
export const isLocked = (status: FilingStatus): boolean => status !== 'draft'

export type Holder = 'owner' | 'receiving-owner' | 'provider' | 'responsible-person' | 'reviewer' | 'nobody'

export interface StatusFace {
  readonly word: Bilingual
  readonly tone: 'neutral' | 'progress' | 'good' | 'warn' | 'bad'
  readonly holder: Holder
}

/** One mapping from status to how it is shown; every portal draws from it. */
export const statusFaces: Readonly<Record<FilingStatus, StatusFace>> = {
  draft: { word: { zh: '草稿', en: 'Draft' }, tone: 'neutral', holder: 'owner' },
  'awaiting-agreement': { word: { zh: '待接收方同意', en: 'Awaiting agreement' }, tone: 'warn', holder: 'receiving-owner' },
  'with-providers': { word: { zh: '待接入商核实', en: 'With access providers' }, tone: 'progress', holder: 'provider' },
  'awaiting-confirmation': { word: { zh: '待短信核验', en: 'Awaiting confirmation' }, tone: 'warn', holder: 'responsible-person' },
  'in-review': { word: { zh: '管局审核中', en: 'In review' }, tone: 'progress', holder: 'reviewer' },
  returned: { word: { zh: '被退回', en: 'Returned' }, tone: 'bad', holder: 'provider' },
  approved: { word: { zh: '已通过', en: 'Approved' }, tone: 'good', holder: 'nobody' },
  refused: { word: { zh: '未通过', en: 'Refused' }, tone: 'bad', holder: 'nobody' },
  withdrawn: { word: { zh: '已撤销', en: 'Withdrawn' }, tone: 'neutral', holder: 'nobody' },
}
