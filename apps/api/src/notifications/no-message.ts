import { Refusal } from '@icp/domain'

export const noMessage = () => new Refusal('not-found', 'no-message', { zh: '没有这条信息。', en: 'There is no such message.' })
