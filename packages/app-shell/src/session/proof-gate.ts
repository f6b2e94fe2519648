import { ApiProblem, type Client } from '@icp/client'

/** What waits for a fresh code of the authenticator, and whoever asks for it on screen. */
export interface ProofGate {
  /** Resolves to whether the code was right; false when it was not given. */
  ask(): Promise<boolean>
  isAsking(): boolean
  settle(proven: boolean): void
  /** Answers how to stop. */
  subscribe(listener: () => void): () => void
}

export function newProofGate(): ProofGate {
  let waiting: ((proven: boolean) => void)[] = []
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    ask: () => new Promise((resolve) => {
      waiting.push(resolve)
      tell()
    }),
    isAsking: () => waiting.length > 0,
    settle: (proven) => {
      const all = waiting
      waiting = []
      for (const resolve of all) resolve(proven)
      tell()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Whatever the API wants a fresh proof for waits for it and goes on; without one it is refused, as the API has said. */
export function withProof(client: Client, gate: ProofGate): Client {
  const sent = async <T>(send: () => Promise<T>): Promise<T> => {
    try {
      return await send()
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'proof-needed' || !(await gate.ask())) throw error
      return send()
    }
  }
  return {
    call: (id, input, options) => sent(() => client.call(id, input, options)),
    download: (id, input, options) => sent(() => client.download(id, input, options)),
  }
}
