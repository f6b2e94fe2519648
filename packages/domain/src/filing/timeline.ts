import type { Role } from '../account/role.js'
import type { Bilingual } from '../bilingual.js'
import { ballTexts } from './ball.js'
import type { HistoryAction } from './history.js'
import { formOf, type FilingForm, type FilingKind } from './kind.js'
import { needsConfirmation } from './parties.js'
import { isFinal, statusFaces, type FilingStatus, type Holder } from './status.js'

/** One entry of a filing's history. `status` is the one after it; `create` is the start of the draft. */
export interface TimelineEvent {
  readonly at: string
  readonly action: HistoryAction
  readonly by: { readonly role: Role; readonly name: string }
  readonly status: FilingStatus
}

export type StageKey = 'finished' | 'agreed' | 'verified' | 'confirmed' | 'reviewed' | 'decided'

export interface Stage {
  readonly key: StageKey
  /** 1 for the first way through; a return starts the next. */
  readonly round: number
  readonly label: Bilingual
  readonly state: 'done' | 'current' | 'ahead' | 'sent-back' | 'ended'
  /** When it became the stage's turn, and when it was over. */
  readonly from: string | null
  readonly until: string | null
  /** Milliseconds between the two, or up to `now` for the current one; null while ahead. */
  readonly duration: number | null
  /** Who brought it to its end. */
  readonly by: TimelineEvent['by'] | null
  readonly holder: Holder
}

/** A way back, drawn as a loop from the stage that sent it back to the verification of the next round. */
export interface TimelineLoop {
  readonly fromRound: number
  readonly fromStage: StageKey
  readonly at: string
  readonly cause: 'returned' | 'expired' | 'wrong-tries'
  readonly by: TimelineEvent['by']
}

export interface Timeline {
  readonly stages: readonly Stage[]
  readonly loops: readonly TimelineLoop[]
  readonly current: Stage | null
  readonly next: Stage | null
  /** Who acts now. */
  readonly holder: Holder
  readonly outcome: 'approved' | 'refused' | 'withdrawn' | null
}

const same = (zh: string, en: string) => ({ registration: { zh, en }, cancellation: { zh, en }, migration: { zh, en } })

const labels: Readonly<Record<StageKey, Readonly<Record<FilingForm, Bilingual>>>> = {
  finished: {
    registration: { zh: '填写并完成', en: 'Filled in and finished' }, cancellation: { zh: '填写注销申请', en: 'Cancellation applied for' },
    migration: { zh: '迁出方提出', en: 'Proposed by the giving owner' },
  },
  agreed: same('接收方同意', 'Agreed by the receiving owner'),
  verified: {
    registration: { zh: '接入商核实', en: 'Verified by access providers' }, cancellation: { zh: '接入商受理', en: 'Taken up by access providers' },
    migration: { zh: '接入商核实', en: 'Verified by access providers' },
  },
  confirmed: same('短信核验', 'Confirmed by responsible persons'),
  reviewed: same('管局审核', 'Reviewed by the administration'),
  decided: {
    registration: { zh: '备案完成', en: 'Number and certificate issued' }, cancellation: { zh: '注销完成', en: 'Cancelled' },
    migration: { zh: '迁移完成', en: 'Moved, new number issued' },
  },
}

const endings: Readonly<Record<'refused' | 'withdrawn', Bilingual>> = { refused: statusFaces.refused.word, withdrawn: statusFaces.withdrawn.word }

const stageOf: Readonly<Record<FilingStatus, StageKey>> = {
  draft: 'finished', 'awaiting-agreement': 'agreed', 'with-providers': 'verified', returned: 'verified', 'awaiting-confirmation': 'confirmed', 'in-review': 'reviewed',
  approved: 'decided', refused: 'decided', withdrawn: 'decided',
}

const holders: Readonly<Record<StageKey, Holder>> = {
  finished: 'owner', agreed: 'receiving-owner', verified: 'provider', confirmed: 'responsible-person', reviewed: 'reviewer', decided: 'nobody',
}

const orderFor = (kind: FilingKind): StageKey[] =>
  (['finished', 'agreed', 'verified', 'confirmed', 'reviewed', 'decided'] as const)
    .filter((key) => (key !== 'confirmed' || needsConfirmation(kind)) && (key !== 'agreed' || kind === 'migrate-service'))

const statusOf: Readonly<Partial<Record<StageKey, FilingStatus>>> = { agreed: 'awaiting-agreement', verified: 'with-providers', confirmed: 'awaiting-confirmation', reviewed: 'in-review' }

/** The way of a kind before it is begun: each stage after Finish, and how long it may take. */
export const wayOf = (kind: FilingKind): { readonly key: StageKey; readonly label: Bilingual; readonly time: Bilingual }[] =>
  orderFor(kind).flatMap((key) => {
    const status = statusOf[key]
    return status ? [{ key, label: labels[key][formOf(kind)], time: ballTexts[status].owner.untilWhen }] : []
  })

const lasted = (from: string | null, until: string | null): number | null =>
  from === null || until === null ? null : Math.max(0, Date.parse(until) - Date.parse(from))

interface Walk {
  stages: Stage[]
  loops: TimelineLoop[]
  round: number
  since: string | null
}

const causeOf = (event: TimelineEvent): TimelineLoop['cause'] =>
  event.action === 'return' ? 'returned' : event.action === 'expire' ? 'expired' : 'wrong-tries'

/**
 * The stages of a filing's way, done, current and ahead, for registrations and cancellations alike. `events` may come in any order and may
 * hold events that moved nothing, such as corrections. `now` is an ISO instant.
 */
export const timelineOf = (
  events: readonly TimelineEvent[], filing: { readonly kind: FilingKind; readonly status: FilingStatus }, now: string,
): Timeline => {
  const form = formOf(filing.kind)
  const ordered = [...events].sort((left, right) => Date.parse(left.at) - Date.parse(right.at))
  const walk: Walk = { stages: [], loops: [], round: 1, since: ordered[0]?.at ?? null }
  let status: FilingStatus = 'draft'

  const close = (event: TimelineEvent, state: Stage['state']): void => {
    const key = stageOf[status]
    walk.stages.push({
      key, round: walk.round, label: labels[key][form], state, from: walk.since, until: event.at, duration: lasted(walk.since, event.at),
      by: event.by, holder: holders[key],
    })
    walk.since = event.at
  }

  for (const event of ordered) {
    if (event.action === 'create' || event.status === status) continue
    const back = event.status === 'returned'
    const stopped = event.status === 'refused' || event.status === 'withdrawn'
    close(event, back ? 'sent-back' : stopped ? 'ended' : 'done')
    if (back) {
      walk.loops.push({ fromRound: walk.round, fromStage: stageOf[status], at: event.at, cause: causeOf(event), by: event.by })
      walk.round += 1
    }
    status = event.status
  }

  const here = stageOf[filing.status]
  const ended = isFinal(filing.status)
  const last = walk.stages.at(-1)
  const standing: Stage = {
    key: here, round: walk.round, from: walk.since, until: ended ? walk.since : null, by: ended ? (last?.by ?? null) : null, holder: holders[here],
    label: filing.status === 'refused' || filing.status === 'withdrawn' ? endings[filing.status] : labels[here][form],
    state: ended ? (filing.status === 'approved' ? 'done' : 'ended') : 'current',
    duration: ended ? null : lasted(walk.since, now),
  }
  const order = orderFor(filing.kind)
  const ahead = ended ? [] : order.slice(order.indexOf(here) + 1).map((key): Stage => ({
    key, round: walk.round, label: labels[key][form], state: 'ahead', from: null, until: null, duration: null, by: null, holder: holders[key],
  }))
  return {
    stages: [...walk.stages, standing, ...ahead],
    loops: walk.loops,
    current: ended ? null : standing,
    next: ahead[0] ?? null,
    holder: statusFaces[filing.status].holder,
    outcome: filing.status === 'approved' || filing.status === 'refused' || filing.status === 'withdrawn' ? filing.status : null,
  }
}
