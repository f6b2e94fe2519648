import { operationIds } from '@icp/contract'
import type { Described, FuzzRequest, Sender } from './requests.js'

/**
 * Of what needs a session. Registration, log-on, recovery and links are open to everybody and need a cookie or secret that no document tells of, so chance
 * alone does not get through them; the sweep (F20) and their tests do.
 */
const leastReached = 0.6
const leastTaken = 0.9

interface OfSender {
  asked: number
  /** Requests as the document asks for them, to what the sender may do; and how many of them were not refused for their form. */
  valid: number
  taken: number
}

/** How deep a run of generated requests has got. */
export class Counts {
  private done = 0
  private readonly may = new Set<string>()
  private readonly reached = new Set<string>()
  private readonly senders = new Map<Sender, OfSender>()
  private readonly refusedForForm = new Map<string, number>()

  note(sender: Sender, operation: Described, request: FuzzRequest, status: number, text: string): void {
    const of = this.senders.get(sender) ?? { asked: 0, valid: 0, taken: 0 }
    this.senders.set(sender, of)
    of.asked++
    if (status < 300) {
      this.done++
      this.reached.add(operation.operationId)
    }
    const roles = operation['x-roles']
    if (!roles.includes('public') && !roles.includes(sender)) return
    if (!roles.includes('public')) this.may.add(operation.operationId)
    if (request.spoiled !== undefined || status === 401) return
    of.valid++
    if (status === 400 || status === 413 || status === 415 || (status === 422 && /"rule":"form-/.test(text))) {
      this.refusedForForm.set(operation.operationId, (this.refusedForForm.get(operation.operationId) ?? 0) + 1)
    } else {
      of.taken++
    }
  }

  get figure(): string {
    const all = [...this.senders.values()].reduce((sum, { asked }) => sum + asked, 0)
    const each = [...this.senders].map(([name, of]) => `${name} ${of.asked}, of ${of.valid} valid ones ${percent(of)} taken as to their form`)
    return `${all} requests (${each.join('; ')}): ${this.done} done; ${this.reached.size} of ${operationIds.length} operations answered with success`
  }

  /** The sentences of what a long run has to reach and has not. */
  tooShallow(): string[] {
    if (this.senders.size === 0) return ['no request was sent in the time that was given']
    const missed = [...this.may].filter((id) => !this.reached.has(id))
    const unfit = [...this.senders].filter(([, of]) => of.taken < of.valid * leastTaken)
    return [
      ...(missed.length > this.may.size * (1 - leastReached) ? [`too few operations answered with success; never: ${missed.join(', ')}`] : []),
      ...unfit.map(([name, of]) => `of the valid requests as ${name} only ${percent(of)} have a form that is taken; refused: ${this.refusals()}`),
    ]
  }

  private refusals(): string {
    return [...this.refusedForForm].toSorted(([, a], [, b]) => b - a).slice(0, 12).map(([id, count]) => `${id} ${count}`).join(', ')
  }
}

const percent = ({ valid, taken }: OfSender): string => `${((100 * taken) / Math.max(1, valid)).toFixed(1)} %`
