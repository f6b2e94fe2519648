import { useAnswer } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { useEffect, useState } from 'react'
import { useKnownRuleData } from './rule-data.js'

/** How often an open filing is asked for again, in milliseconds. */
const every = 10_000

/**
 * A filing as its reader has seen it. When somebody else changes it meanwhile, `filing` stays what is on screen, so that nobody decides on
 * what they have not read, and `newer` holds the new state until `showNewest` is called; that is also called after an act of one's own.
 */
export function useSeenFiling(id: string) {
  useKnownRuleData()
  const answer = useAnswer('getFiling', { params: { id } }, { refetchInterval: every })
  const newest = answer.data?.id === id ? answer.data : undefined
  const [kept, setKept] = useState<FilingView>()
  useEffect(() => {
    if (newest && (kept?.id !== id || kept.version === newest.version)) setKept(newest)
  }, [newest, kept, id])
  const seen = kept?.id === id ? kept : newest
  const showNewest = async () => {
    // What is here already is shown at once; what the server knows beyond that, when it has answered.
    setKept(undefined)
    await answer.refetch()
    setKept(undefined)
  }
  return { filing: seen, newer: seen && newest && seen.version !== newest.version ? newest : null, showNewest, answer }
}
