import type { FieldChange, ReturnFinding } from '@icp/domain'
import { canonicalJson, sha256 } from '../platform/digest.js'

/**
 * By what an audit entry names the rows that its step has written, each SHA-256, hex: of a row without what is sealed in it, and of that in clear, bound to its row.
 * `verify` works them out again. A step that wrote no such row leaves the digest out; entries of older releases have none.
 */
export interface RowDigests {
  readonly event?: string
  readonly note?: string
  readonly decision?: string
  readonly opinion?: string
  readonly correction?: string
  readonly reason?: string
  readonly pass?: string
  readonly remark?: string
  readonly sheet?: string
  readonly listed?: string
}

const of = (row: object): string => sha256(canonicalJson(row))

export interface EventRow {
  readonly filingId: string
  readonly at: string
  readonly action: string
  readonly role: string
  /** Of an organisation, or the role again. */
  readonly name: string
  readonly status: string
}

export const digestOfEvent = ({ filingId, at, action, role, name, status }: EventRow): string => of({ filingId, at, action, role, name, status })
export const digestOfNote = ({ filingId, at }: Pick<EventRow, 'filingId' | 'at'>, note: string): string => of({ filingId, at, note })

export interface DecisionRow {
  readonly filingId: string
  readonly round: number
  readonly decision: string
  readonly byAccountId: string | null
  /** Of an organisation, or the role. */
  readonly byName: string
  readonly at: string
}

export const digestOfDecision = ({ filingId, round, decision, byAccountId, byName, at }: DecisionRow): string => of({ filingId, round, decision, byAccountId, byName, at })
export const digestOfOpinion = ({ filingId, at }: Pick<DecisionRow, 'filingId' | 'at'>, opinion: string, findings: readonly ReturnFinding[]): string =>
  of({ filingId, at, opinion, findings })

export interface CorrectionRow {
  readonly filingId: string
  readonly requestId: string
  readonly revision: number
  readonly providerId: string
  readonly providerName: string
  readonly byAccountId: string
  readonly at: string
}

export const digestOfCorrection = ({ filingId, requestId, revision, providerId, providerName, byAccountId, at }: CorrectionRow): string =>
  of({ filingId, requestId, revision, providerId, providerName, byAccountId, at })
/** `byName`: who corrected, a person. */
export const digestOfReason = ({ filingId, revision }: Pick<CorrectionRow, 'filingId' | 'revision'>, said: { byName: string; reason: string; changes: readonly FieldChange[] }): string =>
  of({ filingId, revision, ...said })

export interface PassRow {
  readonly filingId: string
  readonly providerId: string
  readonly providerName: string
  readonly byAccountId: string | null
  readonly at: string | null
}

export const digestOfPass = ({ filingId, providerId, providerName, byAccountId, at }: PassRow): string => of({ filingId, providerId, providerName, byAccountId, at })
export const digestOfRemark = ({ filingId, providerId, at }: Pick<PassRow, 'filingId' | 'providerId' | 'at'>, remark: string): string => of({ filingId, providerId, at, remark })

export const digestOfSheetRow = ({ id, providerName, at }: { id: string; providerName: string; at: string }): string => of({ id, providerName, at })

/** Of a filing about a record in force: under what lists and rights find it, which its content does not say. */
export const digestOfListed = ({ id, province, subjectName }: { id: string; province: string; subjectName: string }): string => of({ id, province, subjectName })
