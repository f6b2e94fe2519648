import { operationIds } from '@icp/contract'
import type { AccountRole } from '@icp/domain'
import type { Described, FuzzRequest } from './requests.js'

/** How deep a run of generated requests has got. */
export class Counts {
  private asked = 0
  private done = 0
  private readonly reached = new Set<string>()
  private readonly senders = new Map<string, number>()
  /** Requests as the document asks for them, by somebody who may; and how many of them were refused for their form. */
  private valid = 0
  private readonly refusedForForm = new Map<string, number>()

  note(operation: Described, role: AccountRole | undefined, request: FuzzRequest, status: number, text: string): void {
    this.asked++
    this.senders.set(role ?? 'nobody', (this.senders.get(role ?? 'nobody') ?? 0) + 1)
    if (status < 300) {
      this.done++
      this.reached.add(operation.operationId)
    }
    const may = operation['x-roles'].includes('public') || (role !== undefined && operation['x-roles'].includes(role))
    if (!may || request.spoiled !== undefined || status === 401) return
    this.valid++
    if (status === 400 || status === 413 || status === 415 || (status === 422 && /"rule":"form-/.test(text))) {
      this.refusedForForm.set(operation.operationId, (this.refusedForForm.get(operation.operationId) ?? 0) + 1)
    }
  }

  get figure(): string {
    const senders = [...this.senders].toSorted(([a], [b]) => a.localeCompare(b)).map(([name, count]) => `${name} ${count}`)
    return `${this.asked} requests (${senders.join(', ')}): ${this.done} done; ${this.reached.size} of ${operationIds.length} operations answered with success; ` +
      `of ${this.valid} valid ones ${(this.share * 100).toFixed(1)} % taken as to their form`
  }

  /** The sentences of what a long run has to reach and has not. */
  tooShallow(): string[] {
    const missed = operationIds.filter((id) => !this.reached.has(id))
    return [
      ...(missed.length > operationIds.length / 10 ? [`never answered with success: ${missed.join(', ')}`] : []),
      ...(this.share < 0.9 ? [`of the valid requests too many are refused for their form: ${[...this.refusedForForm].map(([id, count]) => `${id} ${count}`).join(', ')}`] : []),
    ]
  }

  private get share(): number {
    return this.valid === 0 ? 0 : 1 - [...this.refusedForForm.values()].reduce((sum, count) => sum + count, 0) / this.valid
  }
}
