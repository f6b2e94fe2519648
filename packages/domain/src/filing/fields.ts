import type { Bilingual } from '../bilingual.js'
import { findPlatform } from '../code-tables/app-platforms.js'
import { isPersonal } from '../code-tables/natures.js'
import { fieldAt } from './changes.js'
import { asksLegalPerson, type FilingContent, type Platform, type Service, type Subject } from './content.js'
import {
  accessFields, cancellationFields, legalPersonFields, migrationFields, personFields, platformFields, serviceFields, subjectFields, type FieldDescription,
  type PersonalKind, type ValueKind,
} from './field-table.js'
import type { Names } from './display.js'
import { hasField, serviceTypes, serviceWord, spaced } from './service-type.js'

/** One field of a given filing; `path` as in finding.ts. `label` is its short name, `fieldLabel` says also which website it belongs to. */
export interface FieldRow extends FieldDescription {
  readonly path: string
  readonly section: 'subject' | 'person' | 'legal-person' | 'service' | 'platform' | 'access' | 'cancellation' | 'migration'
}

/** A part of a filing as every read-only screen shows it: rows first, then the parts within. */
export interface SummaryGroup {
  /** The path of the part: `subject`, `subject.person`, `services.{id}`, …; also the anchor of a change link. */
  readonly path: string
  readonly section: FieldRow['section']
  readonly title: Bilingual
  readonly rows: readonly FieldRow[]
  readonly groups: readonly SummaryGroup[]
}

const rowsOf = (section: FieldRow['section'], path: string, fields: readonly FieldDescription[]): FieldRow[] =>
  fields.map((one) => ({ ...one, section, path: path === '' ? one.key : `${path}.${one.key}` }))

const subjectTitle: Bilingual = { zh: '主体信息', en: 'Subject' }
const subjectPersonTitle: Bilingual = { zh: '主体负责人', en: 'Person in charge of the subject' }
const legalPersonTitle: Bilingual = { zh: '法定代表人', en: 'Legal representative' }
const servicePersonTitle = (type: Service['type']): Bilingual => ({ zh: spaced(`${serviceWord(type).zh}负责人`), en: `Person in charge of the ${serviceWord(type).en}` })

const nameOf = (service: Service): string => service.name || service.domain

const serviceTitle = (service: Service): Bilingual => {
  const word = serviceTypes.find((type) => type.id === service.type) ?? { zh: '网站', en: 'Website' }
  return nameOf(service) === '' ? { zh: word.zh, en: word.en } : { zh: `${word.zh}「${nameOf(service)}」`, en: `${word.en} “${nameOf(service)}”` }
}

const accessTitle = (service: Service, accessId: string): Bilingual => {
  const position = service.accesses.findIndex((access) => access.id === accessId)
  const provider = service.accesses[position]?.providerName ?? ''
  const n = service.accesses.length > 1 ? ` ${position + 1}` : ''
  return provider === '' ? { zh: `接入信息${n}`, en: `Access${n}` } : { zh: `接入信息${n}（${provider}）`, en: `Access${n} (${provider})` }
}

const platformTitle = ({ platform, packageName }: Platform, names: Names): Bilingual => {
  const name = names.codeName?.('appPlatforms', platform) ?? findPlatform(platform)
  const program = packageName === '' ? '' : packageName
  return name ? { zh: `${name.zh}${program && `（${program}）`}`, en: `${name.en}${program && ` (${program})`}` } : { zh: '运行平台', en: 'Platform' }
}

/** What its platform asks of a program, by the platform's own words. */
const platformRows = (platform: Platform, servicePath: string): FieldRow[] => {
  const known = findPlatform(platform.platform)
  return rowsOf('platform', `${servicePath}.platforms.${platform.id}`, platformFields)
    .filter((row) => known?.fingerprint !== null || (row.key !== 'publicKey' && row.key !== 'fingerprint'))
    .map((row) => (row.key === 'packageName' && known ? { ...row, label: known.identifier } : row))
}

/** The fields of a service, each called as the type calls it. */
const serviceRows = ({ id, type }: Service): FieldRow[] =>
  rowsOf('service', `services.${id}`, serviceFields).filter((row) => hasField(type, row.key)).map((row) => ({ ...row, label: row.labels?.[type] ?? row.label }))

const serviceGroup = (service: Service, names: Names): SummaryGroup => {
  const path = `services.${service.id}`
  const rows = serviceRows(service).filter((row) => row.key !== 'preApprovals' || service.preApprovalAnswer === 'some')
  const platforms = (service.platforms ?? []).map((platform): SummaryGroup =>
    ({ path: `${path}.platforms.${platform.id}`, section: 'platform', title: platformTitle(platform, names), rows: platformRows(platform, path), groups: [] }))
  const person: SummaryGroup[] = service.personSource === 'subject' ? []
    : [{ path: `${path}.person`, section: 'person', title: servicePersonTitle(service.type), rows: rowsOf('person', `${path}.person`, personFields), groups: [] }]
  const accesses = service.accesses.map((access): SummaryGroup => {
    const at = `${path}.accesses.${access.id}`
    return { path: at, section: 'access', title: accessTitle(service, access.id), rows: rowsOf('access', at, accessFields), groups: [] }
  })
  return { path, section: 'service', title: serviceTitle(service), rows, groups: [...platforms, ...person, ...accesses] }
}

/** Individuals have no legal person, so nothing is said of one. */
const subjectGroup = (subject: Subject): SummaryGroup => {
  const rows = rowsOf('subject', 'subject', subjectFields).filter((row) => row.key !== 'legalPersonSource' || !isPersonal(subject.nature))
  const part = (section: FieldRow['section'], path: string, title: Bilingual, fields: readonly FieldDescription[]): SummaryGroup =>
    ({ path, section, title, rows: rowsOf(section, path, fields), groups: [] })
  const legalPerson = asksLegalPerson(subject) ? [part('legal-person', 'subject.legalPerson', legalPersonTitle, legalPersonFields)] : []
  return {
    path: 'subject', section: 'subject', title: subjectTitle, rows,
    groups: [part('person', 'subject.person', subjectPersonTitle, personFields), ...legalPerson],
  }
}

/** Everything that a filing says, grouped subject → website → access. Used by summary, browsing, provider and reviewer alike. `names`: what codes in titles are called now. */
export const summaryOf = (content: FilingContent, names: Names = {}): SummaryGroup[] => {
  if (content.form === 'cancellation') {
    const rows = rowsOf('cancellation', '', cancellationFields).filter((row) => row.key !== 'serviceNumbers' || content.serviceNumbers.length > 0)
    return [{ path: '', section: 'cancellation', title: { zh: '注销申请', en: 'Cancellation' }, rows, groups: [] }]
  }
  if (content.form === 'migration') {
    const own: SummaryGroup = {
      path: '', section: 'migration', title: { zh: '网站迁移', en: 'Move of a website' }, rows: rowsOf('migration', '', migrationFields), groups: [],
    }
    return [own, ...content.services.map((service) => serviceGroup(service, names))]
  }
  return [subjectGroup(content.subject), ...content.services.map((service) => serviceGroup(service, names))]
}

const flat = (groups: readonly SummaryGroup[]): FieldRow[] => groups.flatMap((group) => [...group.rows, ...flat(group.groups)])

/** Every field that is shown for this content, in order. */
export const fieldsOf = (content: FilingContent): FieldRow[] => flat(summaryOf(content))

const tables: Readonly<Record<string, readonly FieldDescription[]>> = {
  subject: subjectFields, person: personFields, 'legal-person': legalPersonFields, service: serviceFields, platform: platformFields,
  access: accessFields, cancellation: cancellationFields, migration: migrationFields,
}

const hiddenFields: Readonly<Record<string, Bilingual>> = { providerId: { zh: '接入服务提供者', en: 'Access provider' }, accessIds: { zh: '取消的接入', en: 'Accesses that end' } }

/** Which part of the document a path lies in, and the key within it ('' = the part itself). */
const sectionAt = (path: string): { readonly section: string; readonly key: string } => {
  const parts = path.split('.')
  const key = (index: number): string => parts.slice(index).join('.')
  if (parts[0] === 'subject' && parts[1] === 'legalPerson') return { section: 'legal-person', key: key(2) }
  if (parts[0] === 'subject') return parts[1] === 'person' ? { section: 'person', key: key(2) } : { section: 'subject', key: key(1) }
  if (parts[0] === 'receivingNumber' || parts[0] === 'domainHolder') return { section: 'migration', key: path }
  if (parts[0] !== 'services') return { section: 'cancellation', key: path }
  if (parts[2] === 'person') return { section: 'person', key: key(3) }
  if (parts[2] === 'accesses') return { section: 'access', key: key(4) }
  if (parts[2] === 'platforms') return { section: 'platform', key: key(4) }
  return { section: 'service', key: key(2) }
}

const descriptionAt = (path: string): FieldDescription | undefined => {
  const { section, key } = sectionAt(path)
  return tables[section]?.find((one) => one.key === key)
}

/** How the value at a path is to be read, whatever content it stands in. */
export const valueKindAt = (path: string): ValueKind | undefined => descriptionAt(path)?.value

export const personalKindAt = (path: string): PersonalKind | undefined => descriptionAt(path)?.personal

const join = (...parts: readonly (Bilingual | undefined)[]): Bilingual => {
  const given = parts.filter((part) => part !== undefined)
  return { zh: given.map((part) => part.zh).join(' · '), en: given.map((part) => part.en).join(' · ') }
}

/** A field's full name for lists of findings, requests and changes: `网站「示例」· 域名`. Parts and unknown paths get a name as well. */
export const fieldLabel = (path: string, content: FilingContent): Bilingual => {
  if (path === '') return { zh: '整份备案', en: 'The whole filing' }
  if (path.startsWith('papers.')) return { zh: '材料', en: 'Papers' }
  const { section, key } = sectionAt(path)
  const [part, serviceId, list, itemId] = path.split('.')
  const service = part === 'services' && content.form !== 'cancellation' ? content.services.find((one) => one.id === serviceId) : undefined
  const described = descriptionAt(path)
  const own = key === '' ? undefined : ((service && described?.labels?.[service.type]) ?? described?.label ?? hiddenFields[key] ?? { zh: key, en: key })
  if (part === 'subject') {
    if (section === 'person') return join(subjectPersonTitle, own)
    if (section === 'legal-person') return join(legalPersonTitle, own)
    return own ? join({ zh: '主体', en: 'Subject' }, own) : subjectTitle
  }
  if (part !== 'services' || content.form === 'cancellation') return own ?? { zh: path, en: path }
  if (serviceId === undefined) return { zh: '网站', en: 'Websites' }
  const title = service ? serviceTitle(service) : { zh: '网站', en: 'Website' }
  if (section === 'person') return join(title, servicePersonTitle(service?.type ?? 'website'), own)
  if (section === 'platform') {
    const platform = service?.platforms?.find((one) => one.id === itemId)
    const name = key === 'packageName' ? findPlatform(platform?.platform ?? '')?.identifier : undefined
    return join(title, platform ? platformTitle(platform, {}) : { zh: '运行平台', en: 'Platforms' }, name ?? own)
  }
  if (section !== 'access') return own ? join(title, own) : title
  const access = service && itemId !== undefined ? accessTitle(service, itemId) : { zh: '接入信息', en: 'Access' }
  return list === 'accesses' && itemId === undefined ? join(title, { zh: '接入信息', en: 'Access' }) : join(title, access, own)
}

/** Every field that the document holds, empty ones and persons that are not asked included. */
export const everyField = (content: FilingContent): FieldRow[] => {
  if (content.form === 'cancellation') return rowsOf('cancellation', '', cancellationFields)
  const ofSubject = content.form === 'migration' ? rowsOf('migration', '', migrationFields) : [
    ...rowsOf('subject', 'subject', subjectFields), ...rowsOf('person', 'subject.person', personFields),
    ...rowsOf('legal-person', 'subject.legalPerson', legalPersonFields),
  ]
  return [
    ...ofSubject,
    ...content.services.flatMap((service) => {
      const path = `services.${service.id}`
      const accesses = service.accesses.flatMap((access) => rowsOf('access', `${path}.accesses.${access.id}`, accessFields))
      const platforms = (service.platforms ?? []).flatMap((platform) => rowsOf('platform', `${path}.platforms.${platform.id}`, platformFields))
      return [...serviceRows(service), ...platforms, ...rowsOf('person', `${path}.person`, personFields), ...accesses]
    }),
  ]
}

/** Where personal data lies that storage must encrypt. */
export const personalPaths = (content: FilingContent): { readonly path: string; readonly personal: PersonalKind }[] =>
  everyField(content).flatMap(({ path, personal }) => (personal && typeof fieldAt(content, path) === 'string' ? [{ path, personal }] : []))
