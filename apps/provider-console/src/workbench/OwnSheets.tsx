import { Answered } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { GivenSheets } from '@icp/filing-views'
import { EmptyState } from '@icp/ui'
import { useConsoleText } from '../text.js'

/** What this provider answered before it passed the filing. */
export function OwnSheets({ filing }: { readonly filing: FilingView }) {
  const t = useConsoleText()
  const sheets = useAnswer('getVerificationSheet', { params: { id: filing.id } })
  return (
    <Answered answer={sheets} rows={1}>
      {({ given, asked }) => (given.length === 0 ? <EmptyState text={t(asked.length > 0 ? 'workbench.sheet.none' : 'workbench.sheet.noneKept')} /> : <GivenSheets sheets={given} content={filing.content} />)}
    </Answered>
  )
}
