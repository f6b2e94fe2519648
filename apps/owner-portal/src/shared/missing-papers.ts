import { useAnswer } from '@icp/client'
import type { PaperSlotView } from '@icp/contract'
import { paperPath } from '@icp/domain'

export interface MissingPapers {
  /** Due places of the owner's without a picture. */
  readonly slots: readonly PaperSlotView[]
  /** The province's rules hold the filing back until they are there. */
  readonly stop: boolean
}

/** What the owner still owes of papers, as strictly as its province weighs it. What providers bring is theirs to remember. */
export function useMissingPapers(filingId: string): MissingPapers {
  const { data } = useAnswer('listPapers', { params: { id: filingId } }, { staleTime: 0 })
  const found = new Map((data?.findings ?? []).map((finding) => [finding.path, finding]))
  const slots = (data?.slots ?? []).filter(({ due, provider, papers, ...place }) => due && provider === null && papers.length === 0 && found.has(paperPath({ ...place, providerId: null })))
  return { slots, stop: slots.some((place) => found.get(paperPath({ ...place, providerId: null }))?.severity === 'block') }
}
