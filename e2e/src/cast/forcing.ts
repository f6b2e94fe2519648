import type { AnswerOf } from '@icp/contract'
import type { Caller } from './caller.js'
import { see } from './over-http.js'

export const forcedGround = '京通管罚〔2026〕37号；《非经营性互联网信息服务备案管理办法》第二十三条'

/** Cancels by force without screens, as it was just shown; its domains are not to be filed again. */
export async function forceOverHttp(reviewer: Caller, subjectId: string, number: string): Promise<AnswerOf<'cancelByForce'>> {
  const { seen } = await reviewer.call('previewForced', { params: { id: subjectId }, query: { number } })
  const body = { number, seen, typedNumber: number, reason: 'false-data', ground: forcedGround, listSubject: false, listDomains: true }
  return reviewer.call('cancelByForce', { params: { id: subjectId }, body })
}

/** The owner's own application to cancel one service, handed in and on its way. */
export async function ownCancellation(owner: Caller, subjectNumber: string, serviceNumber: string): Promise<{ readonly id: string; readonly reference: string }> {
  const { id, version, content } = await owner.call('createFiling', { body: { kind: 'cancel-service', subjectNumber, serviceNumbers: [serviceNumber] } })
  const saved = await owner.call('saveDraft', { params: { id }, body: { version, content: { ...content, reason: '1', note: '' } as never } })
  const { onScreen } = await owner.call('sendStepUpCode', { body: { purpose: 'cancel' } })
  await owner.call('finishFiling', { params: { id }, body: { version: saved.version, code: onScreen!.code } })
  return { id, reference: (await see(owner, id)).reference! }
}
