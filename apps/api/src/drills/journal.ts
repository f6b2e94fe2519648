/** What a client of the API holds in its hands after a drill: answers that said `done`. Written by the drill, read by the checker. */
export class Journal {
  private readonly numbers = new Map<string, string>()
  private readonly statuses = new Map<string, string>()

  /** The API answered that the filing is approved under this number. */
  approved(filingId: string, subjectNumber: string): void {
    this.numbers.set(filingId, subjectNumber)
    this.statuses.set(filingId, 'approved')
  }

  /** The API answered that the filing now has this status. */
  reached(filingId: string, status: string): void {
    this.statuses.set(filingId, status)
  }

  get approvals(): ReadonlyMap<string, string> {
    return this.numbers
  }

  /** The last acknowledged status of each filing. */
  get acknowledged(): ReadonlyMap<string, string> {
    return this.statuses
  }
}
