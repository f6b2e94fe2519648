import type { ApiProblem } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { ReasonWindow as Window, type ReasonWindowProps } from '@icp/ui'
import { useConsoleText } from '../text.js'
import { WindowNotice } from './WindowNotice.js'

/** What every window of an act is given. */
export interface ActWindowProps {
  readonly filing: FilingView
  readonly newer: FilingView | null
  /** Whether the filing, as it is shown now, still allows the act. */
  readonly possible: boolean
  readonly onShowNewest: () => void
  readonly onClose: () => void
  /** Called once the act is done, with what to say about it. */
  readonly onDone: (said: string) => void
}

interface OwnProps extends Omit<ActWindowProps, 'onDone'>, Omit<ReasonWindowProps, 'words' | 'notice' | 'busy'> {
  readonly confirm: string
  readonly act: { readonly isPending: boolean; readonly error: ApiProblem | null; readonly reset: () => void }
}

/** A decision on a filing with one text. */
export function ReasonWindow({ filing, newer, possible, onShowNewest, confirm, act, blocked = false, ...window }: OwnProps) {
  const t = useConsoleText()
  return (
    <Window
      {...window} blocked={blocked || !possible} busy={act.isPending}
      words={{ confirm, busy: t('workbench.sending'), cancel: t('workbench.cancel'), close: t('workbench.close') }}
      notice={<WindowNotice act={act} filing={filing} newer={newer} possible={possible} onShowNewest={onShowNewest} />}
    />
  )
}
