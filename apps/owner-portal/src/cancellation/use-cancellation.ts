import { answerKey, type ApiProblem, randomKey, useClient } from '@icp/client'
import type { Receipt } from '@icp/contract'
import type { CancellationContent } from '@icp/domain'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { z } from 'zod'

export interface CancellationOrder {
  readonly kind: 'cancel-subject' | 'cancel-service' | 'cancel-access'
  readonly subjectNumber: string
  readonly serviceNumbers: readonly string[]
  /** For cancel-access: which accesses of the website end. */
  readonly accessIds?: readonly string[]
  readonly reason: string
  readonly note: string
  readonly code: string
}

/**
 * Hands a cancellation in: draft, reason, finish. Each step may be repeated; after a refusal the draft stays, and a second try goes on with it.
 */
export function useCancellation(onDone: (receipt: z.infer<typeof Receipt>) => void) {
  const client = useClient()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const keys = useRef({ order: '', create: '' })
  const running = useRef(false)

  const handIn = async (order: CancellationOrder) => {
    const { code, ...rest } = order
    if (keys.current.order !== JSON.stringify(rest)) keys.current = { order: JSON.stringify(rest), create: randomKey() }
    const draft = await client.call('createFiling', {
      body: { kind: order.kind, subjectNumber: order.subjectNumber, ...(order.serviceNumbers.length > 0 ? { serviceNumbers: [...order.serviceNumbers] } : {}), ...(order.accessIds ? { accessIds: [...order.accessIds] } : {}) },
    }, { idempotencyKey: keys.current.create })
    const now = await client.call('getFiling', { params: { id: draft.id } })
    if (now.status !== 'draft') return { id: now.id, reference: now.reference ?? '', finishedAt: now.finishedAt ?? now.statusSince, digest: '', hash: '', status: now.status, version: now.version }
    const content: CancellationContent = { ...(now.content as CancellationContent), reason: order.reason, note: order.note }
    const saved = await client.call('saveDraft', { params: { id: now.id }, body: { version: now.version, content } })
    return client.call('finishFiling', { params: { id: now.id }, body: { version: saved.version, code } })
  }
  return {
    busy, problem,
    submit: (order: CancellationOrder) => {
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
