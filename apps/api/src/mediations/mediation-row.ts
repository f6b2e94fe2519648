import type { ConflictSide, Mediation, MediationRow } from '@icp/contract'
import { Refusal } from '@icp/domain'
import type { Sealing } from '../platform/sealing.js'

/** Reason and answer are free text, which may hold personal data. */
export const mediationPlace = (id: string, column: 'reason' | 'answer') => ({ table: 'mediations', column, row: id })

/** What was asked about and is gone since has lapsed, whether or not somebody has noticed. */
export const stateNow = `CASE WHEN m.state = 'open' AND NOT mediation_stands(m.id) THEN 'lapsed' ELSE m.state END`

const shared = `
  m.id, m.filing_id AS "filingId", m.over, m.rule, m.path, m.domain, m.reason, m.asked_at AS "askedAt", ${stateNow} AS state, m.outcome, m.answer, m.ended_at AS "endedAt"`

/** To be followed by WHERE. */
export const selectOwn = `SELECT ${shared} FROM mediations m`

export const selectBoth = `
  SELECT ${shared}, m.applicant_province AS "applicantProvince", m.holder_province AS "holderProvince", m.holder_told AS "holderTold", s.applicant_name AS "applicantName",
         s.applicant_since AS "applicantSince", s.party, s.party_id AS "partyId", s.number, s.status, s.subject_name AS "subjectName", s.province, s.since, s.changed_at AS "changedAt"
    FROM mediations m CROSS JOIN LATERAL mediation_sides(m.id) s`

export interface FoundBoth extends Mediation {
  readonly applicantProvince: string
  readonly holderProvince: string
  readonly holderTold: boolean
  readonly applicantName: string
  readonly applicantSince: string
  readonly party: 'record' | 'filing' | null
  readonly partyId: string | null
  readonly number: string | null
  readonly status: string | null
  readonly subjectName: string | null
  readonly province: string | null
  readonly since: string | null
  readonly changedAt: string | null
}

export const opened = <Row extends Mediation>(sealing: Sealing, row: Row): Row => ({
  ...row, reason: sealing.open(mediationPlace(row.id, 'reason'), row.reason), answer: row.answer === null ? null : sealing.open(mediationPlace(row.id, 'answer'), row.answer),
})

const holderOf = ({ party, partyId, number, status, subjectName, province, since }: FoundBoth): ConflictSide | null => (
  party && since ? { is: party, id: partyId, number, status: status ?? '', subjectName: subjectName ?? '', province: province ?? '', since } : null)

/** `province`: of the reviewer who looks. */
export const bothSidesOf = (row: FoundBoth, province: string): MediationRow => {
  const { id, over, rule, domain, reason, askedAt, state, outcome, answer, endedAt, holderTold, applicantName, applicantProvince, applicantSince, holderProvince, changedAt } = row
  const holder = holderOf(row)
  return {
    id, over, rule, domain, reason, askedAt, state, outcome, answer, endedAt, holderTold, holder, holderChangedAt: holder && changedAt,
    applicant: { subjectName: applicantName, province: applicantProvince, since: applicantSince },
    first: holder && holder.since <= applicantSince ? 'holder' : 'applicant', mayAnswer: state === 'open' && holderProvince === province,
  }
}

/** The same for what is another's and what does not exist. */
export const noSuchMediation = () => new Refusal('not-found', 'mediation-not-found', { zh: '没有找到该协调请求。', en: 'There is no such request about a conflict.' })

export const alreadyAsked = () => new Refusal('conflict', 'mediation-open', { zh: '这一项已请管局协调，请等待答复；如有补充，请撤回后重新提出。', en: 'The administration has been asked about this already. Wait for its answer, or withdraw the request and ask anew.' })

export const hasEnded = () => new Refusal('conflict', 'mediation-ended', { zh: '该协调请求已经结束（已答复、已撤回或冲突已不存在），请刷新后查看。', en: 'This request has ended: it was answered or withdrawn, or the conflict is gone. Load the page again.' })

export const othersToAnswer = () => new Refusal('conflict', 'mediation-of-other-province', { zh: '冲突的对方属于其他省，由该省通信管理局答复；您可以查看。', en: 'The other side is of another province, whose administration answers. You can see it.' })

export const notHollow = () => new Refusal('conflict', 'mediation-not-hollow', {
  zh: '对方的备案不在空壳名单中，不能按空壳清理；请选择其他处理结果。', en: 'The other side’s record is not listed as hollow, so it is not cleared that way. Choose another outcome.',
})
