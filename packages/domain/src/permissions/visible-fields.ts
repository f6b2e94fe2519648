import type { Actor } from '../account/role.js'
import type { Bilingual } from '../bilingual.js'
import { fieldAt, withFieldAt } from '../filing/changes.js'
import type { FilingContent } from '../filing/content.js'
import type { PersonalKind } from '../filing/field-table.js'
import { everyField, type FieldRow } from '../filing/fields.js'
import { isSensitive, maskField } from '../filing/mask.js'
import { type FilingStatus, isLocked } from '../filing/status.js'

/**
 * How a reader stands to a field of a filing that he may read at all (the matrix of operations says so). `author`: the owner before finish, who is typing it;
 * `other-provider`: named by the filing, but serving neither this website nor this access; `confirming`: the responsible person, by the link of the
 * message; `mediating`: a reviewer whose own filing is in conflict with this one, of whatever province; `asked`: the owner who is asked to receive a website and
 * has not agreed, `receiver`: the same one afterwards.
 */
export type FieldReader = 'author' | 'owner' | 'serving-provider' | 'other-provider' | 'reviewer' | 'confirming' | 'mediating' | 'asked' | 'receiver'
export const fieldReaders: readonly FieldReader[] = ['author', 'owner', 'serving-provider', 'other-provider', 'reviewer', 'confirming', 'mediating', 'asked', 'receiver']

/** `on-reveal`: masked until this reader asks for the one value and says why; `masked`: masked for good; `hidden`: shown as if nothing had been given. */
export type Sight = 'clear' | 'on-reveal' | 'masked' | 'hidden'

/** Parts of a filing as far as their fields are shown to different readers. */
export type FieldPart = 'subject' | 'subject-person' | 'legal-person' | 'service' | 'service-person' | 'access' | 'cancellation' | 'migration'

type Sights = Readonly<Record<FieldReader, Sight>>

const parties: Omit<Sights, 'asked' | 'receiver'> = { author: 'clear', owner: 'clear', 'serving-provider': 'clear', 'other-provider': 'clear', reviewer: 'clear', confirming: 'clear', mediating: 'clear' }
/** The giving side's own affairs: whoever receives one of its websites learns nothing of them. */
const everybody: Sights = { ...parties, asked: 'hidden', receiver: 'hidden' }
/** What a receiving owner gets with the website, once it has agreed. */
const comesAlong: Sights = { ...parties, asked: 'hidden', receiver: 'clear' }
/** What the public look-up tells of a website anyway, and what the receiving owner is asked. */
const askedOpenly: Sights = { ...parties, asked: 'clear', receiver: 'clear' }
/** Numbers, phones and mail (0023): nobody needs all of them at once. */
const onReveal: Sights = { author: 'clear', owner: 'on-reveal', 'serving-provider': 'on-reveal', 'other-provider': 'on-reveal', reviewer: 'on-reveal', confirming: 'masked', mediating: 'masked', asked: 'hidden', receiver: 'hidden' }
/** Of a website that others serve, a provider learns nobody's number. */
const servingOnly: Sights = { ...onReveal, 'other-provider': 'masked' }
/** Where a competitor's machines stand is its business. */
const notOfOthers: Sights = { ...comesAlong, 'other-provider': 'hidden' }

interface PartRow {
  readonly part: FieldPart
  readonly label: Bilingual
  /** Fields that are certificate numbers, phones or mail addresses. */
  readonly sensitive: Sights
  readonly others: Sights
  /** Fields of this part that are shown unlike its others. */
  readonly except?: Readonly<Record<string, Sights>>
}

/** Who sees which field of a filing. The API's answers are built from it, and `docs/permissions.md` is written from it. */
export const visibleFields: readonly PartRow[] = [
  { part: 'subject', label: { zh: '主体', en: 'Subject' }, sensitive: onReveal, others: everybody },
  { part: 'subject-person', label: { zh: '主体负责人', en: 'Person in charge of the subject' }, sensitive: onReveal, others: everybody },
  { part: 'legal-person', label: { zh: '法定代表人', en: 'Legal representative' }, sensitive: onReveal, others: everybody },
  {
    part: 'service', label: { zh: '网站', en: 'Website' }, sensitive: onReveal, others: comesAlong,
    except: { type: askedOpenly, name: askedOpenly, domain: askedOpenly, personSource: askedOpenly },
  },
  { part: 'service-person', label: { zh: '网站负责人', en: 'Person in charge of a website' }, sensitive: servingOnly, others: everybody },
  { part: 'access', label: { zh: '接入', en: 'Access' }, sensitive: notOfOthers, others: notOfOthers, except: { providerName: comesAlong } },
  { part: 'cancellation', label: { zh: '注销', en: 'Cancellation' }, sensitive: everybody, others: everybody },
  { part: 'migration', label: { zh: '迁移', en: 'Move to another subject' }, sensitive: askedOpenly, others: askedOpenly },
]

const partOf = ({ section, path }: Pick<FieldRow, 'section' | 'path'>): FieldPart => {
  if (section === 'platform') return 'service'
  if (section !== 'person') return section
  return path.startsWith('subject.') ? 'subject-person' : 'service-person'
}

export const sightOf = (field: Pick<FieldRow, 'section' | 'path' | 'key' | 'personal'>, reader: FieldReader): Sight => {
  const row = visibleFields.find(({ part }) => part === partOf(field))
  const sights = row && (row.except?.[field.key] ?? (isSensitive(field.personal) ? row.sensitive : row.others))
  return sights ? sights[reader] : 'hidden'
}

/** How `actor` stands to the field at `path`. */
export const fieldReaderOf = (content: FilingContent, status: FilingStatus, path: string, actor: Actor): FieldReader => {
  if (!isLocked(status)) return 'author'
  switch (actor.role) {
    case 'owner': return 'owner'
    case 'reviewer': return 'reviewer'
    case 'provider': return servesAt(content, path, actor.providerId) ? 'serving-provider' : 'other-provider'
    default: return 'confirming'
  }
}

/** Everything about the subject concerns every provider of the filing; persons of a website those who serve it; an access its own provider. */
const servesAt = (content: FilingContent, path: string, providerId: string): boolean => {
  const [part, serviceId, list, accessId] = path.split('.')
  const service = part === 'services' && content.form !== 'cancellation' ? content.services.find((one) => one.id === serviceId) : undefined
  if (!service || (list !== 'person' && list !== 'accesses')) return true
  return service.accesses.some((access) => access.providerId === providerId && (list === 'person' || access.id === accessId))
}

/** The content as `actor` is shown it. */
export const contentSeenBy = <Content extends FilingContent>(content: Content, status: FilingStatus, actor: Actor): Content =>
  seen(content, (path) => fieldReaderOf(content, status, path, actor))

/** The content as the owner of the receiving subject is shown it: what is public until it has agreed, then what comes along with the website. */
export const contentSeenByReceiver = <Content extends FilingContent>(content: Content, agreed: boolean): Content => seen(content, () => (agreed ? 'receiver' : 'asked'))

/** The content as the responsible person is shown it, who has no account: what can be judged, and no number. */
export const maskContent = <Content extends FilingContent>(content: Content): Content => seen(content, () => 'confirming')

/** The content as the other administration of a conflict is shown it: enough to judge who is right, and no number. */
export const contentForMediator = <Content extends FilingContent>(content: Content): Content => seen(content, () => 'mediating')

const seen = <Content extends FilingContent>(content: Content, readerAt: (path: string) => FieldReader): Content =>
  everyField(content).reduce((so, field) => {
    const sight = sightOf(field, readerAt(field.path))
    return sight === 'clear' ? so : withFieldAt(so, field.path, shownAs(sight, fieldAt(so, field.path), field.personal))
  }, content)

const shownAs = (sight: Sight, value: unknown, personal: PersonalKind | undefined): unknown => {
  if (sight === 'hidden') return Array.isArray(value) ? [] : ''
  return typeof value === 'string' && personal ? maskField(personal, value) : ''
}
