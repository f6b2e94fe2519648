import { ProblemNotice } from '@icp/app-shell'
import type { ApiProblem } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { ActRefusal } from '@icp/filing-views'
import { ReasonWindow as Window, type ReasonWindowProps } from '@icp/ui'
import { useConsoleText } from '../text.js'

/** What every window of an act is given. */
export interface ActWindowProps {
  readonly filing: FilingView
  readonly newer: FilingView | null
  readonly onShowNewest: () => void
  readonly onClose: () => void
  /** Called once the act is done, with what to say about it. */
  readonly onDone: (said: string) => void
}

interface OwnProps extends Omit<ActWindowProps, 'onDone'>, Omit<ReasonWindowProps, 'words' | 'notice' | 'busy'> {
  readonly confirm: string
  readonly act: { readonly isPending: boolean; readonly error: ApiProblem | null }
}

/** A decision on a filing with one text. */
export function ReasonWindow({ filing, newer, onShowNewest, confirm, act, ...window }: OwnProps) {
  const t = useConsoleText()
  return (
    <Window
      {...window} busy={act.isPending} words={{ confirm, busy: t('workbench.sending'), cancel: t('workbench.cancel'), close: t('workbench.close') }}
      notice={<ActRefusal problem={act.error} filing={filing} newer={newer} onShowNewest={onShowNewest} otherwise={(problem) => <ProblemNotice problem={problem} />} />}
    />
  )
}
