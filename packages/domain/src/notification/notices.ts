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
  /** `owners`: of a migration that both agreed on the receiving one as well. */
  readonly to: 'owner' | 'owners' | 'receiver' | 'providers' | 'reviewer' | readonly string[]
  readonly template: NoticeTemplate
  readonly params?: Notice['params']
  readonly providerId?: string | null
}

const fieldsOf = (filing: Filing, paths: readonly string[]): Bilingual => listed(paths.map((path) => fieldLabel(path, filing.content)))

/** What moves, and where to, as both owners may know it. */
const moved = ({ content }: Filing): Readonly<Record<string, Bilingual | string>> => {
  if (content.form !== 'migration') return { service: '', receiver: '' }
  const [name, number] = [content.services[0]?.name ?? '', content.serviceNumbers.join()]
  return { service: { zh: `「${name}」（${number}）`, en: `“${name}” (${number})` }, receiver: content.receivingNumber }
}

const drafts = (event: NoticeEvent, filing: Filing): Draft[] => {
  switch (event.type) {
    case 'finished': return [{ to: 'owner', template: 'finished-owner' }, { to: 'providers', template: 'finished-provider' }]
    case 'withdrawn': return [
      { to: 'providers', template: 'withdrawn-provider' }, { to: 'owner', template: 'withdrawn-owner' }, { to: 'receiver', template: 'withdrawn-receiver', params: moved(filing) },
    ]
    case 'access-ending': return [
      {
        to: 'owner', template: event.isLast ? 'last-access-ending-owner' : 'access-ending-owner', params: { services: event.serviceNumbers.join(), reason: event.reason },
        providerId: event.providerId,
      },
      { to: 'reviewer', template: 'in-review-reviewer' },
    ]
    case 'agreement-asked': return [
      { to: 'owner', template: 'agreement-asked-owner', params: moved(filing) }, { to: 'receiver', template: 'agreement-asked-receiver', params: moved(filing) },
    ]
    case 'agreed': return [{ to: 'owners', template: 'agreed-owner', params: moved(filing) }, { to: 'providers', template: 'finished-provider' }]
    case 'agreement-declined': return [{ to: 'owner', template: 'agreement-declined', params: { ...moved(filing), reason: event.reason } }]
    case 'agreement-expired': return [
      { to: 'owner', template: 'agreement-expired', params: moved(filing) }, { to: 'receiver', template: 'agreement-expired', params: moved(filing) },
    ]
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
        to: 'owners', template: event.remaining === 0 ? 'passed-last' : 'passed', params: { remaining: String(event.remaining) },
        providerId: event.providerId,
      }]
    case 'confirmations-sent': return [{ to: 'owners', template: 'confirmations-sent', params: { persons: String(event.persons) } }]
    case 'in-review': return [{ to: 'owners', template: 'in-review-owner' }, { to: 'reviewer', template: 'in-review-reviewer' }]
    case 'confirmation-failed': {
      const template = event.cause === 'expired' ? 'confirmation-expired' : 'confirmation-wrong-tries'
      return [{ to: 'owners', template }, { to: 'providers', template }]
    }
    case 'returned': {
      const params = { opinion: event.opinion, findings: String(event.findings) }
      return [{ to: 'owners', template: 'returned', params }, { to: 'providers', template: 'returned', params }]
    }
    case 'refused': {
      const params = { reason: event.reason }
      const providerId = event.providerId
      const template = event.by === 'provider' ? 'refused-by-provider' : 'refused-by-reviewer'
      const others = filing.passes.map((pass) => pass.providerId).filter((id) => id !== providerId)
      return [{ to: 'owners', template, params, providerId }, { to: others, template, params, providerId }]
    }
    case 'ended-with-record': {
      const params = { numbers: event.numbers.join(), ground: event.ground }
      return [{ to: 'owners', template: 'ended-with-record-owner', params }, { to: 'providers', template: 'ended-with-record-provider', params }]
    }
    case 'silent':
      return event.who === 'review' ? [{ to: 'reviewer', template: 'review-overdue-reviewer' }, { to: 'owner', template: 'review-overdue-owner' }]
        : [{ to: event.waiting, template: 'provider-silent-provider' }, { to: 'owner', template: 'provider-silent-owner' }]
    case 'approved': {
      if (filing.kind === 'migrate-service') {
        return [{ to: 'owners', template: 'migrated-owner', params: moved(filing) }, { to: 'providers', template: 'migrated-provider', params: moved(filing) }]
      }
      if (filing.kind === 'cancel-access') return [{ to: 'owner', template: 'access-ended-owner' }, { to: 'providers', template: 'access-ended-provider' }]
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
    const receivers = filing.receivingAccountId && filing.receivingAccountId !== filing.ownerAccountId ? [filing.receivingAccountId] : []
    const owners = to === 'receiver' ? receivers : [filing.ownerAccountId, ...(to === 'owners' ? receivers : [])]
    const recipients: NoticeRecipient[] = to === 'owner' || to === 'owners' || to === 'receiver' ? owners.map((accountId) => ({ role: 'owner', accountId }))
      : to === 'reviewer' ? [{ role: 'reviewer', province: filing.province }]
        : (to === 'providers' ? filing.passes.map((pass) => pass.providerId) : to).map((id) => ({ role: 'provider', providerId: id }))
    return recipients.map((recipient): Notice => ({ to: recipient, template, params, providerId }))
  })
