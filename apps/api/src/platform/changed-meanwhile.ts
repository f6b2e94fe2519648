import { Refusal } from '@icp/domain'

/** Whoever changes something says which version he has seen; another one has come since. */
export const changedMeanwhile = (): Refusal =>
  new Refusal('conflict', 'changed-meanwhile', { zh: '内容已被更新，请刷新后查看最新内容再操作。', en: 'This has changed meanwhile. Reload it, look at what is new, then decide.' })
