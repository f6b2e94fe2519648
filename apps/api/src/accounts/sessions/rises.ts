import { AsyncLocalStorage } from 'node:async_hooks'
import { Injectable } from '@nestjs/common'

/**
 * Whether the running request has proven more than it came with, such as by a code or a new password. Whoever checks such a proof notes it here; the interceptor
 * then gives the session a new cookie, so that one that was stolen or planted before is worth nothing (session fixation).
 */
@Injectable()
export class Rises {
  private readonly running = new AsyncLocalStorage<{ risen: boolean }>()

  /** Runs a request, and answers afterwards through `risen` whether it rose. */
  run<T>(state: { risen: boolean }, request: () => T): T {
    return this.running.run(state, request)
  }

  /** Outside of a request, as in a job, nothing has a session to renew. */
  note(): void {
    const state = this.running.getStore()
    if (state) state.risen = true
  }
}
