import { useFormat, useSay } from '@icp/app-shell'
import type { FilingView } from '@icp/contract'
import { fieldLabel } from '@icp/domain'
import { ChangesLead, correctedPaths, FilingSummary, returnRemarks, ReturnRemarkNote } from '@icp/filing-views'
import { StatusMark } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useConsoleText } from '../text.js'
import type { Remark, RemarkStart } from './remarks.js'

export interface Remarking {
  readonly remarks: readonly Remark[]
  /** Opens the window for the remark on a field; `start`: what it says to begin with. */
  readonly onRemark: (path: string, start?: RemarkStart) => void
  readonly onRemove: (path: string) => void
}

/** The whole filing; while it can be returned, each field takes a remark. What an earlier return said stands under its field. */
export function ContentPart({ filing, remarking }: { readonly filing: FilingView; readonly remarking: Remarking | null }) {
  const t = useConsoleText()
  const format = useFormat()
  const say = useSay()
  const earlier = returnRemarks(filing)
  const nameOf = (path: string) => say(fieldLabel(path, filing.content))
  const remarkAt = (path: string) => remarking?.remarks.find((remark) => remark.path === path)
  const noteUnder = (path: string) => {
    const own = remarkAt(path)
    const said = earlier.filter((remark) => remark.path === path)
    if (!own && said.length === 0) return null
    return (
      <>
        {said.map((remark) => <ReturnRemarkNote key={remark.reason} remark={remark} />)}
        {own && (
          <Box sx={{ mt: 0.75, borderLeft: 3, borderColor: 'error.main', pl: 1.25, fontSize: '.94rem' }}>
            <StatusMark tone="bad" text={t('review.remark.mine')} />
            <Box sx={{ whiteSpace: 'pre-line' }}>{own.reason}</Box>
            {own.suggestion && <Box sx={{ whiteSpace: 'pre-line' }}>{format.labelled(t('review.remark.suggestion'), own.suggestion)}</Box>}
            <Box sx={{ display: 'flex', gap: 2 }}>
              <Button size="small" variant="text" aria-label={t('review.remark.editOf', { field: nameOf(path) })} onClick={() => remarking?.onRemark(path)}>{t('review.remark.edit')}</Button>
              <Button size="small" variant="text" color="error" aria-label={t('review.remark.removeOf', { field: nameOf(path) })} onClick={() => remarking?.onRemove(path)}>
                {t('review.remark.remove')}
              </Button>
            </Box>
          </Box>
        )}
      </>
    )
  }
  const buttonBeside = (path: string) => (remarkAt(path) ? null : (
    <Button size="small" variant="text" aria-label={t('review.remark.buttonOf', { field: nameOf(path) })} onClick={() => remarking?.onRemark(path)}>{t('review.remark.button')}</Button>
  ))
  return (
    <>
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t(remarking ? 'review.contentLead' : 'review.contentLeadRead')}</Typography>
      <ChangesLead filing={filing} />
      <FilingSummary content={filing.content} differences={filing.differences} carriedOut={filing.status === 'approved'} reveal={{ filingId: filing.id }} changed={correctedPaths(filing)} underOf={noteUnder} {...(remarking ? { besideOf: buttonBeside } : {})} />
    </>
  )
}
