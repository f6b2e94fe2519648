import { type Claim, claimsOf, type Collision, type ConflictKind, type RegisterRecord, type RegistrationContent, servicesInForce } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { isUuid } from '../platform/is-uuid.js'
import { type SearchedText, Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'

/** Whose claims they are: a filing on its way, or a subject in force. */
export type Claimant = { readonly filingId: string } | { readonly subjectId: string }

/** What is looked for, and kept, of one claim: texts as keyed indexes, addresses as numbers. */
interface Key {
  readonly kind: Claim['kind']
  readonly path: string
  readonly key: string | null
  readonly person: string | null
  readonly provider: string | null
  readonly first: string | null
  readonly last: string | null
}

/** `person`: one person with two telephones. */
type Met = Claim['kind'] | 'person'
const kinds: Readonly<Record<Met, ConflictKind>> = { 'service-name': 'service-name', 'home-page': 'home-page', phone: 'phone', person: 'person-contacts', address: 'address-shared' }

/** Keeps what filings and records lay claim to, and finds who else does. */
@Injectable()
export class ConflictKeysApi {
  constructor(private readonly sealing: Sealing) {}

  /** Replaces what was kept of the claimant. */
  async keep(tx: EntityManager, claimant: Claimant, subjectKey: string, content: RegistrationContent): Promise<void> {
    await this.forget(tx, claimant)
    await statement(
      tx,
      `INSERT INTO conflict_keys (filing_id, subject_id, subject_key, kind, path, key, person_key, provider_id, addresses)
       SELECT $1, $2, $3, k.kind, k.path, k.key, k.person, k.provider, CASE WHEN k.first IS NOT NULL THEN numrange(k.first, k.last, '[]') END
         FROM jsonb_to_recordset($4) AS k (kind text, path text, key text, person text, provider uuid, first numeric, last numeric)`,
      [...idsOf(claimant), subjectKey, JSON.stringify(this.keysOf(content))],
    )
  }

  /** What a subject in force claims by its services in force; nothing once it is cancelled. */
  async keepRecord(tx: EntityManager, { subject, services }: RegisterRecord, subjectKey: string): Promise<void> {
    if (!subject) return
    const claimant = { subjectId: subject.id }
    if (subject.state !== 'in-force') return this.forget(tx, claimant)
    const inForce = servicesInForce({ subject, services, certificates: [] }).map((service) => ({ ...service.content, id: service.id }))
    await this.keep(tx, claimant, subjectKey, { form: 'registration', subject: subject.content, services: inForce })
  }

  /** Once it has ended, a filing claims nothing, and nothing of it is kept here. */
  async forget(tx: EntityManager, claimant: Claimant): Promise<void> {
    await statement(tx, 'DELETE FROM conflict_keys WHERE filing_id = $1 OR subject_id = $2', idsOf(claimant))
    // A provider that corrects or refuses a filing sees no address of the others; they go all the same.
    if ('filingId' in claimant) await statement(tx, 'SELECT forget_addresses_of_others($1)', [claimant.filingId])
  }

  /** What of a content somebody else claims, in the whole country; with no word of whose it is. */
  async collisionsOf(tx: EntityManager, content: RegistrationContent, subjectKey: string | null, exceptId: string): Promise<Collision[]> {
    const keys = this.keysOf(content)
    if (keys.length === 0) return []
    const { rows } = await statement<{ kind: Met; path: string; against: 'record' | 'filing' }>(
      tx, 'SELECT kind, path, against FROM colliding_keys($1, $2, $3)', [JSON.stringify(keys), subjectKey, exceptId],
    )
    return rows.map(({ kind, path, against }) => ({ kind: kinds[kind], path, against }))
  }

  private keysOf(content: RegistrationContent): Key[] {
    return claimsOf(content).map((claim): Key => {
      if (claim.kind === 'address') {
        const { kind, path, providerId, first, last } = claim
        return { kind, path, key: null, person: null, provider: isUuid(providerId) ? providerId : null, first: String(first), last: String(last) }
      }
      const { kind, path } = claim
      const { key, person } = textsOf(claim)
      return { kind, path, key: this.sealing.index(key), person: person && this.sealing.index(person), provider: null, first: null, last: null }
    }).filter(({ key, provider }) => key !== null || provider !== null)
  }
}

const textsOf = ({ kind, text, person }: Exclude<Claim, { readonly kind: 'address' }>): { readonly key: SearchedText; readonly person: SearchedText | null } =>
  ({ key: { kind: `conflict-${kind}`, text }, person: person === '' ? null : { kind: 'conflict-person', text: person } })

/** What the keyed indexes of a content's claims are made of. */
export const claimTextsOf = (content: RegistrationContent): SearchedText[] =>
  claimsOf(content).flatMap((claim) => (claim.kind === 'address' ? [] : Object.values(textsOf(claim)).filter((said) => said !== null)))

const idsOf = (claimant: Claimant): [string | null, string | null] =>
  'filingId' in claimant ? [claimant.filingId, null] : [null, claimant.subjectId]
