import { Answered, useSay } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { fieldsOf, type FilingContent, findSheetCheck, type SheetLine } from '@icp/domain'
import { GivenSheets } from '@icp/filing-views'
import { EmptyState } from '@icp/ui'
import { useConsoleText } from '../text.js'
import type { Remarking } from './ContentPart.js'

/** Remarks stand beside fields, and a line may be about a whole part: its name, or its first field. */
const fieldFor = (path: string, content: FilingContent): string => {
  const paths = fieldsOf(content).map((row) => row.path)
  return paths.find((one) => one === path || one === `${path}.name`) ?? paths.find((one) => path === '' || one.startsWith(`${path}.`)) ?? path
}

/** What the providers verified, line by line; while the filing can be returned, a line can be the reason. */
export function SheetsPart({ filing, remarking }: { readonly filing: FilingView; readonly remarking: Remarking | null }) {
  const t = useConsoleText()
  const say = useSay()
  const sheets = useAnswer('getVerificationSheet', { params: { id: filing.id } })
  const remark = ({ rule, path }: SheetLine) => {
    const check = findSheetCheck(rule)
    remarking?.onRemark(fieldFor(path, filing.content), { reason: t('review.sheetReason', { rule, check: check ? say(check.title) : rule }), suggestion: check ? say(check.fix) : '' })
  }
  return (
    <Answered answer={sheets} rows={2}>
      {({ given }) => (given.length === 0 ? <EmptyState text={t(filing.applicant ? 'review.sheetsOfApplicant' : 'review.sheetsNone')} /> : <GivenSheets sheets={given} content={filing.content} {...(remarking ? { onRemark: remark } : {})} />)}
    </Answered>
  )
}
