import { ProblemNotice, useSay } from '@icp/app-shell'
import type { ApiProblem } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { ActRefusal, useFreshRuleData, useOfferedCodes } from '@icp/filing-views'
import { Banner, ReasonWindow, type ReasonWindowProps } from '@icp/ui'
import { useConsoleText } from '../text.js'

/** What every window of a decision is given. */
export interface DecisionWindowProps {
  readonly filing: FilingView
  readonly newer: FilingView | null
  /** Whether the filing, as it is shown now, still allows the decision. */
  readonly possible: boolean
  readonly onShowNewest: () => void
  readonly onClose: () => void
  /** Called once it is decided, with what to say about it. */
  readonly onDone: (said: string) => void
}

interface OwnProps extends Omit<DecisionWindowProps, 'onDone'>, Omit<ReasonWindowProps, 'words' | 'notice' | 'busy' | 'phrases'> {
  readonly confirm: string
  readonly withPhrases?: boolean
  readonly act: { readonly isPending: boolean; readonly error: ApiProblem | null; readonly reset: () => void }
}

/** A decision on a filing with one text, which may begin with a stock phrase. */
export function DecisionWindow({ filing, newer, possible, onShowNewest, confirm, withPhrases = false, act, blocked = false, ...window }: OwnProps) {
  const t = useConsoleText()
  const say = useSay()
  useFreshRuleData()
  const phrases = useOfferedCodes('returnReasons')
  const showNewest = () => {
    act.reset()
    onShowNewest()
  }
  return (
    <ReasonWindow
      {...window} blocked={blocked || !possible} busy={act.isPending}
      words={{ confirm, busy: t('review.sending'), cancel: t('review.cancel'), close: t('review.close') }}
      {...(withPhrases ? { phrases: { label: t('review.phrase'), emptyText: t('review.phraseChoose'), texts: phrases.map(say) } } : {})}
      notice={(
        <>
          {!possible && <Banner tone="warn" live="status" title={t('review.notPossible')} />}
          <ActRefusal problem={act.error} filing={filing} newer={act.isPending ? null : newer} onShowNewest={showNewest} otherwise={(problem) => <ProblemNotice problem={problem} />} />
        </>
      )}
    />
  )
}
