import { ProblemNotice } from '@icp/app-shell'
import type { ApiProblem } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { ActRefusal } from '@icp/filing-views'
import { Banner } from '@icp/ui'
import { useConsoleText } from '../text.js'

interface WindowNoticeProps {
  readonly act: { readonly isPending: boolean; readonly error: ApiProblem | null; readonly reset: () => void }
  readonly filing: FilingView
  readonly newer: FilingView | null
  readonly possible: boolean
  readonly onShowNewest: () => void
}

/** What stands above everything in the window of an act: why it was refused, or that it is not possible any more. */
export function WindowNotice({ act, filing, newer, possible, onShowNewest }: WindowNoticeProps) {
  const t = useConsoleText()
  const showNewest = () => {
    act.reset()
    onShowNewest()
  }
  return (
    <>
      {!possible && <Banner tone="warn" live="status" title={t('workbench.notPossible')} />}
      <ActRefusal problem={act.error} filing={filing} newer={act.isPending ? null : newer} onShowNewest={showNewest} otherwise={(problem) => <ProblemNotice problem={problem} />} />
    </>
  )
}
