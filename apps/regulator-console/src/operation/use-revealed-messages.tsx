import { useAct, useAnswer } from '@icp/client'
import type { AnswerOf } from '@icp/contract'
import type { ReadPurpose } from '@icp/domain'
import { RevealWindow } from '@icp/filing-views'
import { type ReactNode, useState } from 'react'
import { useConsoleText } from '../text.js'

type Clear = AnswerOf<'revealMessage'>
type Row = AnswerOf<'listMessages'>['rows'][number]

interface RevealedMessages {
  /** In clear while it is shown; undefined while it is masked. */
  readonly of: (id: string) => Clear | undefined
  /** Asks for the purpose, or masks again what is shown. */
  readonly toggle: (row: Row) => void
  readonly window: ReactNode
}

/** Messages in full, one at a time, each with its purpose. What is shown is kept here alone and goes with the page. */
export function useRevealedMessages(): RevealedMessages {
  const t = useConsoleText()
  const role = useAnswer('getMe', {}, { staleTime: 60_000 }).data?.role
  const [shown, setShown] = useState<ReadonlyMap<string, Clear>>(new Map())
  const [asked, setAsked] = useState<Row>()
  const [before, setBefore] = useState<ReadPurpose>()
  const act = useAct('revealMessage')
  const close = () => {
    setAsked(undefined)
    act.reset()
  }
  const show = ({ id }: Row, purpose: ReadPurpose) =>
    act.mutate({ params: { id }, body: purpose }, {
      onSuccess: (clear) => {
        setBefore(purpose)
        setShown((now) => new Map([...now, [id, clear]]))
        close()
      },
    })
  return {
    of: (id) => shown.get(id),
    toggle: (row) => (shown.has(row.id) ? setShown((now) => new Map([...now].filter(([id]) => id !== row.id))) : setAsked(row)),
    window: asked && role ? (
      <RevealWindow
        key={asked.id} role={role} lead={t('operation.messages.revealLead', { to: asked.to })} noteHint={t('operation.messages.revealHint')} problem={act.error} busy={act.isPending}
        before={before} onShow={(purpose) => show(asked, purpose)} onClose={close}
      />
    ) : null,
  }
}
