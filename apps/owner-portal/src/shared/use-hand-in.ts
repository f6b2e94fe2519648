import { answerKey, type ApiProblem, randomKey, useClient } from '@icp/client'
import type { BodyOf, Receipt } from '@icp/contract'
import type { CancellationContent, FilingContent, MigrationContent } from '@icp/domain'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { z } from 'zod'

interface Order {
  readonly create: BodyOf<'createFiling'>
  /** What the owner typed, put into the draft that the register began. */
  readonly typed: Partial<CancellationContent> | Partial<MigrationContent>
  readonly code?: string
}

/**
 * Hands in a filing that is entered on one page: draft, what was typed, finish. Each step may be repeated; after a refusal the draft stays, and a second try goes
 * on with it.
 */
export function useHandIn(onDone: (receipt: z.infer<typeof Receipt>) => void) {
  const client = useClient()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const keys = useRef({ order: '', create: '' })
  const running = useRef(false)

  const handIn = async ({ create, typed, code }: Order) => {
    const order = JSON.stringify([create, typed])
    if (keys.current.order !== order) keys.current = { order, create: randomKey() }
    const draft = await client.call('createFiling', { body: create }, { idempotencyKey: keys.current.create })
    const now = await client.call('getFiling', { params: { id: draft.id } })
    if (now.status !== 'draft') return { id: now.id, reference: now.reference ?? '', finishedAt: now.finishedAt ?? now.statusSince, digest: '', hash: '', status: now.status, version: now.version }
    const saved = await client.call('saveDraft', { params: { id: now.id }, body: { version: now.version, content: { ...now.content, ...typed } as FilingContent } })
    return client.call('finishFiling', { params: { id: now.id }, body: { version: saved.version, ...(code === undefined ? {} : { code }) } })
  }
  return {
    busy, problem,
    submit: (order: Order) => {
      if (running.current) return
      running.current = true
      setBusy(true)
      setProblem(null)
      handIn(order)
        .then(onDone, (thrown: unknown) => setProblem(thrown as ApiProblem))
        .finally(() => {
          running.current = false
          setBusy(false)
          for (const stale of ['listFilings', 'listOwnRecords'] as const) void queries.invalidateQueries({ queryKey: answerKey(stale) })
        })
    },
  }
}
