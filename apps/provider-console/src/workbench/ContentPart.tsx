import { useMe } from '@icp/app-shell'
import type { FilingView } from '@icp/contract'
import { ChangesLead, correctedPaths, FilingSummary, returnRemarks, ReturnRemarkNote } from '@icp/filing-views'
import Typography from '@mui/material/Typography'
import { useConsoleText } from '../text.js'

/** Paths of other providers' networks, which the API leaves empty for this reader. */
const hiddenPaths = ({ content }: FilingView, providerId: string): ReadonlySet<string> =>
  new Set(content.form === 'cancellation' ? [] : content.services.flatMap((service) => service.accesses
    .filter((access) => access.providerId !== providerId)
    .flatMap((access) => ['modes', 'places', 'ipRanges'].map((key) => `services.${service.id}.accesses.${access.id}.${key}`))))

/** The whole filing, with what the administration said of a field under that field. */
export function ContentPart({ filing }: { readonly filing: FilingView }) {
  const t = useConsoleText()
  const me = useMe()
  const remarks = returnRemarks(filing)
  const hidden = hiddenPaths(filing, me.provider?.id ?? '')
  const noteUnder = (path: string) => {
    const own = remarks.filter((remark) => remark.path === path)
    return own.length > 0 ? <>{own.map((remark) => <ReturnRemarkNote key={`${remark.path}-${remark.reason}`} remark={remark} />)}</> : null
  }
  return (
    <>
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('workbench.contentLead')}</Typography>
      <ChangesLead filing={filing} />
      <FilingSummary content={filing.content} differences={filing.differences} carriedOut={filing.status === 'approved'} reveal={{ filingId: filing.id }} changed={correctedPaths(filing)} underOf={noteUnder} insteadOf={(path) => (hidden.has(path) ? t('workbench.hidden') : null)} />
    </>
  )
}
