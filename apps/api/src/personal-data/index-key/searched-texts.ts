import { emptySubject, type RegistrationContent } from '@icp/domain'
import type { Client } from 'pg'
import { certificateText, emailText, mobileText, nobodysText } from '../../accounts/searched-texts.api.js'
import { claimTextsOf } from '../../conflicts/conflict-keys.api.js'
import { openContent } from '../../filings/sealed-content.api.js'
import { recipientText } from '../../notifications/recipient-text.api.js'
import type { Place, SearchedText, Sealing } from '../../platform/sealing.js'
import { subjectTextOf } from '../../register/subject-key.api.js'

type Row = Readonly<Record<string, string>>

/** Of a row: what its fingerprints are made of; or a text that stands there in the clear and stays. */
type Said = SearchedText | { readonly clear: string }

/** Where the texts of a table's fingerprints are sealed. */
interface Source {
  readonly table: string
  /** Of the rows whose `ctid` is among $1. */
  readonly sql: string
  readonly textsOf: (row: Row, sealing: Sealing) => (Said | null)[]
}

const opener = (sealing: Sealing, table: string, row: string) => (column: string, sealed: string | undefined) => sealing.open({ table, column, row }, sealed ?? '')

const ofContacts = (table: string, { id = '', mobile, email }: Row, sealing: Sealing): Said[] => {
  const open = opener(sealing, table, id)
  return [mobileText(open('mobile', mobile)), emailText(open('email', email))]
}

const ofContent = (sealing: Sealing, place: Place, stored: unknown): (Said | null)[] => {
  const content = openContent(sealing, place, stored)
  return content.form === 'registration' ? [subjectTextOf(content.subject), ...claimTextsOf(content)] : []
}

/** Each part of a subject in force is sealed in its own row. */
const ofRecord = (sealing: Sealing, id: string, subject: unknown, services: readonly { readonly id: string; readonly content: unknown }[]): (Said | null)[] => {
  const open = (table: string, row: string, wrapped: object) => openContent(sealing, { table, column: 'content', row }, { form: 'registration', ...wrapped }) as RegistrationContent
  const content = open('register_subjects', id, { subject, services: [] })
  const opened = services.flatMap((service) => open('register_services', service.id, { subject: emptySubject(), services: [service.content] }).services.map((one) => ({ ...one, id: service.id, accesses: [] })))
  return [subjectTextOf(content.subject), ...claimTextsOf({ ...content, services: opened })]
}

const contentOfFiling = `f.id AS filing, f.revision, f.draft_content AS draft, CASE WHEN f.draft_content IS NULL THEN r.content END AS kept
  FROM filings f LEFT JOIN filing_revisions r ON r.filing_id = f.id AND r.number = f.revision`
const ofFiling = ({ filing, revision, draft, kept }: Row, sealing: Sealing): (Said | null)[] =>
  draft ? ofContent(sealing, { table: 'filings', column: 'draft_content', row: `${filing}` }, draft)
    : kept ? ofContent(sealing, { table: 'filing_revisions', column: 'content', row: `${filing}/${revision}` }, kept) : []

const services = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'content', v.content)), '[]') FROM register_services v WHERE v.subject_id = s.id AND v.state = 'in-force') AS services`
const ofSubject = ({ subject = '', content, services: held }: Row, sealing: Sealing) => ofRecord(sealing, subject, content, held as never)

/**
 * A filing that cancels or moves has its subject's fingerprint from the register, and what a filing or a record lays claim to stands in its content: equal
 * texts have equal fingerprints, so a text that is found once stands for all of its places.
 */
const sources: readonly Source[] = [
  {
    table: 'accounts', sql: 'SELECT id, mobile, email, certificate_number, closed_at FROM accounts WHERE ctid = ANY ($1)',
    textsOf: (row, sealing) => {
      if (row['closed_at']) return [nobodysText(row['id'] ?? '')]
      const number = opener(sealing, 'accounts', row['id'] ?? '')('certificate_number', row['certificate_number'])
      return [...ofContacts('accounts', row, sealing), number === '' ? null : certificateText(number)]
    },
  },
  { table: 'invitations', sql: 'SELECT id, mobile, email FROM invitations WHERE ctid = ANY ($1)', textsOf: (row, sealing) => ofContacts('invitations', row, sealing) },
  {
    table: 'outbox_messages', sql: 'SELECT id, recipient FROM outbox_messages WHERE ctid = ANY ($1)',
    textsOf: ({ id = '', recipient }, sealing) => [recipientText(opener(sealing, 'outbox_messages', id)('recipient', recipient))],
  },
  {
    table: 'blacklist_entries', sql: 'SELECT id, kind, key, certificate_type, certificate_number FROM blacklist_entries WHERE ctid = ANY ($1)',
    textsOf: ({ id = '', kind, key = '', certificate_type: certificateType = '', certificate_number: sealed }, sealing) => (kind === 'domain' ? [{ clear: key }]
      : [subjectTextOf({ certificateType, certificateNumber: opener(sealing, 'blacklist_entries', id)('certificate_number', sealed) })]),
  },
  { table: 'register_subjects', sql: `SELECT s.id AS subject, s.content, ${services} FROM register_subjects s WHERE s.ctid = ANY ($1)`, textsOf: ofSubject },
  { table: 'filings', sql: `SELECT ${contentOfFiling} WHERE f.ctid = ANY ($1)`, textsOf: ofFiling },
  { table: 'conflict_keys', sql: `SELECT ${contentOfFiling} WHERE f.id IN (SELECT filing_id FROM conflict_keys WHERE ctid = ANY ($1))`, textsOf: ofFiling },
  {
    table: 'conflict_keys', sql: `SELECT s.id AS subject, s.content, ${services} FROM register_subjects s WHERE s.id IN (SELECT subject_id FROM conflict_keys WHERE ctid = ANY ($1))`,
    textsOf: ofSubject,
  },
]

/** What the fingerprints in these rows of the table are made of, as far as their own rows tell it. */
export async function textsIn(client: Client, sealing: Sealing, table: string, ctids: readonly string[]): Promise<Said[]> {
  const said: Said[] = []
  for (const { sql, textsOf } of sources.filter((source) => source.table === table)) {
    const { rows } = await client.query<Row>(sql.replace('ANY ($1)', 'ANY ($1::tid[])'), [ctids])
    for (const row of rows) said.push(...textsOf(row, sealing).filter((one) => one !== null))
  }
  return said
}
