import { useAnswer } from '@icp/client'
import type { ReadPurpose } from '@icp/domain'
import { useSay } from '@icp/ui'
import { type ReactNode, useState } from 'react'
import { purposeOf, rememberPurpose } from '../reveal/purposes.js'
import { RevealWindow } from '../reveal/RevealWindow.js'
import { revealWords } from '../reveal/words.js'
import { filled } from '../words.js'
import { paperWords } from './words.js'

interface LookWindowProps {
  readonly filingId: string
  /** What is about to be seen. */
  readonly name: string
  readonly onClose: () => void
  /** What is looked at, for the purpose that was given. */
  readonly children: (purpose: ReadPurpose) => ReactNode
}

/** Asks staff what they need a picture for before it is fetched, once for each filing. */
export function LookWindow({ filingId, name, onClose, children }: LookWindowProps) {
  const say = useSay()
  const me = useAnswer('getMe', {}, { staleTime: 60_000 }).data
  const [given, setGiven] = useState<ReadPurpose>()
  if (!me) return null
  const purpose = given ?? purposeOf(me.id, filingId)
  if (purpose) return children(purpose)
  const show = (next: ReadPurpose) => {
    rememberPurpose(me.id, filingId, next)
    setGiven(next)
  }
  return <RevealWindow role={me.role} title={say(paperWords.lookTitle)} lead={filled(say(paperWords.lookLead), { paper: name })} noteHint={say(revealWords.noteHint)} problem={null} busy={false} before={undefined} onShow={show} onClose={onClose} />
}
