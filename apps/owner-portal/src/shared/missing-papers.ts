import { useAnswer } from '@icp/client'
import type { PaperSlotView } from '@icp/contract'
import { blocking, type Finding, paperPath } from '@icp/domain'

export interface MissingPapers {
  /** Due places of the owner's without a picture. */
  readonly slots: readonly PaperSlotView[]
  /** What holds the filing back until they are there, where the province's rules do. */
  readonly stops: readonly Finding[]
}

/** What the owner still owes of papers, as strictly as its province weighs it. What providers bring is theirs to remember. */
export function useMissingPapers(filingId: string): MissingPapers {
  const { data } = useAnswer('listPapers', { params: { id: filingId } }, { staleTime: 0 })
  const found = new Map((data?.findings ?? []).map((finding) => [finding.path, finding]))
  const missing = (data?.slots ?? []).filter(({ due, provider, papers }) => due && provider === null && papers.length === 0)
    .flatMap((slot) => {
      const finding = found.get(paperPath({ ...slot, providerId: null }))
      return finding ? [{ slot, finding }] : []
    })
  return { slots: missing.map(({ slot }) => slot), stops: blocking(missing.map(({ finding }) => finding)) }
}
