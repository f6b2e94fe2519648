import type { Actor } from '../../account/role.js'
import { Refusal } from '../../refusal.js'
import { correctableFields } from '../correctable.js'
import { covers, fieldAt } from '../changes.js'
import type { CommandOf, Decision } from '../command.js'
import type { CorrectionRequest, Filing } from '../filing.js'
import { mayCorrect } from '../parties.js'
import { invalid, next, requireText } from './moves.js'

const requireCorrectable = (filing: Filing, fields: readonly string[]): void => {
  if (fields.length === 0) throw invalid('fields-required', { zh: '请选择要修改的字段。', en: 'Choose the fields to change.' })
  const open = correctableFields(filing.content, filing.kind).map((field) => field.path)
  const wrong = fields.filter((path) => fieldAt(filing.content, path) === undefined || !open.some((one) => covers(path, one)))
  if (wrong.length > 0) {
    throw invalid('field-not-correctable', {
      zh: `以下字段不存在或不能修改：${wrong.join('、')}。`, en: `These fields do not exist or cannot be corrected: ${wrong.join(', ')}.`,
    })
  }
}

/** Who has to make the change: the provider itself, or the one that the owner asks. */
const asked = (filing: Filing, command: CommandOf<'open-correction-request'>, actor: Actor): string => {
  const able = filing.passes.map((pass) => pass.providerId)
    .filter((providerId) => command.fields.every((path) => mayCorrect(filing, providerId, path)))
  const wanted = actor.role === 'provider' ? actor.providerId : command.providerId
  if (wanted !== undefined) {
    if (able.includes(wanted)) return wanted
    if (actor.role === 'provider') {
      throw new Refusal('forbidden', 'not-your-field', {
        zh: '所选字段不由贵司负责，请由对应的接入服务提供者修改。', en: 'Some of these fields are not yours to correct; the provider that serves them has to.',
      })
    }
    throw invalid('provider-cannot-correct', {
      zh: '所选接入服务提供者不能修改其中部分字段，请改选对应的接入服务提供者。',
      en: 'The chosen access provider cannot correct all of these fields; ask the provider that serves them.',
    })
  }
  const [only, ...others] = able
  if (only === undefined) {
    throw invalid('provider-cannot-correct', {
      zh: '没有一个接入服务提供者能修改全部所选字段，请分开提出请求。', en: 'No single access provider can correct all of these fields; ask for them separately.',
    })
  }
  if (others.length > 0) throw invalid('provider-required', { zh: '请选择向哪个接入服务提供者提出请求。', en: 'Choose which access provider to ask.' })
  return only
}

/** A provider that has already passed is waiting again: it must answer the request before the filing may go on. */
const reopened = (filing: Filing, providerId: string): Filing['passes'] =>
  filing.passes.map((pass) => (pass.providerId === providerId ? { ...pass, state: 'waiting' as const, at: null } : pass))

export const openRequest = (filing: Filing, command: CommandOf<'open-correction-request'>, actor: Actor): Decision => {
  const reason = requireText(command.reason, 'reason-required', { zh: '请填写修改原因。', en: 'Say why the change is needed.' })
  const fields = [...new Set(command.fields)]
  requireCorrectable(filing, fields)
  const providerId = asked(filing, command, actor)
  const openedBy = actor.role === 'provider' ? 'provider' as const : 'owner' as const
  const request: CorrectionRequest = { id: command.requestId, openedBy, providerId, fields, reason, state: 'open' }
  return {
    filing: next(filing, { requests: [...filing.requests, request], passes: reopened(filing, providerId) }),
    effects: [
      { type: 'correction-request', requestId: request.id },
      { type: 'notice', event: { type: 'correction-requested', by: openedBy, providerId, fields, reason } },
    ],
  }
}

/** The request that is open and addressed to this provider. Another provider's request is as good as unknown. */
export const openRequestOf = (filing: Filing, requestId: string, actor: Actor): CorrectionRequest => {
  const request = filing.requests.find((one) => one.id === requestId && actor.role === 'provider' && one.providerId === actor.providerId)
  if (!request) throw new Refusal('not-found', 'request-not-found', { zh: '没有找到该修改请求。', en: 'There is no such correction request.' })
  if (request.state !== 'open') {
    throw new Refusal('conflict', 'request-not-open', { zh: '该修改请求已处理。', en: 'This correction request is no longer open.' })
  }
  return request
}

export const withRequestState = (filing: Filing, requestId: string, state: CorrectionRequest['state']): Filing['requests'] =>
  filing.requests.map((request) => (request.id === requestId ? { ...request, state } : request))

export const declineRequest = (filing: Filing, command: CommandOf<'decline-correction-request'>, actor: Actor): Decision => {
  const request = openRequestOf(filing, command.requestId, actor)
  const answer = requireText(command.answer, 'answer-required', { zh: '请填写不予修改的理由。', en: 'Say why the request is declined.' })
  return {
    filing: next(filing, { requests: withRequestState(filing, request.id, 'declined') }),
    effects: [
      { type: 'correction-request-answered', requestId: request.id, answer },
      { type: 'notice', event: { type: 'correction-declined', providerId: request.providerId, answer } },
    ],
  }
}
