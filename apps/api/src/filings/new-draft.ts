import { type CancellationContent, type FilingKind, Refusal } from '@icp/domain'

export interface Cancelled {
  readonly serviceNumbers: readonly string[]
  readonly accessIds: readonly string[]
}

export const newCancellation = (kind: FilingKind, subjectNumber: string, { serviceNumbers, accessIds }: Cancelled): CancellationContent => ({
  form: 'cancellation', subjectNumber, serviceNumbers: [...serviceNumbers], reason: '', note: '', ...(kind === 'cancel-access' ? { accessIds: [...accessIds] } : {}),
})

export const openFilingRefusal = (reference: string): Refusal =>
  new Refusal('conflict', 'open-filing', {
    zh: `您的备案 ${reference} 正在办理，已锁定，不能同时再提交一个。请在“信息浏览”中查看，或等待其办结。`,
    en: `Your filing ${reference} is on its way and locked, so no second one can be started. See it under Information browsing, or wait until it has ended.`,
  })

export const draftExistsRefusal = (): Refusal =>
  new Refusal('conflict', 'draft-exists', {
    zh: '您已有一份草稿，请先完成或删除它。', en: 'You already have a draft. Finish or discard it first.',
  })

export const notRedraftable = (): Refusal =>
  new Refusal('conflict', 'not-ended', {
    zh: '只有未通过或已撤销的备案可以据此新建草稿。', en: 'A new draft can only be started from a refused or withdrawn filing.',
  })

export const recordNotFound = (): Refusal =>
  new Refusal('not-found', 'record-not-found', { zh: '没有找到您名下的该备案记录。', en: 'There is no such record of yours in the register.' })
