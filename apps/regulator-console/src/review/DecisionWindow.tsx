import { ProblemNotice, useSay } from '@icp/app-shell'
import type { ApiProblem } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { returnReasons } from '@icp/domain'
import { ActRefusal } from '@icp/filing-views'
import { ReasonWindow, type ReasonWindowProps } from '@icp/ui'
import { useConsoleText } from '../text.js'

/** What every window of a decision is given. */
export interface DecisionWindowProps {
  readonly filing: FilingView
  readonly newer: FilingView | null
  readonly onShowNewest: () => void
  readonly onClose: () => void
  /** Called once it is decided, with what to say about it. */
  readonly onDone: (said: string) => void
}

interface OwnProps extends Omit<DecisionWindowProps, 'onDone'>, Omit<ReasonWindowProps, 'words' | 'notice' | 'busy' | 'phrases'> {
  readonly confirm: string
  readonly withPhrases?: boolean
  readonly act: { readonly isPending: boolean; readonly error: ApiProblem | null }
}

/** A decision on a filing with one text, which may begin with a stock phrase. */
export function DecisionWindow({ filing, newer, onShowNewest, confirm, withPhrases = false, act, ...window }: OwnProps) {
  const t = useConsoleText()
  const say = useSay()
  return (
    <ReasonWindow
      {...window} busy={act.isPending} words={{ confirm, busy: t('review.sending'), cancel: t('review.cancel'), close: t('review.close') }}
      {...(withPhrases ? { phrases: { label: t('review.phrase'), emptyText: t('review.phraseChoose'), texts: returnReasons.map(say) } } : {})}
      notice={<ActRefusal problem={act.error} filing={filing} newer={newer} onShowNewest={onShowNewest} otherwise={(problem) => <ProblemNotice problem={problem} />} />}
    />
  )
}
