import { maskMessage } from '@icp/domain'

interface Written {
  readonly subject: string
  readonly text: string
  readonly personal: readonly string[] | null
}

type Words = Pick<Written, 'subject' | 'text'>

/**
 * What opens something is covered, since whoever reads it could use it. Where a gateway takes messages out of the house that is every code and link; where there
 * is none the outbox is the only place to read them, and only a link that makes somebody staff is covered: the operator must not let himself in as another administrator.
 */
export const withoutKeys = ({ subject, text }: Words, leaves: boolean): Words =>
  (leaves ? { subject: covered(subject), text: covered(text) } : { subject, text: text.replace(/(\/invitation#)[\w-]{43}/g, '$1…') })

const covered = (text: string): string => text.replace(/(?<!\d)\d{6}(?!\d)/g, '••••••').replace(/(https?:\/\/\S*?[/#=])[\w-]{20,}/g, '$1…')

/** Of a message whose personal parts were not written down nothing is shown before it is asked for. */
export const masked = ({ subject, text, personal }: Written): Words =>
  (personal === null ? { subject: '', text: '…' } : { subject: maskMessage(subject, personal), text: maskMessage(text, personal) })
