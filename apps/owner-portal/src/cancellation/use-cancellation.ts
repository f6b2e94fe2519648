import type { Receipt } from '@icp/contract'
import type { z } from 'zod'
import { useHandIn } from '../shared/use-hand-in.js'

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

/** Hands a cancellation in. */
export function useCancellation(onDone: (receipt: z.infer<typeof Receipt>) => void) {
  const { submit, ...state } = useHandIn(onDone)
  return {
    ...state,
    submit: ({ kind, subjectNumber, serviceNumbers, accessIds, reason, note, code }: CancellationOrder) => submit({
      create: { kind, subjectNumber, ...(serviceNumbers.length > 0 ? { serviceNumbers: [...serviceNumbers] } : {}), ...(accessIds ? { accessIds: [...accessIds] } : {}) },
      typed: { reason, note }, code,
    }),
  }
}
