import type { Bilingual } from '../bilingual.js'
import { fieldLabel } from '../filing/fields.js'
import type { Filing } from '../filing/filing.js'
import { isCancellation } from '../filing/kind.js'
import type { NoticeEvent } from './notice-event.js'
import type { NoticeTemplate } from './notice-templates.js'

export type NoticeRecipient =
  | { readonly role: 'owner'; readonly accountId: string }
  | { readonly role: 'provider'; readonly providerId: string }
  | { readonly role: 'reviewer'; readonly province: string }

/** One message for one inbox. `params` fills the template; the caller adds what `noticeFacts` names, since a filing does not know it. */
export interface Notice {
  readonly to: NoticeRecipient
  readonly template: NoticeTemplate
  readonly params: Readonly<Record<string, string | Bilingual>>
  /** The provider that acted, whose name fills {provider}. */
  readonly providerId: string | null
}

const listed = (labels: readonly Bilingual[]): Bilingual =>
  ({ zh: labels.map((one) => one.zh).join('、'), en: labels.map((one) => one.en).join(', ') })

interface Draft {
  readonly to: 'owner' | 'providers' | 'reviewer' | readonly string[]
  readonly template: NoticeTemplate
  readonly params?: Notice['params']
  readonly providerId?: string | null
}

const fieldsOf = (filing: Filing, paths: readonly string[]): Bilingual => listed(paths.map((path) => fieldLabel(path, filing.content)))

const drafts = (event: NoticeEvent, filing: Filing): Draft[] => {
  switch (event.type) {
    case 'finished': return [{ to: 'owner', template: 'finished-owner' }, { to: 'providers', template: 'finished-provider' }]
    case 'withdrawn': return [{ to: 'providers', template: 'withdrawn-provider' }, { to: 'owner', template: 'withdrawn-owner' }]
    case 'correction-requested': {
      const params = { fields: fieldsOf(filing, event.fields), reason: event.reason }
      const { providerId } = event
      return event.by === 'owner' ? [{ to: [providerId], template: 'correction-requested-provider', params, providerId }]
        : [{ to: 'owner', template: 'correction-requested-owner', params, providerId }]
    }
    case 'correction-declined':
      return [{ to: 'owner', template: 'correction-declined', params: { answer: event.answer }, providerId: event.providerId }]
    case 'corrected': {
      const params = { fields: fieldsOf(filing, event.paths), reason: event.reason }
      const others = event.reopened.filter((providerId) => providerId !== event.providerId)
      return [
        { to: 'owner', template: 'corrected-owner', params, providerId: event.providerId },
        { to: others, template: 'corrected-provider', params, providerId: event.providerId },
      ]
    }
    case 'passed':
      return [{
        to: 'owner', template: event.remaining === 0 ? 'passed-last' : 'passed', params: { remaining: String(event.remaining) },
        providerId: event.providerId,
      }]
    case 'confirmations-sent': return [{ to: 'owner', template: 'confirmations-sent', params: { persons: String(event.persons) } }]
    case 'in-review': return [{ to: 'owner', template: 'in-review-owner' }, { to: 'reviewer', template: 'in-review-reviewer' }]
    case 'confirmation-failed': {
      const template = event.cause === 'expired' ? 'confirmation-expired' : 'confirmation-wrong-tries'
      return [{ to: 'owner', template }, { to: 'providers', template }]
    }
    case 'returned': {
      const params = { opinion: event.opinion, findings: String(event.findings) }
      return [{ to: 'owner', template: 'returned', params }, { to: 'providers', template: 'returned', params }]
    }
    case 'refused': {
      const params = { reason: event.reason }
      const providerId = event.providerId
      const template = event.by === 'provider' ? 'refused-by-provider' : 'refused-by-reviewer'
      const others = filing.passes.map((pass) => pass.providerId).filter((id) => id !== providerId)
      return [{ to: 'owner', template, params, providerId }, { to: others, template, params, providerId }]
    }
    case 'silent':
      return event.who === 'review' ? [{ to: 'reviewer', template: 'review-overdue-reviewer' }, { to: 'owner', template: 'review-overdue-owner' }]
        : [{ to: event.waiting, template: 'provider-silent-provider' }, { to: 'owner', template: 'provider-silent-owner' }]
    case 'approved': {
      const cancelled = isCancellation(filing.kind)
      return [
        { to: 'owner', template: cancelled ? 'cancelled-owner' : 'approved-owner' },
        { to: 'providers', template: cancelled ? 'cancelled-provider' : 'approved-provider' },
      ]
    }
  }
}

/** Who is told what about an event of this filing. `filing` is the value after the decision. */
export const noticesFor = (event: NoticeEvent, filing: Filing): Notice[] =>
  drafts(event, filing).flatMap(({ to, template, params = {}, providerId = null }) => {
    const recipients: NoticeRecipient[] = to === 'owner' ? [{ role: 'owner', accountId: filing.ownerAccountId }]
      : to === 'reviewer' ? [{ role: 'reviewer', province: filing.province }]
        : (to === 'providers' ? filing.passes.map((pass) => pass.providerId) : to).map((id) => ({ role: 'provider', providerId: id }))
    return recipients.map((recipient): Notice => ({ to: recipient, template, params, providerId }))
  })
