import { sha256 } from '../platform/digest.js'

interface Shown {
  readonly action: string
  readonly objects: readonly string[]
}

/** For how long the same rows, shown to the same account, are not noted again. */
export const quietMinutes = 10
const mostHeld = 5000

/** Which lists this instance has noted lately, for whom: what stands in the audit is not written again for a screen that only looks whether something has changed. */
export class ShownLists {
  private readonly last = new Map<string, number>()

  wasNoted(accountId: string, shown: Shown, now: number): boolean {
    const at = this.last.get(keyOf(accountId, shown))
    return at !== undefined && now >= at && now - at < quietMinutes * 60_000
  }

  /** Only once the entry is committed. */
  noted(accountId: string, shown: Shown, now: number): void {
    const key = keyOf(accountId, shown)
    this.last.delete(key)
    this.last.set(key, now)
    const [oldest] = this.last.keys()
    if (this.last.size > mostHeld && oldest !== undefined) this.last.delete(oldest)
  }
}

const keyOf = (accountId: string, { action, objects }: Shown): string => sha256([accountId, action, ...objects].join(' '))
