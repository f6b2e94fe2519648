import { type Finding, Refusal } from '@icp/domain'

export const noSuchChange = () => new Refusal('not-found', 'rule-change-not-found', { zh: '没有找到该项规则变更。', en: 'There is no such change of rule data.' })

export const entryInvalid = (findings: readonly Finding[]) =>
  new Refusal('invalid', 'rule-change-invalid', { zh: '填写的内容有误，请按提示修改。', en: 'Some fields need another look.' }, { findings })

export const draftIsThere = () => new Refusal('conflict', 'draft-is-there', {
  zh: '该项已有草稿，请先编辑、发布或删除该草稿。', en: 'There is a draft of this already. Edit, publish or discard that one first.',
})

export const isPublished = () => new Refusal('conflict', 'already-published', {
  zh: '该项变更已经发布，不能再修改；请另建草稿。', en: 'This change is published and stays as it is. Draft another one.',
})
